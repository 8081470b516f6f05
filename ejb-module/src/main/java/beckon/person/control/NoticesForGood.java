package beckon.person.control;

import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Notices of what was refused: they go out although the transaction is undone. */
@ApplicationScoped
public class NoticesForGood {

    private Notices notices;

    protected NoticesForGood() {}

    @Inject
    public NoticesForGood(Notices notices) {
        this.notices = notices;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(Profile person, SecurityNotice what, Visit visit, Instant now) {
        notices.tell(person, what, visit, now);
    }
}
