package beckon.invitation.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.control.Forgetting;
import beckon.invitation.control.Revoking;
import beckon.invitation.control.SuppressionRepository;
import beckon.invitation.control.Suppressions;
import beckon.invitation.entity.SuppressibleInvitation;
import beckon.invitation.entity.Suppression;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The door for whoever holds the link of a mail by which its account is to invite no more. */
@Stateless
@PermitAll
public class SuppressionService {
    @Inject DeliveryService deliveries;
    @Inject SuppressionRepository repository;
    @Inject Suppressions suppressions;
    @Inject Revoking revoking;
    @Inject Forgetting forgetting;
    @Inject AuditService audit;
    @Inject Clock clock;

    /** What the link is about; empty if it is none of ours. Nothing is changed. */
    public Optional<Suppression> look(@NotNull String token) {
        return find(token)
                .map(
                        invitation ->
                                new Suppression(
                                        invitation.accountName(),
                                        invitation.recipient(),
                                        invitation.language(),
                                        suppressions.isSuppressed(
                                                invitation.accountId(),
                                                invitation.recipientKey())));
    }

    /**
     * Lets the account invite this address no more, and declines what is open; once or more often.
     *
     * @return false if the link is none of ours
     */
    public boolean suppress(@NotNull String token) {
        Optional<SuppressibleInvitation> found = find(token);
        if (found.isPresent()) {
            Instant now = clock.instant();
            if (suppressions.suppress(found.get(), now)) {
                audit.record(act(found.get(), "invitation.suppressed"));
            }
            revoking.declineFor(found.get(), now);
        }
        return found.isPresent();
    }

    /**
     * Lets the account invite this address no more, and forget at once whatever it knows of it. The
     * wish itself is kept as a seal that nobody can read; the link opens nothing any more.
     *
     * @return false if the link is none of ours
     */
    public boolean erase(@NotNull String token) {
        Optional<SuppressibleInvitation> found = find(token);
        if (found.isPresent()) {
            Instant now = clock.instant();
            suppressions.suppress(found.get(), now);
            revoking.declineFor(found.get(), now);
            forgetting.erase(found.get());
            audit.record(act(found.get(), "invitee.erased"));
        }
        return found.isPresent();
    }

    /**
     * Takes the wish back; what was declined stays so.
     *
     * @return false if the link is none of ours
     */
    public boolean allow(@NotNull String token) {
        Optional<SuppressibleInvitation> found = find(token);
        if (found.isPresent() && suppressions.allow(found.get())) {
            audit.record(act(found.get(), "invitation.allowedAgain"));
        }
        return found.isPresent();
    }

    private Optional<SuppressibleInvitation> find(String token) {
        return deliveries.findByUnsubscribeToken(token).flatMap(repository::findInvitation);
    }

    private static AuditRecord act(SuppressibleInvitation invitation, String action) {
        return new AuditRecord(
                invitation.accountId(),
                null,
                action,
                invitation.handle().toString(),
                AuditRecord.DONE,
                null,
                null);
    }
}
