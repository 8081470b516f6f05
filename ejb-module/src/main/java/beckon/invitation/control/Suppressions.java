package beckon.invitation.control;

import beckon.invitation.entity.SuppressibleInvitation;
import beckon.shared.Seal;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Who has asked an account not to be invited.
 *
 * <p>Of an address only its seal is kept, another one in each account: it is known again when
 * somebody types it, and cannot be read out of the database.
 */
@ApplicationScoped
public class Suppressions {
    private static final String PURPOSE = "suppression";

    private SuppressionRepository suppressions;
    private TokenKeys keys;

    protected Suppressions() {}

    @Inject
    public Suppressions(SuppressionRepository suppressions, TokenKeys keys) {
        this.suppressions = suppressions;
        this.keys = keys;
    }

    /** By which an address is known again, whichever of our keys it was sealed with. */
    public List<Seal> seals(long accountId, String emailKey) {
        return keys.seals(PURPOSE, content(accountId, emailKey));
    }

    public boolean isSuppressed(long accountId, String emailKey) {
        return suppressions.isAny(accountId, seals(accountId, emailKey));
    }

    /** Notes the wish; false if it is noted already. */
    public boolean suppress(SuppressibleInvitation invitation, Instant now) {
        long accountId = invitation.accountId();
        String emailKey = invitation.recipientKey();
        return !isSuppressed(accountId, emailKey)
                && suppressions.add(
                        accountId, keys.seal(PURPOSE, content(accountId, emailKey)), now);
    }

    /** Forgets the wish; false if there was none. */
    public boolean allow(SuppressibleInvitation invitation) {
        long accountId = invitation.accountId();
        return suppressions.remove(accountId, seals(accountId, invitation.recipientKey()));
    }

    private static byte[] content(long accountId, String emailKey) {
        return (accountId + " " + emailKey).getBytes(StandardCharsets.UTF_8);
    }
}
