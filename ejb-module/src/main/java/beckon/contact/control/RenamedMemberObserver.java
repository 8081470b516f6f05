package beckon.contact.control;

import beckon.person.entity.PersonRenamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lists and finds members by their new name, in every address book that they are in. */
@ApplicationScoped
public class RenamedMemberObserver {

    private ContactNameRepository names;

    protected RenamedMemberObserver() {}

    @Inject
    public RenamedMemberObserver(ContactNameRepository names) {
        this.names = names;
    }

    void onPersonRenamed(@Observes PersonRenamed person) {
        names.rename(person.personId(), person.displayName());
    }
}
