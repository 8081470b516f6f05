package beckon.invitation.entity;

import beckon.shared.EmailDomain;
import java.time.Instant;

/**
 * A domain whose addresses are the company's own.
 *
 * @param subDomains whether those below it are as well
 */
public record CompanyDomain(EmailDomain domain, boolean subDomains, Instant verifiedAt) {

    public boolean isVerified(Instant now) {
        return !verifiedAt.isAfter(now);
    }
}
