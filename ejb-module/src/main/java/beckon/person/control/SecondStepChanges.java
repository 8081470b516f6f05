package beckon.person.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Changes somebody's second step, and tells them and the audit, at once. */
@ApplicationScoped
public class SecondStepChanges {

    private SecondFactors factors;
    private Notices notices;
    private AuditService audit;

    protected SecondStepChanges() {}

    @Inject
    public SecondStepChanges(SecondFactors factors, Notices notices, AuditService audit) {
        this.factors = factors;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Draws a secret for the person's app.
     *
     * @throws beckon.shared.RefusalException SECOND_STEP_ON
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(Profile person, AuditRecord act, Instant now) {
        factors.begin(person.personId(), now);
        audit.record(act);
    }

    /**
     * @return recovery codes
     * @throws beckon.shared.RefusalException NO_SET_UP, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> turnOn(
            Profile person, String code, Visit visit, AuditRecord act, Instant now) {
        List<String> codes = factors.confirm(person, code, now);
        notices.tell(person, SecurityNotice.SECOND_STEP_ON, visit, now);
        audit.record(act);
        return codes;
    }

    /**
     * @throws beckon.shared.RefusalException SECOND_STEP_OFF
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void turnOff(Profile person, Visit visit, AuditRecord act, Instant now) {
        factors.turnOff(person.personId());
        notices.tell(person, SecurityNotice.SECOND_STEP_OFF, visit, now);
        audit.record(act);
    }

    /**
     * @return recovery codes in the place of the earlier ones
     * @throws beckon.shared.RefusalException SECOND_STEP_OFF
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> renewCodes(Profile person, Visit visit, AuditRecord act, Instant now) {
        List<String> codes = factors.renewCodes(person.personId(), now);
        notices.tell(person, SecurityNotice.RECOVERY_CODES_NEW, visit, now);
        audit.record(act);
        return codes;
    }
}
