package beckon.account.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.account.entity.AccountReason;
import beckon.account.entity.DomainClaim;
import beckon.shared.RefusalException;
import beckon.shared.TokenSource;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Claimed domains. Every statement names the account. */
@ApplicationScoped
public class DomainClaimRepository {

    private static final String READ =
            "select id, handle, account_id, domain, sub_domains, challenge, nonce, key_id,"
                    + " code_expires_at from domain_claim where account_id = ?";
    private static final String ADD =
            "insert into domain_claim (id, handle, account_id, domain, sub_domains, challenge,"
                    + " code_tries, created_at) values (?, ?, ?, ?, ?, ?, 0, ?)"
                    + " on conflict do nothing";
    private static final String TRY =
            "update domain_claim set code_tries = code_tries + 1"
                    + " where id = ? and code_tries < ? and code_expires_at > ?";
    private static final String TAKEN =
            "select (select count(*) from domain_claim where account_id = ? and domain = ?)"
                    + " + (select count(*) from verified_domain"
                    + " where account_id = ? and domain = ?)";

    private Statements statements;

    protected DomainClaimRepository() {}

    @Inject
    public DomainClaimRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * @throws RefusalException DOMAIN_TAKEN, if the account has it on its list
     */
    public void add(DomainClaim claim, Instant now) {
        if (isListed(claim) || insert(claim, now) == 0) {
            throw new RefusalException(AccountReason.DOMAIN_TAKEN);
        }
    }

    private boolean isListed(DomainClaim claim) {
        return statements.number(
                        TAKEN, claim.accountId(), claim.domain(), claim.accountId(), claim.domain())
                > 0;
    }

    private int insert(DomainClaim claim, Instant now) {
        return statements.update(
                ADD,
                claim.id(),
                claim.handle(),
                claim.accountId(),
                claim.domain(),
                claim.subDomains(),
                claim.challenge(),
                toColumn(now));
    }

    /** The account's claims, by domain. */
    public List<DomainClaim> list(long accountId) {
        return statements.list(READ + " order by domain", DomainClaimRepository::read, accountId);
    }

    /**
     * @throws RefusalException NOT_FOUND, for another account's as well
     */
    public DomainClaim get(long accountId, UUID handle) {
        return statements
                .find(READ + " and handle = ?", DomainClaimRepository::read, accountId, handle)
                .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
    }

    /** Takes a claim off the list; of many at once, one is told true. */
    public boolean remove(long accountId, UUID handle) {
        return statements.update(
                        "delete from domain_claim where account_id = ? and handle = ?",
                        accountId,
                        handle)
                == 1;
    }

    /** From now on this code counts, and no earlier one. */
    public void noteCode(DomainClaim claim, TokenSource source, Instant expiresAt) {
        statements.update(
                "update domain_claim set nonce = ?, key_id = ?, code_expires_at = ?, code_tries = 0"
                        + " where id = ?",
                source.nonce(),
                source.keyId(),
                toColumn(expiresAt),
                claim.id());
    }

    /** Counts one try, even if the caller refuses; false if there is none left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean takeTry(DomainClaim claim, Instant now) {
        return statements.update(TRY, claim.id(), DomainClaim.CODE_TRIES, toColumn(now)) == 1;
    }

    private static DomainClaim read(ResultSet row) throws SQLException {
        byte[] nonce = row.getBytes(7);
        return new DomainClaim(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                nonce == null
                        ? null
                        : new TokenSource(DomainClaim.PURPOSE, nonce, row.getString(8)),
                InstantConverter.toMoment(row.getObject(9, LocalDateTime.class)));
    }
}
