package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.contact.control.BookIndex.Entry;
import beckon.contact.control.BookIndex.Verdict;
import beckon.contact.entity.BookOutcome;
import beckon.contact.entity.PersonalContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings entries into an owner's book, none of them twice. */
@ApplicationScoped
public class BookMerge {

    private PersonalContactRepository book;

    protected BookMerge() {}

    @Inject
    public BookMerge(PersonalContactRepository book) {
        this.book = book;
    }

    /** What would become of each contact. */
    public List<BookOutcome> foresee(Caller owner, List<PersonalContact> contacts) {
        BookIndex index = book.index(owner);
        return contacts.stream().map(contact -> index.judge(contact).outcome()).toList();
    }

    /** Brings them into the locked book, and says what became of each. */
    public List<BookOutcome> merge(Caller owner, List<PersonalContact> contacts) {
        BookIndex index = book.index(owner);
        List<BookOutcome> outcomes = new ArrayList<>();
        Set<Entry> added = new LinkedHashSet<>();
        Map<Long, PersonalContact> completed = new LinkedHashMap<>();
        for (PersonalContact contact : contacts) {
            Verdict verdict = index.judge(contact);
            outcomes.add(verdict.outcome());
            if (verdict.outcome() == BookOutcome.NEW) {
                added.add(verdict.entry());
            } else if (verdict.outcome() == BookOutcome.COMPLETED && verdict.entry().id() != null) {
                completed.merge(
                        verdict.entry().id(),
                        verdict.more(),
                        (one, more) -> one.with(more.emails(), more.phones()));
            }
        }
        book.add(owner, added.stream().map(Entry::added).toList());
        book.complete(owner, completed);
        return outcomes;
    }
}
