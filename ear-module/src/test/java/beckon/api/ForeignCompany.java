package beckon.api;

import beckon.testing.Database;
import java.util.UUID;

/** Another company on the same server, of which nobody of the demo's may see anything. */
final class ForeignCompany {
    static final String ADDRESS = "somebody@foreign.example";

    private static final UUID INVITATION = UUID.randomUUID();
    private static final String SOON = "2099-01-01 00:00:00";
    private static final String BEFORE = "2026-01-01 00:00:00";
    private static boolean made;

    private ForeignCompany() {}

    /** The handle of an open invitation of the other company. */
    static synchronized UUID withAnInvitation() {
        if (!made) {
            make();
            made = true;
        }
        return INVITATION;
    }

    static String stateOf(UUID invitation) {
        return Database.value(
                "select state from invitation where handle = cast(? as uuid)",
                invitation.toString());
    }

    private static void make() {
        long id = -Math.abs(INVITATION.getMostSignificantBits() % 1_000_000_000) - 1;
        Database.update(
                "insert into account (id, handle, name, language, created_at, version) values"
                        + " (cast(? as bigint), cast(? as uuid), 'Foreign', 'en',"
                        + " timestamp '"
                        + BEFORE
                        + "', 0)",
                id,
                UUID.randomUUID().toString());
        Database.update(
                "insert into person (id, handle, email, email_key, first_name, last_name,"
                        + " language, theme, created_at, version) values (cast(? as bigint),"
                        + " cast(? as uuid), ?, ?, 'Fo', 'Reign', 'en', 'SYSTEM', timestamp '"
                        + BEFORE
                        + "', 0)",
                id,
                UUID.randomUUID().toString(),
                id + ADDRESS,
                id + ADDRESS);
        Database.update(
                "insert into membership (id, handle, account_id, person_id, kind, joined_at,"
                        + " version) values (cast(? as bigint), cast(? as uuid),"
                        + " cast(? as bigint), cast(? as bigint), 'ADMIN', timestamp '"
                        + BEFORE
                        + "', 0)",
                id,
                UUID.randomUUID().toString(),
                id,
                id);
        Database.update(
                "insert into contact (id, handle, account_id, membership_id, kind, activated,"
                        + " display_name, sort_key, email, email_key) values"
                        + " (cast(? as bigint), cast(? as uuid), cast(? as bigint),"
                        + " cast(? as bigint), 'ADMIN', true, 'Fo Reign', 'fo reign', ?, ?)",
                id,
                UUID.randomUUID().toString(),
                id,
                id,
                ADDRESS,
                ADDRESS);
        Database.update(
                "insert into invitation (id, handle, account_id, inviter_id, channel, recipient,"
                        + " recipient_key, open_key, kind, rule, language, state, nonce, key_id,"
                        + " token_hash, created_at, expires_at, version) values"
                        + " (cast(? as bigint), cast(? as uuid), cast(? as bigint),"
                        + " cast(? as bigint), 'EMAIL', ?, ?, ?, 'GUEST', 'OTHER_DOMAIN', 'en',"
                        + " 'PENDING', cast('00' as bytea), 'none', cast('ff' as bytea),"
                        + " timestamp '"
                        + BEFORE
                        + "', timestamp '"
                        + SOON
                        + "', 0)",
                id,
                INVITATION.toString(),
                id,
                id,
                ADDRESS,
                ADDRESS,
                ADDRESS);
    }
}
