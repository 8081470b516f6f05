package beckon.invitation.entity;

/** The person who takes an offer. */
public record Taker(long personId, String name, String email, String emailKey) {}
