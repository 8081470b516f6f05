package beckon.account.entity;

import java.util.UUID;

/** A person's place in an account, for the account switch. */
public record MembershipRow(UUID handle, String accountName, MemberKind kind, boolean current) {}
