package beckon.account.boundary;

import beckon.account.control.CallerRepository;
import beckon.account.control.SecondStepDutyRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The inner door for the authentication mechanism: which member a session or token stands for. */
@Stateless
@PermitAll
public class AuthenticationService {

    @Inject CallerRepository callers;
    @Inject SecondStepDutyRepository duties;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * The member of a live session, counting this as its last use.
     *
     * @return empty if the session ended or timed out, or the membership was deactivated
     */
    // asked by every request: one statement needs no transaction around it
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> findBySession(@NotNull UUID session) {
        return callers.findBySession(session, clock.instant());
    }

    /**
     * Whose live session it is. That may be somebody who has no place in any account any more: they
     * are let in nowhere, but may accept an invitation.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Long> findPersonBySession(@NotNull UUID session) {
        return callers.findPersonBySession(session, clock.instant());
    }

    /**
     * The member whose API token this is.
     *
     * @return empty if it is unknown, expired or revoked, or if its owner owes a second step
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> findByApiToken(@NotNull String secret) {
        return callers.findByApiToken(TokenHash.of(secret), clock.instant());
    }

    /**
     * Whether the caller has to set up a second step before anything else, as an admin whose
     * account's policy wants it.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean owesSecondStep(@NotNull Caller caller) {
        return caller.isAdmin() && duties.isDue(caller.accountId(), caller.personId());
    }

    /**
     * Lets the session act in another account of the same person.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void switchAccount(@NotNull UUID session, @NotNull UUID membership) {
        Instant now = clock.instant();
        if (!callers.switchTo(session, membership, now)) {
            audit.recordRefusal(act(null, membership, AccountReason.NOT_FOUND.name()));
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
        Caller caller = callers.findBySession(session, now).orElse(null);
        audit.record(act(caller, membership, AuditRecord.DONE));
    }

    private static AuditRecord act(Caller caller, UUID membership, String outcome) {
        return new AuditRecord(
                caller == null ? null : caller.accountId(),
                caller == null ? null : caller.membershipId(),
                "account.switched",
                membership.toString(),
                outcome,
                null,
                null);
    }
}
