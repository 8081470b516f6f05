package beckon.contact.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.control.ContactCardRepository;
import beckon.contact.control.ContactEntryRepository;
import beckon.contact.control.ContactRepository;
import beckon.contact.control.ContactSearchRepository;
import beckon.contact.control.SearchText;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactNumber;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.shared.EmailAddress;
import beckon.shared.Page;
import beckon.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to the address book; what a reader may not see is not found. */
@Stateless
public class ContactService {

    @Inject CurrentCaller caller;
    @Inject ContactRepository book;
    @Inject ContactSearchRepository search;
    @Inject ContactCardRepository cards;
    @Inject ContactEntryRepository entries;
    @Inject Clock clock;

    /**
     * A page of a list, or of what a text finds in it; a total above {@link
     * ContactQuery#MOST_FOUND} found means that there are more.
     */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Page<ContactRow> list(@NotNull @Valid ContactQuery query) {
        List<String> words = SearchText.queryWords(query.text());
        return words.isEmpty() ? listAll(query) : find(query, words);
    }

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public ContactCounts count() {
        return book.count(caller.get());
    }

    /** One contact; empty if there is none that the caller may see. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Optional<ContactRow> find(@NotNull UUID handle) {
        return book.find(caller.get(), handle);
    }

    /** All that is known of one contact; empty if there is none that the caller may see. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Optional<ContactCard> findCard(@NotNull UUID handle) {
        return cards.find(caller.get(), handle);
    }

    /**
     * Numbers of people whom a text finds, in the order of names; nothing if it is empty.
     *
     * @param text beginnings of words of a name, address or number
     */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public List<ContactNumber> listNumbers(String text, @Min(1) @Max(100) int most) {
        List<String> words = SearchText.queryWords(text);
        if (words.isEmpty()) {
            return List.of();
        }
        Caller reader = caller.get();
        List<Long> found = search.findWithNumber(reader, words, most);
        return book.listNumbers(reader, found).stream().limit(most).toList();
    }

    /**
     * Inner door: ids of entries of members whom a text finds, the first in the order of names.
     *
     * @param kind null: all
     */
    @PermitAll
    public List<Long> findMembers(Caller reader, MemberKind kind, String text, int most) {
        List<String> words = SearchText.queryWords(text);
        return words.isEmpty() ? List.of() : search.findMembers(reader, kind, words, most);
    }

    /** Inner door: adds entries of one person only; what they have already is left as it is. */
    @PermitAll
    public void addOwn(List<Contact> contacts) {
        entries.add(contacts);
    }

    /** Inner door: adds entries that everybody of the company sees. */
    @PermitAll
    public void addForAll(List<Contact> contacts) {
        entries.addForAll(contacts);
    }

    /** Inner door: lets a guest see a member of the account. */
    @PermitAll
    public void introduce(long viewerId, long memberId) {
        entries.introduce(viewerId, memberId, clock.instant());
    }

    /**
     * Inner door: notes people whom {@code ownerId} has invited as not activated yet, in one
     * statement for addresses and one for numbers; a number that they know the owner of already is
     * left as it is.
     */
    @PermitAll
    public void addInvited(
            long accountId,
            long ownerId,
            MemberKind kind,
            List<EmailAddress> emails,
            List<PhoneNumber> numbers) {
        ContactKind as = ContactKind.valueOf(kind.name());
        entries.add(
                emails.stream()
                        .map(
                                email ->
                                        new Contact(
                                                accountId,
                                                ownerId,
                                                null,
                                                as,
                                                false,
                                                email.typed(),
                                                null,
                                                email,
                                                null))
                        .toList());
        entries.addByNumber(
                numbers.stream()
                        .map(
                                number ->
                                        new Contact(
                                                accountId,
                                                ownerId,
                                                null,
                                                as,
                                                false,
                                                number.shownIn(null),
                                                null,
                                                null,
                                                number.e164()))
                        .toList());
    }

    /**
     * Inner door: takes the not activated entry of an invitation that came to nothing away.
     *
     * @param key the invitee's address, or number as E.164
     */
    @PermitAll
    public void removeInvited(long accountId, long ownerId, String key) {
        entries.removeInvited(accountId, ownerId, key);
    }

    private Page<ContactRow> listAll(ContactQuery query) {
        Caller reader = caller.get();
        return new Page<>(
                book.list(reader, query), book.count(reader, query), query.page(), query.size());
    }

    private Page<ContactRow> find(ContactQuery query, List<String> words) {
        Caller reader = caller.get();
        List<Long> found = search.find(reader, query.group(), query.badge(), words);
        int from = (int) Math.min(query.offset(), found.size());
        int to = Math.min(from + query.size(), found.size());
        return new Page<>(
                book.listByIds(reader, found.subList(from, to)),
                found.size(),
                query.page(),
                query.size());
    }
}
