package beckon.invitation;

import static beckon.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Caller;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.person.boundary.PersonService;
import beckon.person.entity.Registration;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import beckon.testing.Refusals;
import beckon.testing.SignedIn;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a mailed link opens, and what makes it open nothing any more. */
class OfferIT extends BeckonIT {
    @Inject private InvitationService invitations;
    @Inject private OfferService offers;
    @Inject private PersonService persons;
    @Resource private ManagedExecutorService executor;

    @Test
    void lookTellsWhoInvitesToWhatAndChangesNothing() {
        Company company = Company.found("Looked At Ltd");
        Company.Member inviter = company.coworker("Ingrid");
        String guest = Addresses.guest("looker");
        invite(inviter.caller(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        List<List<String>> before = invitationRows(guest);

        Offer offer = offers.look(token);
        for (int i = 0; i < 10; i++) {
            offers.look(token);
        }

        assertThat(offer.state()).isEqualTo(OfferState.OPEN);
        assertThat(offer.inviterName()).isEqualTo("Ingrid Tester");
        assertThat(offer.accountName()).isEqualTo("Looked At Ltd");
        assertThat(offer.recipient()).isEqualTo(guest);
        assertThat(offer.hasSignIn()).isFalse();
        assertThat(invitationRows(guest)).isEqualTo(before);
    }

    @Test
    void hundredParallelAcceptsAreOneMembership() throws Exception {
        String guest = Addresses.guest("racer");
        invite(SignedIn.ben(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        long person = register(guest);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Callable<Boolean> attempt =
                    () -> {
                        start.await();
                        return Refusals.succeeds(() -> offers.accept(token, person));
                    };
            attempts.add(executor.submit(attempt));
        }

        start.countDown();

        int accepted = 0;
        for (Future<Boolean> attempt : attempts) {
            accepted += attempt.get() ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(
                        Database.number(
                                "select count(*) from membership where person_id = cast(? as"
                                        + " bigint)",
                                person))
                .isEqualTo(1);
        assertThat(offers.look(token).state()).isEqualTo(OfferState.USED);
    }

    @Test
    void revokedLinkOpensNothing() {
        String guest = Addresses.guest("revoked");
        UUID invitation = invite(SignedIn.ben(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        long person = register(guest);

        SignedIn.run(SignedIn.ben(), () -> invitations.revoke(invitation));

        assertThat(offers.look(token)).isEqualTo(Offer.closed(OfferState.REVOKED));
        assertRefused(InvitationReason.REVOKED, () -> offers.accept(token, person));
        assertRefused(InvitationReason.REVOKED, () -> offers.decline(token));
    }

    @Test
    void resendingKillsTheOldLink() {
        String guest = Addresses.guest("resent");
        UUID invitation = invite(SignedIn.ben(), guest);
        String old = Postbox.untilMailArrives(guest).token();
        long person = register(guest);

        SignedIn.run(SignedIn.ben(), () -> invitations.resend(invitation));

        List<Mail> mails = Postbox.untilMailsArrive(guest, 2);
        String fresh =
                mails.stream().map(Mail::token).filter(t -> !t.equals(old)).findFirst().get();
        assertThat(offers.look(old).state()).isNotEqualTo(OfferState.OPEN);
        assertThat(offers.look(fresh).state()).isEqualTo(OfferState.OPEN);
        assertThatThrownBy(() -> offers.accept(old, person)).isInstanceOf(RefusalException.class);
    }

    @Test
    void expiredLinkOpensNothing() {
        String guest = Addresses.guest("expired");
        invite(SignedIn.ben(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        long person = register(guest);

        Database.update(
                "update invitation set expires_at = timestamp '2020-01-01 00:00:00'"
                        + " where recipient = ?",
                guest);

        assertThat(offers.look(token)).isEqualTo(Offer.closed(OfferState.EXPIRED));
        assertRefused(InvitationReason.EXPIRED, () -> offers.accept(token, person));
    }

    @Test
    void declinedOfferStaysDeclined() {
        String guest = Addresses.guest("declining");
        invite(SignedIn.ben(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        long person = register(guest);

        offers.decline(token);

        assertThat(offers.look(token).state()).isEqualTo(OfferState.DECLINED);
        assertRefused(InvitationReason.DECLINED, () -> offers.accept(token, person));
    }

    @Test
    void unknownAndMalformedSayTheSame() {
        assertThat(
                        List.of(
                                offers.look("A".repeat(43)),
                                offers.look("x"),
                                offers.look("' or 1=1 --"),
                                offers.look("é".repeat(500))))
                .containsOnly(Offer.closed(OfferState.UNKNOWN));
    }

    @Test
    void foreignPersonCannotAccept() {
        String guest = Addresses.guest("addressee");
        invite(SignedIn.ben(), guest);
        String token = Postbox.untilMailArrives(guest).token();
        long other = register(Addresses.guest("thief"));

        assertRefused(InvitationReason.OTHER_PERSON, () -> offers.accept(token, other));

        assertThat(offers.look(token).state()).isEqualTo(OfferState.OPEN);
    }

    @Test
    void tokenStandsNowhereInTheDatabase() {
        String guest = Addresses.guest("secret");
        invite(SignedIn.ben(), guest);

        String token = Postbox.untilMailArrives(guest).token();

        assertThat(Database.rows("select * from dispatch where recipient = ?", guest).toString())
                .doesNotContain(token);
        assertThat(invitationRows(guest).toString()).doesNotContain(token);
    }

    private UUID invite(Caller caller, String address) {
        return SignedIn.as(
                        caller,
                        () ->
                                invitations.invite(
                                        Invite.byEmail(
                                                List.of(address), "", "en", InviteAs.AUTOMATIC)))
                .get(0)
                .invitationId();
    }

    private long register(String email) {
        return persons.register(
                new Registration(
                        EmailAddress.of(email),
                        "Robin",
                        "Racer",
                        null,
                        "en",
                        "seldom-orange-kettle-7",
                        Instant.now()));
    }

    private static List<List<String>> invitationRows(String address) {
        return Database.rows("select * from invitation where recipient = ?", address);
    }
}
