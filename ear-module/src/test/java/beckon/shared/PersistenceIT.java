package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.SignedIn;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored means the same everywhere; the tests' server runs in New York's zone. */
class PersistenceIT extends BeckonIT {
    @Inject private InvitationService invitations;

    @Test
    void momentsAreStoredInUtcWhateverTheZoneOfTheServer() {
        Company company = Company.found("Zones Ltd");
        var member = company.coworker("Zoe").caller();
        String guest = Addresses.guest("zoned");
        Instant before = Instant.now().minusSeconds(5);

        SignedIn.as(
                member,
                () ->
                        invitations.invite(
                                Invite.byEmail(List.of(guest), "", "en", InviteAs.AUTOMATIC)));

        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("America/New_York"));
        Instant stored = stored("select created_at from invitation where recipient = ?", guest);
        assertThat(stored).isBetween(before, Instant.now().plusSeconds(5));
        Instant shown =
                SignedIn.as(
                                member,
                                () ->
                                        invitations.list(
                                                new InvitationQuery(null, guest, false, 0, 10)))
                        .rows()
                        .get(0)
                        .createdAt();
        assertThat(Duration.between(stored, shown).abs()).isLessThan(Duration.ofMillis(1));
    }

    private static Instant stored(String sql, Object... values) {
        return LocalDateTime.parse(Database.value(sql, values).replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC);
    }
}
