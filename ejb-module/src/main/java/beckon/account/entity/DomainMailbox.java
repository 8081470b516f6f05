package beckon.account.entity;

import java.util.Locale;

/** Whom in a domain we write to: mailboxes that only its owner can have (RFC 2142). */
public enum DomainMailbox {
    POSTMASTER,
    ADMIN,
    HOSTMASTER;

    /** The mailbox of a domain. */
    public String at(String domain) {
        return name().toLowerCase(Locale.ROOT) + "@" + domain;
    }
}
