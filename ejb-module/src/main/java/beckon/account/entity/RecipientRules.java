package beckon.account.entity;

import beckon.shared.EmailAddress;
import beckon.shared.EmailDomain;
import beckon.shared.RefusalException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An account's rules about the addresses that may be invited.
 *
 * <p>An entry is an address, a domain such as {@code partner.example}, or one with all below it,
 * {@code *.partner.example}. A denied domain is denied with all below it, however it is written.
 *
 * @param disposableRefused whether mailboxes for some minutes are refused
 * @param allowed who may be invited besides the company's own domains; empty: everybody
 * @param denied who may not
 */
public record RecipientRules(boolean disposableRefused, Set<String> allowed, Set<String> denied)
        implements java.io.Serializable {
    /** The most characters of a list. */
    static final int MAX_LENGTH = 20_000;

    /** The rules of a new account. */
    public static final RecipientRules NEW = new RecipientRules(true, Set.of(), Set.of());

    public RecipientRules {
        allowed = Collections.unmodifiableSet(new TreeSet<>(allowed));
        denied = Collections.unmodifiableSet(new TreeSet<>(denied));
    }

    /**
     * Reads lists as somebody wrote them, one entry a line.
     *
     * @throws RefusalException INVALID_ENTRY (argument 0: which), LIST_TOO_LONG
     */
    public static RecipientRules of(boolean disposableRefused, String allowed, String denied) {
        return new RecipientRules(disposableRefused, read(allowed), read(denied));
    }

    /** Puts together again what {@link #written} parted. */
    public static RecipientRules stored(boolean disposableRefused, String allowed, String denied) {
        return new RecipientRules(disposableRefused, lines(allowed), lines(denied));
    }

    private static Set<String> lines(String stored) {
        return stored == null || stored.isEmpty() ? Set.of() : Set.of(stored.split("\n"));
    }

    private static Set<String> read(String list) {
        Set<String> entries =
                Arrays.stream((list == null ? "" : list).split("[\\s,;]+"))
                        .filter(entry -> !entry.isEmpty())
                        .map(RecipientRules::entry)
                        .collect(Collectors.toSet());
        if (written(entries).length() > MAX_LENGTH) {
            throw new RefusalException(AccountReason.LIST_TOO_LONG);
        }
        return entries;
    }

    private static String entry(String typed) {
        String bare = typed.startsWith("@") ? typed.substring(1) : typed;
        try {
            if (bare.indexOf('@') > 0) {
                return EmailAddress.of(bare).key();
            }
            return bare.startsWith("*.")
                    ? "*." + EmailDomain.of(bare.substring(2)).key()
                    : EmailDomain.of(bare).key();
        } catch (IllegalArgumentException e) {
            throw new RefusalException(AccountReason.INVALID_ENTRY, typed);
        }
    }

    /** As it is written down: one entry a line. */
    public static String written(Collection<String> entries) {
        return String.join("\n", entries);
    }

    /** Whether only some may be invited. */
    public boolean isSelective() {
        return !allowed.isEmpty();
    }

    /** Whether this very address is allowed. */
    public boolean allowsAddress(EmailAddress address) {
        return allowed.contains(address.key());
    }

    /** Whether this very address is denied. */
    public boolean deniesAddress(EmailAddress address) {
        return denied.contains(address.key());
    }

    /** Whether its domain is allowed. */
    public boolean allowsDomain(EmailDomain domain) {
        return !allowed.isEmpty()
                && (allowed.contains(domain.key()) || isBelow(allowed, domain.key(), "*."));
    }

    /** Whether its domain is denied, or one that it lies below. */
    public boolean deniesDomain(EmailDomain domain) {
        return !denied.isEmpty()
                && (isBelow(denied, domain.key(), "") || isBelow(denied, domain.key(), "*."));
    }

    /** Whether the domain itself or one above it is an entry. */
    private static boolean isBelow(Set<String> entries, String domain, String mark) {
        String key = domain;
        boolean found = entries.contains(mark + key);
        while (!found && key.indexOf('.') > 0) {
            key = key.substring(key.indexOf('.') + 1);
            found = entries.contains(mark + key);
        }
        return found;
    }
}
