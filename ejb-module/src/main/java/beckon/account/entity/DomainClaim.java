package beckon.account.entity;

import beckon.shared.EmailDomain;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.TokenSource;
import beckon.shared.WebmailDomains;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A mail domain that a company says is its own and has not proven yet. It decides nothing.
 *
 * <p>Proven by a DNS record that says {@link #recordValue}, or by a code that was mailed to the
 * domain, it becomes a {@link VerifiedDomain}.
 *
 * @param challenge what the record must say; no secret, for the DNS is public
 * @param codeSource of which the mailed code is derived; null: none was mailed yet
 */
public record DomainClaim(
        long id,
        UUID handle,
        long accountId,
        String domain,
        boolean subDomains,
        String challenge,
        TokenSource codeSource,
        Instant codeExpiresAt) {

    /** How long a mailed code may be typed. */
    public static final Duration CODE_LIFETIME = Duration.ofHours(8);

    /** How often it may be typed. */
    public static final int CODE_TRIES = 5;

    /** What the code's token opens. */
    public static final String PURPOSE = "domain";

    private static final int CHALLENGE_OCTETS = 16;

    /**
     * A new claim, with a challenge of its own.
     *
     * @throws RefusalException INVALID_DOMAIN, WEBMAIL_DOMAIN
     */
    public static DomainClaim of(long id, long accountId, String domain, boolean subDomains) {
        return new DomainClaim(
                id,
                UUID.randomUUID(),
                accountId,
                ownDomain(domain),
                subDomains,
                HexFormat.of().formatHex(Token.randomOctets(CHALLENGE_OCTETS)),
                null,
                null);
    }

    /**
     * The domain in the form that is compared.
     *
     * @throws RefusalException INVALID_DOMAIN, WEBMAIL_DOMAIN
     */
    public static String ownDomain(String text) {
        EmailDomain domain;
        try {
            domain = EmailDomain.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(AccountReason.INVALID_DOMAIN);
        }
        if (WebmailDomains.contains(domain)) {
            throw new RefusalException(AccountReason.WEBMAIL_DOMAIN);
        }
        return domain.key();
    }

    /** Where in the DNS the record must stand. */
    public String recordName() {
        return "_beckon." + domain;
    }

    /** What the record must say. */
    public String recordValue() {
        return "beckon-verification=" + challenge;
    }

    /** The claim as admins see it. */
    public ClaimRow row(Instant now) {
        boolean mailed = codeExpiresAt != null && codeExpiresAt.isAfter(now);
        return new ClaimRow(
                handle,
                domain,
                subDomains,
                recordName(),
                recordValue(),
                mailed ? codeExpiresAt : null);
    }
}
