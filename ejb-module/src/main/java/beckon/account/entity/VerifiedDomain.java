package beckon.account.entity;

import beckon.shared.EmailDomain;
import beckon.shared.RefusalException;
import beckon.shared.WebmailDomains;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A mail domain that is the company's own: whoever has an address in it is a co-worker.
 *
 * <p>Belongs to one account at most, and is never a webmail provider's.
 */
@Entity
@Table(name = "verified_domain")
@NamedQuery(
        name = "VerifiedDomain.list",
        query =
                "select d from VerifiedDomain d where d.accountId = :accountId"
                        + " order by d.domain")
public class VerifiedDomain extends Identified {

    @Column(name = "account_id")
    private long accountId;

    private String domain;

    @Column(name = "sub_domains")
    private boolean subDomains;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    protected VerifiedDomain() {}

    /**
     * @throws RefusalException INVALID_DOMAIN, WEBMAIL_DOMAIN
     */
    public VerifiedDomain(
            long id, long accountId, String domain, boolean subDomains, Instant verifiedAt) {
        super(id);
        this.accountId = accountId;
        this.domain = ownDomain(domain).key();
        this.subDomains = subDomains;
        this.verifiedAt = verifiedAt;
    }

    /** The domain as admins see it. */
    public DomainRow row() {
        return new DomainRow(handle(), domain, subDomains, verifiedAt);
    }

    private static EmailDomain ownDomain(String text) {
        EmailDomain domain;
        try {
            domain = EmailDomain.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(AccountReason.INVALID_DOMAIN);
        }
        if (WebmailDomains.contains(domain)) {
            throw new RefusalException(AccountReason.WEBMAIL_DOMAIN);
        }
        return domain;
    }
}
