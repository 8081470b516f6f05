package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads whole contacts, with all their addresses and numbers, as one caller sees them. */
@ApplicationScoped
public class ContactCardRepository {

    private static final String CARDS =
            "select c.id, c.handle, c.display_name, c.kind, c.activated, c.membership_id,"
                    + " c.owner_id, c.company, c.note, c.email, c.email_key, c.email_label,"
                    + " c.phone, c.phone_label, f.photo from contact c"
                    + " left join membership m on m.id = c.membership_id"
                    + " left join person f on f.id = m.person_id where %s order by c.sort_key, c.id";

    private static final String EMAILS =
            "select e.contact_id, e.email, e.email_key, e.label from contact_email e"
                    + " where e.contact_id in (%s) order by e.contact_id, e.position";

    private static final String PHONES =
            "select p.contact_id, p.phone, p.label from contact_phone p"
                    + " where p.contact_id in (%s) order by p.contact_id, p.position";

    private static final int MOST_AT_ONCE = 1_000;

    private Statements statements;

    protected ContactCardRepository() {}

    @Inject
    public ContactCardRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** One contact, if the caller may see it. */
    public Optional<ContactCard> find(Caller caller, UUID handle) {
        return cards(caller, Sight.of(caller).and(" and c.handle = ?", handle)).stream()
                .findFirst();
    }

    /** The contacts that the caller alone has, in the order of names. */
    public List<ContactCard> listOwn(Caller caller) {
        return cards(caller, Sight.ownOf(caller).within(ContactGroup.PERSONAL));
    }

    /** The same of some, by their ids. */
    Map<Long, PersonalContact> listOwn(Caller caller, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = Statements.marks(ids);
        Sight some =
                Sight.ownOf(caller)
                        .within(ContactGroup.PERSONAL)
                        .and(" and c.id in (" + marks + ")", ids.toArray());
        return found(some).stream()
                .collect(Collectors.toMap(Found::id, each -> each.card(caller).toPersonal()));
    }

    private List<ContactCard> cards(Caller caller, Sight sight) {
        return found(sight).stream().map(each -> each.card(caller)).toList();
    }

    private List<Found> found(Sight sight) {
        List<Found> found =
                statements.list(
                        CARDS.formatted(sight.condition()),
                        ContactCardRepository::found,
                        sight.parameters().toArray());
        for (int from = 0; from < found.size(); from += MOST_AT_ONCE) {
            addFurther(found.subList(from, Math.min(from + MOST_AT_ONCE, found.size())));
        }
        return found;
    }

    private void addFurther(List<Found> found) {
        Map<Long, Found> byId = new HashMap<>();
        found.forEach(each -> byId.put(each.id, each));
        String marks = Statements.marks(found);
        Object[] ids = byId.keySet().toArray();
        statements.list(
                EMAILS.formatted(marks),
                row -> byId.get(row.getLong(1)).emails.add(address(row, 2)),
                ids);
        statements.list(
                PHONES.formatted(marks),
                row -> byId.get(row.getLong(1)).phones.add(number(row, 2)),
                ids);
    }

    /** A row with room for what stands in other tables. */
    private record Found(
            long id,
            UUID handle,
            String name,
            ContactKind kind,
            boolean activated,
            boolean member,
            long ownerId,
            String company,
            String note,
            UUID photo,
            List<LabelledAddress> emails,
            List<LabelledNumber> phones) {

        ContactCard card(Caller reader) {
            return new ContactCard(
                    handle,
                    name,
                    kind,
                    activated,
                    member,
                    kind == ContactKind.PERSONAL && ownerId == reader.membershipId(),
                    company,
                    emails,
                    phones,
                    note,
                    photo);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        List<LabelledAddress> emails = new ArrayList<>();
        if (row.getString(10) != null) {
            emails.add(address(row, 10));
        }
        List<LabelledNumber> phones = new ArrayList<>();
        if (row.getString(13) != null) {
            phones.add(number(row, 13));
        }
        return new Found(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                ContactKind.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getObject(6) != null,
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getObject(15, UUID.class),
                emails,
                phones);
    }

    private static LabelledAddress address(ResultSet row, int at) throws SQLException {
        return new LabelledAddress(
                new EmailAddress(row.getString(at), row.getString(at + 1)),
                label(row.getString(at + 2)));
    }

    private static LabelledNumber number(ResultSet row, int at) throws SQLException {
        return new LabelledNumber(new PhoneNumber(row.getString(at)), label(row.getString(at + 1)));
    }

    private static ContactLabel label(String name) {
        return name == null ? null : ContactLabel.valueOf(name);
    }
}
