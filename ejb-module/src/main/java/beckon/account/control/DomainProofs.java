package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.DomainClaim;
import beckon.account.entity.VerifiedDomain;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import beckon.shared.ShortCode;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Whether a claimed domain is proven, and what follows. */
@ApplicationScoped
public class DomainProofs {

    private DomainRecords records;
    private DomainClaimRepository claims;
    private AccountRepository accounts;
    private TokenKeys keys;
    private AuditService audit;
    private Clock clock;

    protected DomainProofs() {}

    @Inject
    public DomainProofs(
            DomainRecords records,
            DomainClaimRepository claims,
            AccountRepository accounts,
            TokenKeys keys,
            AuditService audit,
            Clock clock) {
        this.records = records;
        this.claims = claims;
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks the DNS, which may take seconds: not for within a transaction.
     *
     * @throws RefusalException RECORD_MISSING, RECORD_DIFFERENT, DNS_SILENT, DNS_FAILED
     */
    public void requireRecord(DomainClaim claim) {
        List<String> texts = records.listTexts(claim.recordName());
        if (texts.isEmpty()) {
            throw new RefusalException(AccountReason.RECORD_MISSING, claim.recordName());
        }
        if (!texts.contains(claim.recordValue())) {
            throw new RefusalException(AccountReason.RECORD_DIFFERENT, claim.recordName());
        }
    }

    /**
     * Uses up one try.
     *
     * @throws RefusalException WRONG_CODE, CODE_EXPIRED
     */
    public void requireCode(DomainClaim claim, String typed) {
        Instant now = clock.instant();
        if (claim.codeSource() == null || !claims.takeTry(claim, now)) {
            throw new RefusalException(AccountReason.CODE_EXPIRED);
        }
        if (!ShortCode.of(keys.derive(claim.codeSource())).isTyped(typed)) {
            throw new RefusalException(AccountReason.WRONG_CODE);
        }
    }

    /**
     * The claim becomes a verified domain of its account.
     *
     * @param how the proof, for the audit
     * @throws RefusalException NOT_FOUND, if it was taken back meanwhile; DOMAIN_TAKEN, if another
     *     account was first
     */
    @Transactional
    public void accept(Caller caller, DomainClaim claim, long id, String how) {
        if (!claims.remove(claim.accountId(), claim.handle())) {
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
        VerifiedDomain domain =
                new VerifiedDomain(
                        id, claim.accountId(), claim.domain(), claim.subDomains(), clock.instant());
        accounts.add(domain);
        audit.record(
                new AuditRecord(
                        caller.accountId(),
                        caller.membershipId(),
                        "account.domainVerified",
                        domain.handle().toString(),
                        AuditRecord.DONE,
                        claim.domain() + " by " + how,
                        null));
    }
}
