package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.delivery.entity.Channel;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferServiceTest extends InvitationTest {
    private String sam;
    private UUID invitation;
    private String token;

    @BeforeEach
    void inviteSam() {
        sam = stranger("sam");
        invitation = invite(sam).get(0).invitationId();
        token = tokenOf(sam);
        container.get(OfferService.class);
    }

    private Offer look() {
        return database.inTransaction(() -> offers().look(token));
    }

    private long accept(long person) {
        return database.inTransaction(() -> offers().accept(token, person));
    }

    private void decline() {
        database.inTransaction(() -> offers().decline(token));
    }

    private Object membership(String column, long id) {
        return company.query("select " + column + " from membership where id = ?", id).get(0);
    }

    @Nested
    class Looking {
        @Test
        void tellsWhoInvitesToWhat() {
            Offer offer = look();

            assertThat(offer)
                    .isEqualTo(
                            new Offer(
                                    OfferState.OPEN,
                                    invitation,
                                    Channel.EMAIL,
                                    "ben Doe",
                                    company.name(),
                                    null,
                                    MemberKind.GUEST,
                                    sam,
                                    "en",
                                    false,
                                    null,
                                    container.clock().instant().plus(Duration.ofDays(7)),
                                    12));
        }

        @Test
        void changesNothing() {
            Object before = newest("version", sam);

            for (int i = 0; i < 5; i++) {
                assertThat(look().state()).isEqualTo(OfferState.OPEN);
            }

            assertThat(newest("version", sam)).isEqualTo(before);
            assertThat(newest("state", sam)).isEqualTo("PENDING");
            assertThat(count("membership")).isEqualTo(3);
        }

        @Test
        void knowsWhoHasASignIn() {
            company.addPerson(sam);

            assertThat(look().hasSignIn()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "../../etc", "' or 1=1 --", "\u0000"})
        void unknownAndMalformedAreTheSame(String other) {
            token = other;

            assertThat(look()).isEqualTo(Offer.closed(OfferState.UNKNOWN));
            assertRefused(InvitationReason.NOT_FOUND, OfferServiceTest.this::decline);
        }

        @Test
        void closedOfferTellsItsStateOnly() {
            database.inTransaction(() -> invitations().revoke(invitation));

            assertThat(look()).isEqualTo(Offer.closed(OfferState.REVOKED));
        }
    }

    @Nested
    class Dead {
        private void assertDead(OfferState state, InvitationReason reason) {
            long person = company.addPerson(sam);

            assertThat(look().state()).isEqualTo(state);
            assertRefused(reason, () -> accept(person));
            assertRefused(reason, OfferServiceTest.this::decline);
            assertThat(count("membership")).isEqualTo(3);
        }

        @Test
        void fromTheMomentOfExpiry() {
            container.clock().move(Duration.ofDays(7).minusMillis(1));
            assertThat(look().state()).isEqualTo(OfferState.OPEN);

            container.clock().move(Duration.ofMillis(1));

            assertDead(OfferState.EXPIRED, InvitationReason.EXPIRED);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 720})
        void afterAsManyHoursAsThePolicySays(int hours) {
            company.setPolicy(WhoMayInvite.EVERYONE, true, hours);
            String ivy = stranger("ivy" + hours);
            invite(ivy);
            token = tokenOf(ivy);

            container.clock().move(Duration.ofHours(hours).minusMillis(1));
            assertThat(look().state()).isEqualTo(OfferState.OPEN);
            container.clock().move(Duration.ofMillis(1));
            assertThat(look().state()).isEqualTo(OfferState.EXPIRED);
        }

        @Test
        void onceRevoked() {
            database.inTransaction(() -> invitations().revoke(invitation));

            assertDead(OfferState.REVOKED, InvitationReason.REVOKED);
        }

        @Test
        void onceDeclined() {
            decline();

            assertDead(OfferState.DECLINED, InvitationReason.DECLINED);
        }

        @Test
        void onceSentAnew() {
            invitations().resend(invitation);

            assertDead(OfferState.UNKNOWN, InvitationReason.NOT_FOUND);
            token = tokenOf(sam);
            assertThat(look().state()).isEqualTo(OfferState.OPEN);
        }

        @Test
        void onceTheInviterIsDeactivated() {
            company.deactivate(company.coworker());

            assertDead(OfferState.REVOKED, InvitationReason.REVOKED);
        }

        @Test
        void onceTheAccountIsClosed() {
            company.close();

            assertDead(OfferState.REVOKED, InvitationReason.REVOKED);
        }

        @Test
        void onceItsInviterMayNotMakeAdminsAnyMore() {
            as(company.admin());
            String ivy = stranger("ivy");
            invite(InviteAs.ADMIN, ivy);
            token = tokenOf(ivy);
            assertThat(look().kind()).isEqualTo(MemberKind.ADMIN);

            company.execute(
                    "update membership set kind = 'COWORKER' where id = ?",
                    company.admin().membershipId());

            assertThat(look().state()).isEqualTo(OfferState.REVOKED);
            long person = company.addPerson(ivy);
            assertRefused(InvitationReason.REVOKED, () -> accept(person));
        }
    }

    @Nested
    class Accepting {
        @Test
        void makesAMemberAndTellsTheInviter() {
            long person = company.addPerson(sam);

            long membership = accept(person);

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
            assertThat(membership("invited_by", membership))
                    .isEqualTo(company.coworker().membershipId());
            assertThat(newest("state", sam)).isEqualTo("ACCEPTED");
            assertThat(newest("accepted_by", sam)).isEqualTo(membership);
            assertThat(newest("open_key", sam)).isNull();
            assertThat(look()).isEqualTo(Offer.closed(OfferState.USED));
            assertThat(
                            company.query(
                                    "select recipient from dispatch where account_id = ?"
                                            + " and template = 'accepted'",
                                    company.accountId()))
                    .containsExactly("ben@" + company.domain());
            assertThat(
                            company.query(
                                    "select activated from contact where account_id = ?"
                                            + " and email_key = ?",
                                    company.accountId(),
                                    sam))
                    .containsExactly(true);
        }

        @Test
        void hundredAtOnceMakeOneMember() throws Exception {
            long person = company.addPerson(sam);

            assertThat(atOnce(100, () -> succeeds(() -> accept(person)))).containsOnlyOnce(true);
            assertThat(count("membership")).isEqualTo(4);
        }

        @Test
        void isForTheInviteeOnly() {
            long somebodyElse = company.addPerson(stranger("eve"));

            assertRefused(InvitationReason.OTHER_PERSON, () -> accept(somebodyElse));
            assertThat(look().state()).isEqualTo(OfferState.OPEN);
        }

        @Test
        void givesASecondMembershipToWhoIsAMemberElsewhere() {
            Company elsewhere = new Company(database, container);
            Caller theirs = elsewhere.join(MemberKind.ADMIN, sam);

            long membership = accept(theirs.personId());

            assertThat(membership).isNotEqualTo(theirs.membershipId());
            assertThat(membership("kind", membership)).isEqualTo("GUEST");
        }

        @Test
        void decidesByTheDomainsOfTheMoment() {
            long person = company.addPerson(sam);
            company.verify(sam.substring(sam.indexOf('@') + 1), false);

            assertThat(look().kind()).isEqualTo(MemberKind.COWORKER);
            assertThat(membership("kind", accept(person))).isEqualTo("COWORKER");
        }

        @Test
        void domainThatIsNotVerifiedAnyMoreMakesAGuest() {
            String nina = "nina@" + company.domain();
            assertThat(invite(nina).get(0).kind()).isEqualTo(MemberKind.COWORKER);
            token = tokenOf(nina);
            company.execute(
                    "delete from verified_domain where account_id = ?", company.accountId());

            assertThat(membership("kind", accept(company.addPerson(nina)))).isEqualTo("GUEST");
        }

        @Test
        void memberWhomAGuestInvitedStaysWhatTheyAre() {
            as(company.guest());
            invite("ada@" + company.domain());
            token = tokenOf("ada@" + company.domain());

            assertThat(accept(company.admin().personId()))
                    .isEqualTo(company.admin().membershipId());
            assertThat(membership("kind", company.admin().membershipId())).isEqualTo("ADMIN");
        }

        @Test
        void isNotHinderedByAPolicyThatLetsNobodyInvite() {
            company.setPolicy(WhoMayInvite.NOBODY, false, 168);

            assertThat(accept(company.addPerson(sam))).isPositive();
        }
    }

    @Test
    void declinedInvitationMakesRoom() {
        decline();

        assertThat(newest("state", sam)).isEqualTo("DECLINED");
        assertThat(company.query("select id from contact where email = ?", sam)).isEmpty();
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }
}
