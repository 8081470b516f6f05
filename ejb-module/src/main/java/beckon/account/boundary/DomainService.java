package beckon.account.boundary;

import beckon.account.control.AccountRepository;
import beckon.account.control.DomainClaimRepository;
import beckon.account.control.DomainProofs;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.ClaimRow;
import beckon.account.entity.DomainClaim;
import beckon.account.entity.DomainMailbox;
import beckon.account.entity.DomainRow;
import beckon.account.entity.VerifiedDomain;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.person.boundary.PersonService;
import beckon.shared.RefusalException;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The door to an account's mail domains: claimed first, proven by the DNS or by a mailed code, and
 * only then of any effect.
 */
@Stateless
@RolesAllowed("ADMIN")
public class DomainService {

    private static final int LOOKUPS = 30;
    private static final Duration LOOKUP_WINDOW = Duration.ofMinutes(10);
    private static final int MAILS = 5;
    private static final Duration MAIL_WINDOW = Duration.ofDays(1);
    private static final int CLAIMS = 100;

    @Inject CurrentCaller caller;
    @Inject AccountRepository accounts;
    @Inject DomainClaimRepository claims;
    @Inject DomainProofs proofs;
    @Inject PersonService persons;
    @Inject DeliveryService delivery;
    @Inject RateLimitRepository limits;
    @Inject TokenKeys keys;
    @Inject IdRepository ids;
    @Inject AuditService audit;
    @Inject Clock clock;

    /** The domains that decide who is a co-worker. */
    public List<DomainRow> listVerified() {
        return accounts.listDomains(caller.get().accountId());
    }

    /** The domains that are not proven yet. */
    public List<ClaimRow> listClaims() {
        Instant now = clock.instant();
        return claims.list(caller.get().accountId()).stream().map(claim -> claim.row(now)).toList();
    }

    /**
     * Puts a domain on the list, to be proven.
     *
     * @return the claim's handle
     * @throws RefusalException WEBMAIL_DOMAIN, INVALID_DOMAIN, DOMAIN_TAKEN, TOO_MANY_ATTEMPTS
     */
    public UUID claim(
            @NotBlank(message = "{account.domain.missing}") String domain, boolean subDomains) {
        Caller who = caller.get();
        DomainClaim claim = DomainClaim.of(ids.next(), who.accountId(), domain, subDomains);
        limit("domain.claim:" + who.accountId(), CLAIMS, MAIL_WINDOW);
        claims.add(claim, clock.instant());
        record("account.domainClaimed", claim.handle(), claim.domain());
        return claim.handle();
    }

    /**
     * Looks for the record in the DNS; where it is, the domain is verified.
     *
     * @throws RefusalException NOT_FOUND, RECORD_MISSING, RECORD_DIFFERENT, DNS_SILENT, DNS_FAILED,
     *     DOMAIN_TAKEN, TOO_MANY_ATTEMPTS
     */
    // the DNS is asked for seconds at worst: no transaction waits for it
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void verifyByRecord(@NotNull UUID handle) {
        DomainClaim claim = claims.get(caller.get().accountId(), handle);
        limit("domain.lookup:" + claim.accountId(), LOOKUPS, LOOKUP_WINDOW);
        verify(claim, "DNS", () -> proofs.requireRecord(claim));
    }

    /**
     * Mails a code to the domain; an earlier one counts no more.
     *
     * @throws RefusalException NOT_FOUND, TOO_MANY_ATTEMPTS
     */
    public void mailCode(@NotNull UUID handle, @NotNull DomainMailbox mailbox) {
        Caller who = caller.get();
        DomainClaim claim = claims.get(who.accountId(), handle);
        limit("domain.mail:" + claim.domain(), MAILS, MAIL_WINDOW);
        Instant until = clock.instant().plus(DomainClaim.CODE_LIFETIME);
        TokenSource source = keys.draw(DomainClaim.PURPOSE);
        claims.noteCode(claim, source, until);
        delivery.cancel(claim.handle());
        delivery.enqueue(List.of(mail(who, claim, mailbox, source, until)));
        record("account.domainCodeMailed", handle, mailbox + " of " + claim.domain());
    }

    /**
     * Compares the mailed code; where it is right, the domain is verified.
     *
     * @throws RefusalException NOT_FOUND, WRONG_CODE, CODE_EXPIRED, DOMAIN_TAKEN
     */
    // a wrong try counts although it is refused
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void verifyByCode(
            @NotNull UUID handle, @NotBlank(message = "{account.code.missing}") String code) {
        DomainClaim claim = claims.get(caller.get().accountId(), handle);
        verify(claim, "mail", () -> proofs.requireCode(claim, code));
    }

    /**
     * Lets addresses below a verified domain count as the company's own, or not.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void allowSubDomains(@NotNull UUID handle, boolean allowed) {
        VerifiedDomain domain =
                accounts.findDomain(caller.get().accountId(), handle)
                        .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
        domain.allowSubDomains(allowed);
        accounts.write();
        record("account.domainChanged", handle, domain.row().domain() + " below " + allowed);
    }

    /**
     * Takes a domain off the list, proven or not.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void remove(@NotNull UUID handle) {
        long account = caller.get().accountId();
        accounts.findDomain(account, handle)
                .ifPresentOrElse(accounts::remove, () -> withdraw(account, handle));
        record("account.domainRemoved", handle, null);
    }

    private void withdraw(long account, UUID handle) {
        if (!claims.remove(account, handle)) {
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
        delivery.cancel(handle);
    }

    private void verify(DomainClaim claim, String how, Runnable proof) {
        Caller who = caller.get();
        try {
            proof.run();
            proofs.accept(who, claim, ids.next(), how);
        } catch (RefusalException refused) {
            String why = refused.reason().name();
            audit.recordRefusal(
                    act(who, "account.domainVerified", claim.handle(), why, claim.domain()));
            throw refused;
        }
    }

    private void limit(String bucket, int most, Duration window) {
        if (!limits.takeForGood(bucket, most, window, clock.instant(), 1)) {
            throw new RefusalException(AccountReason.TOO_MANY_ATTEMPTS, window.toMinutes());
        }
    }

    private OutgoingMessage mail(
            Caller who,
            DomainClaim claim,
            DomainMailbox mailbox,
            TokenSource source,
            Instant until) {
        return new OutgoingMessage(
                who.accountId(),
                claim.handle(),
                Channel.EMAIL,
                "domain",
                mailbox.at(claim.domain()),
                accounts.get(who.accountId()).row().language(),
                Map.of(
                        "adminName",
                        persons.getProfile().displayName(),
                        "accountName",
                        accounts.get(who.accountId()).row().name(),
                        "domain",
                        claim.domain(),
                        "expiresAt",
                        until.toString()),
                source,
                until);
    }

    private void record(String action, UUID subject, String details) {
        audit.record(act(caller.get(), action, subject, AuditRecord.DONE, details));
    }

    private static AuditRecord act(
            Caller who, String action, UUID subject, String outcome, String details) {
        return new AuditRecord(
                who.accountId(),
                who.membershipId(),
                action,
                subject.toString(),
                outcome,
                details,
                null);
    }
}
