package beckon.contact.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.contact.control.BookMerge;
import beckon.contact.control.ContactCardRepository;
import beckon.contact.control.PersonalContactRepository;
import beckon.contact.entity.BookOutcome;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.PersonalContact;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The door to the caller's own contacts as a whole: many of them come in, all of them go out. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ContactBookService {

    @Inject CurrentCaller current;
    @Inject PersonalContactRepository book;
    @Inject BookMerge merge;
    @Inject ContactCardRepository cards;
    @Inject AuditService audit;

    /** What would become of each of these; nothing changes. */
    public List<BookOutcome> foresee(@NotNull List<PersonalContact> contacts) {
        return merge.foresee(current.get(), contacts);
    }

    /** Adds those who are not there, completes those who are, and says what became of each. */
    public List<BookOutcome> merge(@NotNull List<@Valid PersonalContact> contacts) {
        Caller owner = current.get();
        book.lockBook(owner);
        List<BookOutcome> outcomes = merge.merge(owner, contacts);
        long added = outcomes.stream().filter(BookOutcome.NEW::equals).count();
        long completed = outcomes.stream().filter(BookOutcome.COMPLETED::equals).count();
        record(owner, "contact.merged", added + " added, " + completed + " completed");
        return outcomes;
    }

    /** All contacts that the caller alone has, in the order of names, to be taken elsewhere. */
    public List<ContactCard> takeOut() {
        Caller owner = current.get();
        List<ContactCard> own = cards.listOwn(owner);
        record(owner, "contact.exported", own.size() + " contacts");
        return own;
    }

    private void record(Caller owner, String action, String details) {
        audit.record(
                new AuditRecord(
                        owner.accountId(),
                        owner.membershipId(),
                        action,
                        null,
                        AuditRecord.DONE,
                        details,
                        null));
    }
}
