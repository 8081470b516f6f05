package beckon.account.entity;

import java.time.Instant;

/**
 * A guest whose stay is about to end, and who answers for them.
 *
 * @param sponsorEmail of the sponsor, else of an admin
 */
public record EndingStay(
        long id,
        long accountId,
        String accountName,
        String guestName,
        String guestEmail,
        String guestLanguage,
        String sponsorEmail,
        String sponsorLanguage,
        Instant endsAt) {}
