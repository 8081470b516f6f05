package beckon.contact.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.contact.control.ContactCardRepository;
import beckon.contact.control.PersonalContactRepository;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactReason;
import beckon.contact.entity.PersonalContact;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * The door to what a member notes of people whom only they know; nobody else sees or changes it.
 */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class PersonalContactService {

    @Inject CurrentCaller current;
    @Inject PersonalContactRepository book;
    @Inject ContactCardRepository cards;
    @Inject AuditService audit;

    /**
     * Adds somebody to the caller's own contacts.
     *
     * @return the handle of the contact
     * @throws RefusalException ADDRESS_TAKEN, BOOK_FULL
     */
    public UUID add(@NotNull @Valid PersonalContact contact) {
        Caller owner = current.get();
        book.lockBook(owner);
        if (book.count(owner) >= PersonalContact.MOST_IN_A_BOOK) {
            throw new RefusalException(ContactReason.BOOK_FULL, PersonalContact.MOST_IN_A_BOOK);
        }
        requireNew(owner, contact, 0);
        UUID handle = book.add(owner, List.of(contact)).get(0);
        record(owner, "contact.added", handle);
        return handle;
    }

    /**
     * Writes one of the caller's own contacts anew.
     *
     * @throws RefusalException NOT_FOUND, ADDRESS_TAKEN
     */
    public void change(@NotNull UUID handle, @NotNull @Valid PersonalContact contact) {
        Caller owner = current.get();
        book.lockBook(owner);
        long id = book.getId(owner, handle);
        requireNew(owner, contact, id);
        book.change(id, contact);
        record(owner, "contact.changed", handle);
    }

    /**
     * Takes one of the caller's own contacts away.
     *
     * @return what was noted of it, from which {@link #add} makes it again
     * @throws RefusalException NOT_FOUND
     */
    public PersonalContact remove(@NotNull UUID handle) {
        Caller owner = current.get();
        book.lockBook(owner);
        long id = book.getId(owner, handle);
        PersonalContact noted =
                cards.find(owner, handle).map(ContactCard::toPersonal).orElseThrow();
        book.remove(id);
        record(owner, "contact.removed", handle);
        return noted;
    }

    private void requireNew(Caller owner, PersonalContact contact, long but) {
        book.findHolder(owner, contact, but)
                .ifPresent(
                        holder -> {
                            throw new RefusalException(
                                    ContactReason.ADDRESS_TAKEN, holder.emailKey(), holder.name());
                        });
    }

    private void record(Caller owner, String action, UUID handle) {
        audit.record(
                new AuditRecord(
                        owner.accountId(),
                        owner.membershipId(),
                        action,
                        handle.toString(),
                        AuditRecord.DONE,
                        null,
                        null));
    }
}
