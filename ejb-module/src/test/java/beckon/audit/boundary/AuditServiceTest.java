package beckon.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.audit.control.AuditRepository;
import beckon.audit.entity.AuditRecord;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditServiceTest extends DatabaseTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Test
    void actIsKeptWithItsMoment() throws Exception {
        String subject = UUID.randomUUID().toString();
        AuditService audit =
                new AuditService(
                        new AuditRepository(
                                database.dataSource(), new IdRepository(database.dataSource())),
                        Clock.fixed(NOON, ZoneOffset.UTC));

        audit.record(
                new AuditRecord(
                        null, 7L, "test.done", subject, AuditRecord.DONE, "x".repeat(3_000), null));

        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select * from audit_entry where subject = ?")) {
            select.setString(1, subject);
            ResultSet rows = select.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject("account_id")).isNull();
            assertThat(rows.getLong("actor_id")).isEqualTo(7);
            assertThat(rows.getString("outcome")).isEqualTo("done");
            assertThat(rows.getString("details")).hasSize(2_000);
            assertThat(rows.getObject("at", LocalDateTime.class))
                    .isEqualTo("2026-03-01T12:00:00.123456");
        }
    }
}
