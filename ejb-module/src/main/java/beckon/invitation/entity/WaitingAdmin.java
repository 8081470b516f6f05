package beckon.invitation.entity;

/** An admin who is to be told that invitations wait. */
public record WaitingAdmin(
        long membershipId,
        long accountId,
        String firstName,
        String accountName,
        String email,
        String language) {}
