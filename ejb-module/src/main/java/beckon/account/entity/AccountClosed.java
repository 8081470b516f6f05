package beckon.account.entity;

/** An account is closed: nobody acts in it any more, and what it has begun ends. */
public record AccountClosed(long accountId) {}
