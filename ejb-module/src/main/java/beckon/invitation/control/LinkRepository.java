package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.invitation.entity.InvitationLink;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.LinkRow;
import beckon.invitation.entity.LinkState;
import beckon.invitation.entity.LinkTerms;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import beckon.shared.TokenSource;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Links that members share: finds them, and changes them.
 *
 * <p>Each change is one conditional statement whose row count is the verdict: of many who come at
 * once, exactly as many get in as the link is for.
 */
@ApplicationScoped
public class LinkRepository {
    private static final String USE =
            "update invitation_link set uses = uses + 1 where id = ? and token_hash = ?"
                    + " and deactivated_at is null and expires_at > ? and (max_uses is null or uses < max_uses)";

    private static final String CHANGE =
            "update invitation_link set expires_at = ?, max_uses = ?, domain = ?"
                    + " where id = ? and deactivated_at is null";

    private static final String RENEW =
            "update invitation_link set nonce = ?, key_id = ?, token_hash = ?, uses = 0,"
                    + " expires_at = ?, max_uses = ? where id = ? and deactivated_at is null";

    private static final String DEACTIVATE =
            "update invitation_link set deactivated_at = ? where id = ? and deactivated_at is null";

    private static final String ROWS =
            "select l.handle, p.first_name, p.last_name, l.owner_id, l.domain, l.uses, l.max_uses,"
                    + " l.created_at, l.expires_at, l.deactivated_at"
                    + " from invitation_link l"
                    + " join membership m on m.id = l.owner_id"
                    + " join person p on p.id = m.person_id"
                    + " where l.account_id = ?%s"
                    + " order by l.created_at desc, l.id desc limit ? offset ?";

    private static final String COUNT =
            "select count(*) from invitation_link l where l.account_id = ?%s";

    private static final String OWN = " and l.owner_id = ?";

    private EntityManager entityManager;
    private Statements statements;

    protected LinkRepository() {}

    @Inject
    public LinkRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    public void add(InvitationLink link) {
        entityManager.persist(link);
        entityManager.flush();
    }

    /** The link with this id. */
    public Optional<InvitationLink> find(long id) {
        return Optional.ofNullable(entityManager.find(InvitationLink.class, id));
    }

    /** The link that holds this token now. */
    public Optional<InvitationLink> findByToken(String token) {
        return entityManager
                .createNamedQuery("InvitationLink.byToken", InvitationLink.class)
                .setParameter("hash", TokenHash.of(token))
                .getResultStream()
                .findFirst();
    }

    /** The member's newest that opens something. */
    public Optional<InvitationLink> findNewestOpen(long ownerId, Instant now) {
        return entityManager
                .createNamedQuery("InvitationLink.open", InvitationLink.class)
                .setParameter("ownerId", ownerId)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * One of the caller's own.
     *
     * @throws RefusalException NOT_FOUND
     */
    public InvitationLink getOwn(Caller caller, UUID handle) {
        return find(handle, caller.accountId())
                .filter(link -> link.ownerId() == caller.membershipId())
                .orElseThrow(() -> new RefusalException(LinkReason.NOT_FOUND));
    }

    /**
     * One that the caller may deactivate: their own, or any of the account for an admin.
     *
     * @throws RefusalException NOT_FOUND
     */
    public InvitationLink getFor(Caller caller, UUID handle) {
        return find(handle, caller.accountId())
                .filter(link -> caller.isAdmin() || link.ownerId() == caller.membershipId())
                .orElseThrow(() -> new RefusalException(LinkReason.NOT_FOUND));
    }

    private Optional<InvitationLink> find(UUID handle, long accountId) {
        return entityManager
                .createNamedQuery("InvitationLink.byHandle", InvitationLink.class)
                .setParameter("handle", handle)
                .setParameter("accountId", accountId)
                .getResultStream()
                .findFirst();
    }

    /** Counts one more; false if it opens nothing any more, or has another token by now. */
    public boolean use(InvitationLink link, Instant now) {
        return statements.update(USE, link.id(), link.tokenHash(), InstantConverter.toColumn(now))
                == 1;
    }

    /** Sets other terms; false if it is deactivated. */
    public boolean change(InvitationLink link, LinkTerms terms) {
        return reread(
                link,
                statements.update(
                        CHANGE,
                        InstantConverter.toColumn(terms.expiresAt()),
                        terms.maxUses(),
                        terms.domain() == null ? null : terms.domain().key(),
                        link.id()));
    }

    /** Gives it another token and counts anew; false if it is deactivated. */
    public boolean renew(InvitationLink link, TokenSource source, byte[] hash, LinkTerms terms) {
        return reread(
                link,
                statements.update(
                        RENEW,
                        source.nonce(),
                        source.keyId(),
                        hash,
                        InstantConverter.toColumn(terms.expiresAt()),
                        terms.maxUses(),
                        link.id()));
    }

    /** Lets it open nothing any more; false if it does not already. */
    public boolean deactivate(InvitationLink link, Instant now) {
        return reread(
                link, statements.update(DEACTIVATE, InstantConverter.toColumn(now), link.id()));
    }

    private boolean reread(InvitationLink link, int changed) {
        entityManager.refresh(link);
        return changed == 1;
    }

    /** One page, the newest first: the caller's own, or everybody's for an admin. */
    public Page<LinkRow> list(Caller caller, boolean everybodys, int page, int size, Instant now) {
        boolean all = everybodys && caller.isAdmin();
        String condition = all ? "" : OWN;
        List<Object> values = new ArrayList<>(List.of(caller.accountId()));
        if (!all) {
            values.add(caller.membershipId());
        }
        int length = Math.max(1, Math.min(size, Page.MAX_SIZE));
        int number = Math.max(0, page);
        long total = statements.number(COUNT.formatted(condition), values.toArray());
        values.add(length);
        values.add((long) number * length);
        List<LinkRow> rows =
                statements.list(
                        ROWS.formatted(condition), row -> row(row, caller, now), values.toArray());
        return new Page<>(rows, total, number, length);
    }

    private static LinkRow row(ResultSet row, Caller caller, Instant now) throws SQLException {
        int uses = row.getInt(6);
        Integer maxUses = row.getObject(7, Integer.class);
        Instant expiresAt = moment(row, 9);
        boolean deactivated = row.getObject(10) != null;
        LinkState state =
                deactivated
                        ? LinkState.DEACTIVATED
                        : !now.isBefore(expiresAt)
                                ? LinkState.EXPIRED
                                : maxUses == null || uses < maxUses
                                        ? LinkState.OPEN
                                        : LinkState.USED_UP;
        return new LinkRow(
                row.getObject(1, UUID.class),
                row.getString(2) + " " + row.getString(3),
                row.getLong(4) == caller.membershipId(),
                row.getString(5),
                uses,
                maxUses,
                moment(row, 8),
                expiresAt,
                state);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}
