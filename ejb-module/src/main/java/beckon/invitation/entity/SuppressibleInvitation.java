package beckon.invitation.entity;

import java.util.UUID;

/**
 * As much of an invitation, open or long ended, as it takes to stop others like it.
 *
 * @param accountName who invites
 */
public record SuppressibleInvitation(
        UUID handle,
        long accountId,
        String accountName,
        String recipient,
        String recipientKey,
        String language) {}
