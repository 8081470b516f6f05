package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invitations one at a time: finds them, and changes their state.
 *
 * <p>Each change is one conditional statement whose row count is the verdict: of many who accept,
 * revoke or send again at once, exactly one succeeds.
 */
@ApplicationScoped
public class InvitationRepository {
    private static final String SETTLE =
            "update Invitation i set i.state = :state, i.openKey = null, i.settledAt = :now,"
                    + " i.version = i.version + 1"
                    + " where i.id = :id and i.state in :open and i.expiresAt > :now";

    private static final String SETTLE_BY_TOKEN = SETTLE + " and i.token.hash = :hash";

    private static final String RENEW =
            "update Invitation i set i.state = :pending, i.openKey = :openKey, i.token.nonce = :nonce,"
                    + " i.token.keyId = :keyId, i.token.hash = :hash, i.expiresAt = :expiresAt,"
                    + " i.fileNonce = :fileNonce, i.fileKeyId = :fileKeyId,"
                    + " i.settledAt = null, i.kind = :kind, i.rule = :rule,"
                    + " i.inviterId = :inviterId, i.takenOver = :takenOver,"
                    + " i.approvedBy = :approvedBy,"
                    + " i.version = i.version + 1"
                    + " where i.id = :id and i.version = :version and i.state in :before";

    private static final String SWEEP =
            "update Invitation i set i.state = :expired, i.openKey = null,"
                    + " i.settledAt = i.expiresAt, i.version = i.version + 1"
                    + " where i.id = :id and i.state in :open and i.expiresAt <= :now";

    private static final List<InvitationState> OPEN =
            List.of(InvitationState.PENDING, InvitationState.WAITING);

    private EntityManager entityManager;

    protected InvitationRepository() {}

    @Inject
    public InvitationRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An invitation of the account. */
    public Optional<Invitation> find(UUID handle, long accountId) {
        return entityManager
                .createNamedQuery("Invitation.byHandle", Invitation.class)
                .setParameter("handle", handle)
                .setParameter("accountId", accountId)
                .getResultStream()
                .findFirst();
    }

    /**
     * One that the caller may change: their own, or any of the account for an admin.
     *
     * @throws RefusalException NOT_FOUND
     */
    public Invitation getFor(Caller caller, UUID handle) {
        return find(handle, caller.accountId())
                .filter(found -> caller.isAdmin() || found.inviterId() == caller.membershipId())
                .orElseThrow(() -> new RefusalException(InvitationReason.NOT_FOUND));
    }

    /** The invitation with this id. */
    public Optional<Invitation> find(long id) {
        return Optional.ofNullable(entityManager.find(Invitation.class, id));
    }

    public void add(Invitation invitation) {
        entityManager.persist(invitation);
    }

    /** The state that the database has now, whatever was read before. */
    public InvitationState getState(Invitation invitation) {
        return entityManager
                .createQuery(
                        "select i.state from Invitation i where i.id = :id", InvitationState.class)
                .setParameter("id", invitation.id())
                .getSingleResult();
    }

    /** From which the link of the file is derived that it carries now, whatever was read before. */
    public Optional<TokenSource> findFile(Invitation invitation) {
        return entityManager
                .createQuery(
                        "select i.fileNonce, i.fileKeyId from Invitation i"
                                + " where i.id = :id and i.fileNonce is not null",
                        Object[].class)
                .setParameter("id", invitation.id())
                .getResultStream()
                .findFirst()
                .map(row -> Invitation.fileSource((byte[]) row[0], (String) row[1]));
    }

    /** The one that keeps others with the same open key away. */
    public Optional<Invitation> findOpen(String openKey, long accountId) {
        return entityManager
                .createNamedQuery("Invitation.byOpenKey", Invitation.class)
                .setParameter("openKey", openKey)
                .setParameter("accountId", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The invitation whose link holds this token now. */
    public Optional<Invitation> findByToken(String token) {
        return entityManager
                .createNamedQuery("Invitation.byToken", Invitation.class)
                .setParameter("hash", TokenHash.of(token))
                .getResultStream()
                .findFirst();
    }

    /** Ends an open invitation; false if it is not open any more. */
    public boolean settle(Invitation invitation, InvitationState state, Instant now) {
        return entityManager
                        .createQuery(SETTLE)
                        .setParameter("state", state)
                        .setParameter("open", OPEN)
                        .setParameter("id", invitation.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** The same for whoever holds the link: false also if it has been replaced by another. */
    public boolean settleByToken(Invitation invitation, InvitationState state, Instant now) {
        return entityManager
                        .createQuery(SETTLE_BY_TOKEN)
                        .setParameter("state", state)
                        .setParameter("open", List.of(InvitationState.PENDING))
                        .setParameter("id", invitation.id())
                        .setParameter("now", now)
                        .setParameter("hash", invitation.tokenHash())
                        .executeUpdate()
                == 1;
    }

    /** Notes who has accepted, and as what they came in. */
    public void markAcceptedBy(Invitation invitation, long membershipId, MemberKind kind) {
        entityManager
                .createQuery(
                        "update Invitation i set i.acceptedBy = :by, i.kind = :kind"
                                + " where i.id = :id")
                .setParameter("by", membershipId)
                .setParameter("kind", kind)
                .setParameter("id", invitation.id())
                .executeUpdate();
    }

    /** Turns down one that waits for approval; false if it does not any more. */
    public boolean reject(Invitation invitation, Instant now) {
        return entityManager
                        .createQuery(SETTLE)
                        .setParameter("state", InvitationState.REJECTED)
                        .setParameter("open", List.of(InvitationState.WAITING))
                        .setParameter("id", invitation.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes it pending with another token; false if somebody else has just changed it.
     *
     * @param approvedBy the admin who lets it be sent; null if nobody has to
     */
    public boolean renew(
            Invitation invitation,
            long inviterId,
            String openKey,
            Admission admission,
            Envelope envelope,
            Long approvedBy) {
        Optional<TokenSource> file = Optional.ofNullable(envelope.file());
        return entityManager
                        .createQuery(RENEW)
                        .setParameter("pending", InvitationState.PENDING)
                        .setParameter(
                                "before",
                                approvedBy == null || invitation.approvedBy() != null
                                        ? List.of(InvitationState.PENDING, InvitationState.EXPIRED)
                                        : List.of(InvitationState.WAITING))
                        .setParameter("approvedBy", approvedBy)
                        .setParameter("openKey", openKey)
                        .setParameter("nonce", envelope.tokenSource().nonce())
                        .setParameter("keyId", envelope.tokenSource().keyId())
                        .setParameter("hash", envelope.tokenHash())
                        .setParameter("expiresAt", envelope.expiresAt())
                        .setParameter("fileNonce", file.map(TokenSource::nonce).orElse(null))
                        .setParameter("fileKeyId", file.map(TokenSource::keyId).orElse(null))
                        .setParameter("kind", admission.kind())
                        .setParameter("rule", admission.rule())
                        .setParameter("inviterId", inviterId)
                        .setParameter("takenOver", invitation.isTakenOverBy(inviterId))
                        .setParameter("id", invitation.id())
                        .setParameter("version", invitation.version())
                        .executeUpdate()
                == 1;
    }

    /** Those that have expired and are not swept yet, the oldest first. */
    public List<Invitation> listOverdue(Instant now, int limit) {
        return entityManager
                .createNamedQuery("Invitation.overdue", Invitation.class)
                .setParameter("open", OPEN)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Closes one that has expired; false if another node has done so, or it was sent again. */
    public boolean sweep(Invitation invitation, Instant now) {
        return entityManager
                        .createQuery(SWEEP)
                        .setParameter("expired", InvitationState.EXPIRED)
                        .setParameter("open", OPEN)
                        .setParameter("id", invitation.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
