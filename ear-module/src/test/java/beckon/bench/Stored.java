package beckon.bench;

import beckon.load.Stage;
import java.sql.SQLException;

/** Fills the database with what a large company has after years. */
final class Stored {

    private static final String INVITATIONS =
            """
            insert into invitation (id, handle, account_id, inviter_id, channel, recipient,
                recipient_key, open_key, kind, rule, language, state, nonce, key_id, token_hash,
                created_at, expires_at, settled_at, version)
            select -n, gen_random_uuid(), m.account_id, m.id, 'EMAIL',
                'stored.' || n || '@company.example', 'stored.' || n || '@company.example',
                case when mod(n, 10) = 0 then 'stored.' || n || '@company.example' end,
                'GUEST', 'stored', 'en', case when mod(n, 10) = 0 then 'PENDING' else 'EXPIRED' end,
                decode(md5(n::text), 'hex'), 'stored', sha256(n::text::bytea),
                localtimestamp - interval '2 days' - n * interval '1 second',
                localtimestamp + interval '20 days',
                case when mod(n, 10) = 0 then null else localtimestamp end, 0
            from generate_series(1, %d) n,
                (select m.id, m.account_id from membership m join person p on p.id = m.person_id
                    where p.email_key = '%s' limit 1) m
            """;

    private static final String DISPATCHES =
            """
            insert into dispatch (id, account_id, reference, channel, template, recipient, language,
                model, message_id, state, attempts, answer_code, answer, expires_at, created_at,
                settled_at)
            select i.id, i.account_id, i.handle, 'EMAIL', 'invitation', i.recipient, 'en', '{}',
                'stored' || i.id || '@company.example', 'SENT', 1, 250, 'taken', i.expires_at,
                i.created_at, i.created_at
            from invitation i where i.id < 0
            """;

    private Stored() {}

    static void add(Stage stage, int count) throws SQLException {
        try (var connection = stage.database();
                var statement = connection.createStatement()) {
            statement.execute(INVITATIONS.formatted(count, Stage.ANNA));
            statement.execute(DISPATCHES);
            statement.execute("vacuum analyze invitation");
            statement.execute("vacuum analyze dispatch");
        }
    }
}
