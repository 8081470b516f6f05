package beckon.invitation.control;

import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationState;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** What a member has begun and not ended: invitations, links, and requests to them. */
@ApplicationScoped
public class HandoverRepository {

    private EntityManager entityManager;
    private Statements statements;

    protected HandoverRepository() {}

    @Inject
    public HandoverRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    /** The member's invitations that are open, or would be if sent anew. */
    public List<Invitation> listOpen(long inviterId) {
        return entityManager
                .createQuery(
                        "select i from Invitation i where i.inviterId = :inviter"
                                + " and i.state = :pending",
                        Invitation.class)
                .setParameter("inviter", inviterId)
                .setParameter("pending", InvitationState.PENDING)
                .getResultList();
    }

    /** Makes open invitations, links that are not deactivated, and open requests another's. */
    public void giveTo(long successorId, long memberId) {
        statements.update(
                "update invitation set inviter_id = ?, taken_over = true, version = version + 1"
                        + " where inviter_id = ? and state = 'PENDING'",
                successorId,
                memberId);
        statements.update(
                "update invitation_link set owner_id = ?, taken_over = true"
                        + " where owner_id = ? and deactivated_at is null",
                successorId,
                memberId);
        statements.update(
                "update invitation_request set inviter_id = ?"
                        + " where inviter_id = ? and settled_at is null",
                successorId,
                memberId);
    }

    /** Lets nothing that the account has offered open anything any more. */
    public void endAll(long accountId, Instant now) {
        statements.update(
                "update invitation set state = 'REVOKED', open_key = null, settled_at = ?,"
                        + " version = version + 1 where account_id = ? and state = 'PENDING'",
                InstantConverter.toColumn(now),
                accountId);
        statements.update(
                "update invitation_link set deactivated_at = ?"
                        + " where account_id = ? and deactivated_at is null",
                InstantConverter.toColumn(now),
                accountId);
    }

    /** Lets the member's links open nothing any more, and declines who asked them. */
    public void end(long memberId, Instant now) {
        statements.update(
                "update invitation_link set deactivated_at = ?"
                        + " where owner_id = ? and deactivated_at is null",
                InstantConverter.toColumn(now),
                memberId);
        statements.update(
                "update invitation_request set settled_at = ?, outcome = 'DECLINED',"
                        + " open_key = null where inviter_id = ? and settled_at is null",
                InstantConverter.toColumn(now),
                memberId);
    }
}
