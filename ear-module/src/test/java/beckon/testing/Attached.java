package beckon.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Files on their way, made by hand: rows whose link's token a test knows. */
public final class Attached {
    private Attached() {}

    /** A file of Ben's that an invitation carries, and the token of its link. */
    public static String file(String name, String type, long octets) {
        String token = UUID.randomUUID().toString().replace("-", "") + "abcdefghijk";
        String handle = UUID.randomUUID().toString();
        Database.update(
                "insert into attachment (id, handle, account_id, owner_id, name, type, octets,"
                        + " claimed_at, created_at, expires_at)"
                        + " select nextval('beckon_id'), cast(? as uuid), m.account_id, m.id, ?, ?,"
                        + " cast(? as bigint), current_timestamp, current_timestamp,"
                        + " timestamp '2099-01-01 00:00:00'"
                        + " from membership m join person p on p.id = m.person_id"
                        + " where p.email_key = 'ben@acme.example' fetch first 1 row only",
                handle,
                name,
                type,
                Long.toString(octets));
        String hash = Database.octets(sha256(token));
        Database.update(
                "insert into attachment_link (nonce, token_hash, attachment_id, owner_id, expires_at)"
                        + " select "
                        + hash
                        + ", "
                        + hash
                        + ", id, owner_id, expires_at from attachment"
                        + " where handle = cast(? as uuid)",
                handle);
        return token;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            text.getBytes(
                                                    java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
