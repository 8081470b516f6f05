package beckon.account.control;

import beckon.person.entity.PersonRenamed;
import beckon.shared.FoldedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lists members under their new name. */
@ApplicationScoped
public class PersonRenamedObserver {

    private MemberNameRepository names;

    protected PersonRenamedObserver() {}

    @Inject
    public PersonRenamedObserver(MemberNameRepository names) {
        this.names = names;
    }

    void onPersonRenamed(@Observes PersonRenamed person) {
        names.sortBy(person.personId(), FoldedText.sortKey(person.displayName()));
    }
}
