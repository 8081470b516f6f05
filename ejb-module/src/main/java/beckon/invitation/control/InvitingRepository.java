package beckon.invitation.control;

import beckon.account.entity.Approval;
import beckon.account.entity.GuestRules;
import beckon.account.entity.LinkRules;
import beckon.account.entity.MemberKind;
import beckon.account.entity.RecipientRules;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.invitation.entity.CompanyDomain;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.InvitingRules;
import beckon.invitation.entity.NumberStandings;
import beckon.invitation.entity.OpenInvitation;
import beckon.invitation.entity.Standings;
import beckon.invitation.entity.Taker;
import beckon.shared.EmailDomain;
import beckon.shared.TokenSource;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What inviting reads and writes, in as few statements as there are questions, however many
 * recipients a command has: written by hand, because this is the way that most work takes.
 */
@ApplicationScoped
public class InvitingRepository {

    private static final String INVITER =
            "select m.kind, m.invited_by, p.first_name, p.last_name, p.email, p.email_key,"
                    + " p.language, a.name, a.language, r.who_may_invite, r.guests_may_invite,"
                    + " r.expiry_hours, d.domain, d.sub_domains, d.verified_at,"
                    + " r.who_may_share_links, r.link_expiry_hours, r.link_max_uses,"
                    + " r.who_may_text, r.home_country, r.text_countries, r.texts_per_day,"
                    + " r.texts_per_prefix, r.guests_welcome, r.guest_max_days, r.approval,"
                    + " r.disposable_refused, r.allowed_recipients, r.denied_recipients, a.logo,"
                    + " exists (select 1 from account_mail o where o.account_id = a.id),"
                    + " r.password_minimum"
                    + " from membership m"
                    + " join person p on p.id = m.person_id"
                    + " join account a on a.id = m.account_id"
                    + " join invitation_policy r on r.account_id = a.id"
                    + " left join verified_domain d on d.account_id = a.id"
                    + " where m.id = ? and m.account_id = ?"
                    + " and m.deactivated_at is null and a.closed_at is null";

    private static final String ADMIN_TO_ASK =
            "select p.first_name, p.last_name from membership m join person p on p.id = m.person_id"
                    + " where m.account_id = ? and m.kind = 'ADMIN' and m.deactivated_at is null"
                    + " and m.id <> ? order by m.joined_at, m.id limit 1";

    private static final String STANDINGS =
            "select p.email_key, cast(null as bigint), cast(null as uuid), cast(null as bigint),"
                    + " cast(null as timestamp)"
                    + " from person p join membership m on m.person_id = p.id"
                    + " where p.email_key = any(?) and m.account_id = ?"
                    + " and m.deactivated_at is null"
                    + " union all"
                    + " select i.open_key, i.id, i.handle, i.inviter_id, i.expires_at"
                    + " from invitation i where i.account_id = ? and i.open_key = any(?)"
                    + " union all"
                    + " select l.bucket, 0, null, null, null from rate_limit l"
                    + " where l.bucket = any(?)"
                    + " union all"
                    + " select s.address_seal, 1, null, null, null from suppression s"
                    + " where s.account_id = ? and s.address_seal = any(?)";

    private static final String MEMBER_NUMBERS =
            "select c.phone, c.membership_id from contact c"
                    + " join membership m on m.id = c.membership_id"
                    + " where c.account_id = ? and c.phone = any(?)"
                    + " and c.membership_id is not null and m.deactivated_at is null"
                    + " union all"
                    + " select n.phone, (select c.membership_id from contact c"
                    + " join membership m on m.id = c.membership_id"
                    + " where c.id = n.contact_id and c.account_id = ?"
                    + " and m.deactivated_at is null)"
                    + " from contact_phone n where n.phone = any(?)";

    private static final String EXPIRE =
            "update invitation set state = 'EXPIRED', open_key = null, settled_at = expires_at,"
                    + " version = version + 1 where state in ('PENDING', 'WAITING') and id = any(?)";

    private static final String WAITING =
            "select count(*) from invitation where state = 'WAITING' and inviter_id = ?";

    private static final String COLUMNS =
            "id, handle, account_id, inviter_id, channel, recipient, recipient_key, open_key, kind,"
                    + " rule, language, message, state, nonce, key_id, token_hash, created_at,"
                    + " expires_at, version, file_nonce, file_key_id";

    private static final String TAKER =
            "select first_name, last_name, email, email_key from person where id = ?";

    private DataSource dataSource;
    private Statements statements;

    protected InvitingRepository() {}

    @Inject
    public InvitingRepository(DataSource dataSource) {
        this.dataSource = dataSource;
        this.statements = new Statements(dataSource);
    }

    /** The member with the rules of the account; empty if deactivated, or the account is closed. */
    public Optional<Inviter> findInviter(long accountId, long membershipId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(INVITER)) {
            select.setLong(1, membershipId);
            select.setLong(2, accountId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(inviter(rows, accountId, membershipId))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the inviter", e);
        }
    }

    private static Inviter inviter(ResultSet rows, long accountId, long membershipId)
            throws SQLException {
        MemberKind kind = MemberKind.valueOf(rows.getString(1));
        Long invitedBy = rows.getObject(2, Long.class);
        String name = rows.getString(3) + " " + rows.getString(4);
        String email = rows.getString(5);
        String emailKey = rows.getString(6);
        String language = rows.getString(7);
        String accountName = rows.getString(8);
        String accountLanguage = rows.getString(9);
        UUID accountLogo = rows.getObject(30, UUID.class);
        WhoMayInvite whoMayInvite = WhoMayInvite.valueOf(rows.getString(10));
        GuestRules guests =
                new GuestRules(
                        rows.getBoolean(24),
                        rows.getBoolean(11),
                        rows.getObject(25, Integer.class));
        boolean hasOwnMail = rows.getBoolean(31);
        int passwordMinimum = rows.getInt(32);
        Approval approval = Approval.valueOf(rows.getString(26));
        RecipientRules recipients =
                RecipientRules.stored(rows.getBoolean(27), rows.getString(28), rows.getString(29));
        Duration expiry = Duration.ofHours(rows.getInt(12));
        LinkRules links =
                new LinkRules(
                        WhoMayInvite.valueOf(rows.getString(16)),
                        rows.getInt(17),
                        rows.getObject(18, Integer.class));
        TextRules texts =
                new TextRules(
                        WhoMayInvite.valueOf(rows.getString(19)),
                        rows.getString(20),
                        Set.of(rows.getString(21).split(",")),
                        rows.getInt(22),
                        rows.getInt(23));
        return new Inviter(
                accountId,
                membershipId,
                kind,
                invitedBy,
                name,
                email,
                emailKey,
                language,
                accountName,
                accountLanguage,
                accountLogo,
                new InvitingRules(
                        whoMayInvite, guests, approval, links, texts, recipients, domains(rows)),
                expiry,
                hasOwnMail,
                passwordMinimum);
    }

    private static List<CompanyDomain> domains(ResultSet rows) throws SQLException {
        List<CompanyDomain> domains = new ArrayList<>();
        do {
            if (rows.getString(13) != null) {
                Instant verifiedAt =
                        InstantConverter.toMoment(rows.getObject(15, LocalDateTime.class));
                EmailDomain domain = new EmailDomain(rows.getString(13));
                domains.add(new CompanyDomain(domain, rows.getBoolean(14), verifiedAt));
            }
        } while (rows.next());
        return domains;
    }

    /** The name of the longest-serving admin but the member themselves. */
    public Optional<String> findAdminToAsk(long accountId, long membershipId) {
        return statements.find(
                ADMIN_TO_ASK,
                row -> row.getString(1) + " " + row.getString(2),
                accountId,
                membershipId);
    }

    /** Whoever is about to accept. */
    public Taker getTaker(long personId) {
        return statements
                .find(
                        TAKER,
                        row ->
                                new Taker(
                                        personId,
                                        row.getString(1) + " " + row.getString(2),
                                        row.getString(3),
                                        row.getString(4)),
                        personId)
                .orElseThrow(() -> new IllegalStateException("no person " + personId));
    }

    /** What the recipients are to the account already: one statement for all of them. */
    public Standings listStandings(
            long accountId,
            Collection<String> emailKeys,
            Collection<String> openKeys,
            Collection<String> buckets,
            Collection<String> seals) {
        Set<String> members = new HashSet<>();
        Map<String, OpenInvitation> open = new HashMap<>();
        Set<String> counted = new HashSet<>();
        Set<String> suppressed = new HashSet<>();
        statements.each(
                STANDINGS,
                row -> {
                    String key = row.getString(1);
                    if (row.getObject(3) != null) {
                        open.put(key, open(row, key));
                    } else if (row.getObject(2) == null) {
                        members.add(key);
                    } else {
                        (row.getLong(2) == 0 ? counted : suppressed).add(key);
                    }
                },
                emailKeys,
                accountId,
                accountId,
                openKeys,
                buckets,
                accountId,
                seals);
        return new Standings(members, open, counted, suppressed, NumberStandings.NONE);
    }

    private static OpenInvitation open(ResultSet row, String key) throws SQLException {
        Instant expiresAt = InstantConverter.toMoment(row.getObject(5, LocalDateTime.class));
        UUID handle = row.getObject(3, UUID.class);
        return new OpenInvitation(row.getLong(2), handle, row.getLong(4), key, expiresAt);
    }

    /** Whose of the account the numbers are, by the number; numbers of nobody are left out. */
    public Map<String, Long> listMemberNumbers(long accountId, Collection<String> numbers) {
        Map<String, Long> members = new HashMap<>();
        statements.each(
                MEMBER_NUMBERS,
                row -> {
                    if (row.getObject(2) != null) {
                        members.put(row.getString(1), row.getLong(2));
                    }
                },
                accountId,
                numbers,
                accountId,
                numbers);
        return members;
    }

    /** How many of the member's invitations wait for approval. */
    public long countWaiting(long membershipId) {
        return statements.number(WAITING, membershipId);
    }

    /** Closes what has expired and nobody has swept yet. */
    public void expire(Collection<Long> ids) {
        statements.update(EXPIRE, ids);
    }

    /**
     * Writes new invitations in one statement.
     *
     * @throws IllegalStateException with the database's own as its cause, a unique violation if one
     *     to the same address has been opened meanwhile
     */
    public void addAll(List<Invitation> invitations) {
        String row = "(" + Statements.marks(21) + ")";
        String sql =
                "insert into invitation ("
                        + COLUMNS
                        + ") values "
                        + String.join(", ", Collections.nCopies(invitations.size(), row));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int next = 1;
            for (Invitation invitation : invitations) {
                next = bind(insert, next, invitation);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write invitations", e);
        }
    }

    private static int bind(PreparedStatement insert, int first, Invitation invitation)
            throws SQLException {
        int next = first;
        TokenSource source = invitation.tokenSource();
        insert.setLong(next++, invitation.id());
        insert.setObject(next++, invitation.handle());
        insert.setLong(next++, invitation.accountId());
        insert.setLong(next++, invitation.inviterId());
        insert.setString(next++, invitation.channel().name());
        insert.setString(next++, invitation.recipient());
        insert.setString(next++, invitation.recipientKey());
        insert.setString(next++, invitation.openKey());
        insert.setString(next++, invitation.kind().name());
        insert.setString(next++, invitation.rule().name());
        insert.setString(next++, invitation.language());
        insert.setString(next++, invitation.message());
        insert.setString(next++, invitation.state().name());
        insert.setBytes(next++, source.nonce());
        insert.setString(next++, source.keyId());
        insert.setBytes(next++, invitation.tokenHash());
        insert.setObject(next++, InstantConverter.toColumn(invitation.createdAt()));
        insert.setObject(next++, InstantConverter.toColumn(invitation.expiresAt()));
        insert.setInt(next++, invitation.version());
        insert.setBytes(next++, invitation.file().map(TokenSource::nonce).orElse(null));
        insert.setString(next++, invitation.file().map(TokenSource::keyId).orElse(null));
        return next;
    }
}
