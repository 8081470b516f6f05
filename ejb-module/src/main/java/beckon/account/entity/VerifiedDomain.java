package beckon.account.entity;

import beckon.shared.RefusalException;
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
        this.domain = DomainClaim.ownDomain(domain);
        this.subDomains = subDomains;
        this.verifiedAt = verifiedAt;
    }

    /** Lets addresses below the domain count as the company's own, or not. */
    public void allowSubDomains(boolean allowed) {
        subDomains = allowed;
    }

    /** The domain as admins see it. */
    public DomainRow row() {
        return new DomainRow(handle(), domain, subDomains, verifiedAt);
    }
}
