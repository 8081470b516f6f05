package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.PersonalContact;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Finds contacts by the beginnings of words.
 *
 * <p>Members are found through {@code contact_word}: along its index where few words begin so,
 * along the list of names where so many do that the first hundreds are met soon. What only the
 * caller has is little, and is read and compared here.
 */
@ApplicationScoped
public class ContactSearchRepository {

    /** One more than are told, which tells that there are more. */
    private static final int MOST = ContactQuery.MOST_FOUND + 1;

    private static final String BY_NAME = " order by c.account_id, ";
    private static final String BY_KIND = " order by c.account_id, c.kind, ";
    private static final int MANY = 10_000;
    private static final int SPARE = 3;
    private static final int MOST_OWN = 2 * PersonalContact.MOST_IN_A_BOOK;

    private Statements statements;
    private int many;

    protected ContactSearchRepository() {}

    @Inject
    public ContactSearchRepository(DataSource dataSource) {
        this(dataSource, MANY);
    }

    ContactSearchRepository(DataSource dataSource, int many) {
        this.statements = new Statements(dataSource);
        this.many = many;
    }

    /** The ids of the contacts that match all words, in the order of names. */
    public List<Long> find(
            Caller caller, ContactGroup group, ContactBadge badge, List<String> words) {
        UnaryOperator<Sight> part = sight -> sight.within(group).with(caller, badge);
        if (badge == ContactBadge.NOT_ACTIVATED) {
            return first(few(part.apply(Sight.of(caller)), words, MOST), List.of(), MOST);
        }
        List<Hit> own = few(part.apply(Sight.ownOf(caller)), words, MOST);
        List<Hit> others =
                group == ContactGroup.PERSONAL
                        ? List.of()
                        : others(caller, part, badge == null ? BY_NAME : BY_KIND, words, MOST);
        return first(own, others, MOST);
    }

    /** The same of all who have a number, the first of them only. */
    public List<Long> findWithNumber(Caller caller, List<String> words, int most) {
        List<Hit> own = few(Sight.ownOf(caller).withNumber(), words, most);
        return first(own, others(caller, Sight::withNumber, BY_NAME, words, most), most);
    }

    /** The entries of members of one kind, or of all if it is null, in the order of names. */
    public List<Long> findMembers(Caller caller, MemberKind kind, List<String> words, int most) {
        Sight all = Sight.membersOf(caller).and(" and c.membership_id is not null");
        Sight some = kind == null ? all : all.and(" and c.kind = ?", kind.name());
        String list = kind == null ? BY_NAME : BY_KIND;
        return first(List.of(), members(caller, some, list, words, most), most);
    }

    private List<Hit> others(
            Caller caller, UnaryOperator<Sight> part, String list, List<String> words, int most) {
        return caller.isGuest()
                ? few(part.apply(Sight.introducedTo(caller)), words, most)
                : members(caller, part.apply(Sight.membersOf(caller)), list, words, most);
    }

    private static List<Long> first(List<Hit> own, List<Hit> others, int most) {
        return Stream.concat(own.stream(), others.stream())
                .sorted(Comparator.comparing(Hit::sortKey).thenComparing(Hit::id))
                .limit(most)
                .map(Hit::id)
                .toList();
    }

    private record Hit(String sortKey, long id) {}

    /**
     * @param list how the index begins along which the list is walked
     */
    private List<Hit> members(
            Caller caller, Sight members, String list, List<String> words, int most) {
        Sight sight = members;
        String rarest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        boolean along = count(caller, rarest) <= many;
        for (String word : words) {
            // H2 goes from the words to the contacts only if it is asked so, not by a join
            sight =
                    along && word.equals(rarest)
                            ? sight.and(
                                    " and c.id in (select w.contact_id from contact_word w where"
                                            + " w.account_id = ? and w.word >= ? and w.word < ?)",
                                    caller.accountId(),
                                    word,
                                    end(word))
                            : sight.and(
                                    " and exists (select 1 from contact_word w where"
                                            + " w.contact_id = c.id and w.word >= ?"
                                            + " and w.word < ?)",
                                    word,
                                    end(word));
        }
        return hits(
                "select c.sort_key, c.id from contact c where "
                        + sight.condition()
                        + (along ? " order by " : list)
                        + "c.sort_key, c.id limit "
                        + most,
                sight.parameters());
    }

    /**
     * Reads what may be a hit in the order of names: some at first, since most are where a word is
     * short, and all if these do not suffice.
     */
    private List<Hit> few(Sight sight, List<String> words, int most) {
        int some = SPARE * most;
        List<Optional<Hit>> read = read(sight, words, some);
        List<Optional<Hit>> all =
                read.size() < some || read.stream().flatMap(Optional::stream).count() >= most
                        ? read
                        : read(sight, words, MOST_OWN);
        return all.stream().flatMap(Optional::stream).toList();
    }

    private List<Optional<Hit>> read(Sight sight, List<String> words, int most) {
        Sight likely = sight;
        for (String word : words) {
            String part = "%" + word.replaceAll("[!%_]", "!$0") + "%";
            likely =
                    likely.and(
                            " and (c.sort_key like ? escape '!' or c.email_key like ? escape '!'"
                                    + " or c.phone like ? escape '!'"
                                    + " or c.found_by like ? escape '!')",
                            part,
                            part,
                            part,
                            part);
        }
        String sql =
                "select c.sort_key, c.id, c.display_name, c.email_key, c.phone, c.found_by"
                        + " from contact c where "
                        + likely.condition()
                        + " order by c.sort_key, c.id limit "
                        + most;
        return statements.list(sql, row -> hit(row, words), likely.parameters().toArray());
    }

    /** The database finds parts of words; only their beginnings count. */
    private static Optional<Hit> hit(ResultSet row, List<String> words) throws SQLException {
        var own =
                SearchText.words(
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6));
        return SearchText.matches(own, words)
                ? Optional.of(new Hit(row.getString(1), row.getLong(2)))
                : Optional.empty();
    }

    private long count(Caller caller, String word) {
        String sql =
                "select count(*) from (select 1 from contact_word w where w.account_id = ?"
                        + " and w.word >= ? and w.word < ? limit "
                        + (many + 1)
                        + ") t";
        return statements.number(sql, caller.accountId(), word, end(word));
    }

    private List<Hit> hits(String sql, List<Object> parameters) {
        return statements.list(
                sql, row -> new Hit(row.getString(1), row.getLong(2)), parameters.toArray());
    }

    /** Behind everything that begins so. */
    private static String end(String word) {
        return word + "\uffff";
    }
}
