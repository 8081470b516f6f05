package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.delivery.entity.Channel;
import beckon.invitation.Company;
import beckon.invitation.LinkTest;
import beckon.invitation.control.Confirming;
import beckon.invitation.control.Suppressions;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.invitation.entity.SuppressibleInvitation;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.signup.control.SigningUp;
import beckon.signup.entity.SignUpForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningByLinkTest extends LinkTest {
    private SharedLink link;
    private String token;
    private String sam;

    @BeforeEach
    void shareALink() {
        sam = stranger("sam");
        shareWith(ShareLink.DEFAULT);
    }

    private void shareWith(ShareLink command) {
        link = share(command);
        token = tokenOf(link);
    }

    private Object membership(String column, long id) {
        return company.query("select " + column + " from membership where id = ?", id).get(0);
    }

    private List<Object> mailsTo(String address) {
        return company.query(
                "select template from dispatch where account_id = ? and recipient = ?",
                company.accountId(),
                address);
    }

    @Nested
    class Looking {
        @Test
        void tellsWhoInvitesToWhatAndCountsNothing() {
            for (int i = 0; i < 20; i++) {
                Offer offer = look(token);
                assertThat(offer.state()).isEqualTo(OfferState.OPEN);
                assertThat(offer.channel()).isEqualTo(Channel.LINK);
                assertThat(offer.inviterName()).isEqualTo("ben Doe");
                assertThat(offer.accountName()).isEqualTo(company.name());
                assertThat(offer.needsAddress()).isTrue();
                assertThat(offer.kind()).isNull();
            }

            assertThat(uses(link)).isZero();
        }

        @Test
        void isDeadOnceTheOwnerIsDeactivated() {
            company.deactivate(company.coworker());

            assertThat(look(token)).isEqualTo(Offer.closed(OfferState.REVOKED));
        }

        @Test
        void isDeadOnceTheAccountIsClosed() {
            company.close();

            assertThat(look(token)).isEqualTo(Offer.closed(OfferState.REVOKED));
        }

        @Test
        void isDeadOnceTheOwnerMayNotShareAnyMore() {
            setLinkPolicy(WhoMayInvite.ADMINS, 168, null);

            assertThat(look(token)).isEqualTo(Offer.closed(OfferState.REVOKED));
            assertRefused(InvitationReason.REVOKED, () -> ask(token, sam));
            long person = company.addPerson(sam);
            assertRefused(InvitationReason.REVOKED, () -> accept(token, person));
        }

        @Test
        void isDeadFromTheMomentOfExpiry() {
            container.clock().move(Duration.ofDays(7).minusMillis(1));
            assertThat(look(token).state()).isEqualTo(OfferState.OPEN);

            container.clock().move(Duration.ofMillis(1));

            assertThat(look(token)).isEqualTo(Offer.closed(OfferState.EXPIRED));
        }
    }

    @Nested
    class Asking {
        @Test
        void mailsAQuestionAndCountsNothing() {
            assertThat(ask(token, " " + sam + " ")).isEqualTo(sam);

            assertThat(mailsTo(sam)).containsExactly("confirmation");
            assertThat(uses(link)).isZero();
            assertThat(count("membership")).isEqualTo(3);
            Offer offer = look(answerOf(sam));
            assertThat(offer.state()).isEqualTo(OfferState.OPEN);
            assertThat(offer.recipient()).isEqualTo(sam);
            assertThat(offer.kind()).isEqualTo(MemberKind.GUEST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "sam", "sam@", "a@x.example, b@x.example", "@x.example"})
        void wantsOneAddress(String typed) {
            assertThat(succeeds(() -> ask(token, typed))).isFalse();
            assertThat(count("dispatch")).isZero();
        }

        @Test
        void knowsTheDomainOfTheCompany() {
            String nina = "nina@" + company.domain();

            ask(token, nina);

            assertThat(look(answerOf(nina)).kind()).isEqualTo(MemberKind.COWORKER);
        }

        @Test
        void keepsToTheDomainThatTheLinkIsFor() {
            shareWith(new ShareLink(null, null, "acme" + company.accountId() + ".example"));

            assertRefused(InvitationReason.OTHER_DOMAIN, () -> ask(token, sam));
            assertRefused(
                    InvitationReason.OTHER_DOMAIN,
                    () -> ask(token, "x@sub.acme" + company.accountId() + ".example"));
            ask(token, "x@ACME" + company.accountId() + ".example");
        }

        @Test
        void isTheSameForAMemberAndForAStranger() {
            assertThat(ask(token, "ada@" + company.domain())).isEqualTo("ada@" + company.domain());
            assertThat(mailsTo("ada@" + company.domain())).containsExactly("confirmation");
        }

        @Test
        void saysNothingToWhoHasAskedNotToBeInvitedAndNothingAboutThem() {
            container
                    .get(Suppressions.class)
                    .suppress(
                            new SuppressibleInvitation(
                                    link.handle(), company.accountId(), "", sam, sam, "en"),
                            container.clock().instant());

            assertThat(ask(token, sam)).isEqualTo(sam);

            assertThat(mailsTo(sam)).isEmpty();
        }

        @Test
        void waitsAMinute() {
            ask(token, sam);

            assertRefused(LinkReason.MAIL_TOO_SOON, () -> ask(token, sam));
            ask(token, stranger("eve"));
            container.clock().move(Duration.ofMinutes(1));
            ask(token, sam);
            assertThat(mailsTo(sam)).hasSize(2);
        }

        @Test
        void writesToAnAddressTenTimesADayByWhateverLink() {
            for (int i = 0; i < 10; i++) {
                ask(tokenOf(share()), sam);
            }

            assertRefused(LinkReason.TOO_MANY_MAILS, () -> ask(tokenOf(share()), sam));
        }

        @Test
        void isAskedThreeHundredTimesAnHourFromOnePlace() {
            for (int i = 0; i < 300; i++) {
                ask(token, stranger("s" + i), "198.51.100.4 " + company.accountId());
            }

            assertRefused(
                    LinkReason.TOO_MANY_MAILS,
                    () -> ask(token, sam, "198.51.100.4 " + company.accountId()));
            ask(token, sam, "198.51.100.5");
        }

        @Test
        void countsTheManyAddressesOfOneSubscriberAsOnePlace() {
            String network =
                    "2001:db8:%x:%x::"
                            .formatted(
                                    company.accountId() >> 16 & 0xFFFF,
                                    company.accountId() & 0xFFFF);
            for (int i = 0; i < 300; i++) {
                ask(token, stranger("s" + i), network + Integer.toHexString(i));
            }

            assertRefused(LinkReason.TOO_MANY_MAILS, () -> ask(token, sam, network + "ffff"));
        }

        @Test
        void keepsNoAddressInTheNameOfALimit() {
            ask(token, sam);

            assertThat(company.query("select bucket from rate_limit where bucket like '%@%'"))
                    .isEmpty();
        }

        @Test
        void isNothingForAnInvitationThatHasAnAddress() {
            invite(sam);

            assertRefused(InvitationReason.NOT_OPEN, () -> ask(tokenOf(sam), sam));
        }
    }

    @Nested
    class Answers {
        private String answer;

        @BeforeEach
        void askSam() {
            ask(token, sam);
            answer = answerOf(sam);
        }

        @Test
        void makeAMemberOnceAndCountOne() {
            long person = company.addPerson(sam);

            long membership = accept(answer, person);

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
            assertThat(membership("invited_by", membership))
                    .isEqualTo(company.coworker().membershipId());
            assertThat(uses(link)).isEqualTo(1);
            assertThat(look(answer)).isEqualTo(Offer.closed(OfferState.USED));
            assertThat(newest("state", sam)).isEqualTo("ACCEPTED");
            assertThat(newest("channel", sam)).isEqualTo("LINK");
            assertThat(newest("accepted_by", sam)).isEqualTo(membership);
            assertRefused(InvitationReason.USED, () -> accept(answer, person));
            assertThat(mailsTo("ben@" + company.domain())).containsExactly("accepted");
        }

        @Test
        void givenManyTimesAtOnceMakeOneMemberAndCountOne() throws Exception {
            long person = company.addPerson(sam);

            assertThat(atOnce(30, () -> succeeds(() -> accept(answer, person))))
                    .containsOnlyOnce(true);
            assertThat(uses(link)).isEqualTo(1);
        }

        @Test
        void areTheOwnersOfTheAddressOnly() {
            long eve = company.addPerson(stranger("eve"));

            assertRefused(InvitationReason.OTHER_PERSON, () -> accept(answer, eve));
            assertThat(uses(link)).isZero();
        }

        @Test
        void countNothingForAMember() {
            String ada = "ada@" + company.domain();
            ask(token, ada);

            assertThat(accept(answerOf(ada), company.admin().personId()))
                    .isEqualTo(company.admin().membershipId());

            assertThat(uses(link)).isZero();
            assertThat(membership("kind", company.admin().membershipId())).isEqualTo("ADMIN");
        }

        @Test
        void expireAfterEightHours() {
            container.clock().move(Duration.ofHours(8).minusMillis(1));
            assertThat(look(answer).state()).isEqualTo(OfferState.OPEN);

            container.clock().move(Duration.ofMillis(1));

            assertThat(look(answer)).isEqualTo(Offer.closed(OfferState.CONFIRMATION_EXPIRED));
            long person = company.addPerson(sam);
            assertRefused(InvitationReason.CONFIRMATION_EXPIRED, () -> accept(answer, person));
        }

        @Test
        void areDeadOnceTheLinkIsDeactivated() {
            database.inTransaction(() -> links().deactivate(link.handle()));

            assertThat(look(answer)).isEqualTo(Offer.closed(OfferState.REVOKED));
        }

        @Test
        void areDeadOnceTheLinkIsRenewed() {
            database.inTransaction(() -> links().renew(link.handle()));

            assertThat(look(answer)).isEqualTo(Offer.closed(OfferState.REVOKED));
            long person = company.addPerson(sam);
            assertRefused(InvitationReason.REVOKED, () -> accept(answer, person));
        }

        @Test
        void areJudgedByTheDomainThatTheLinkIsForByThen() {
            database.inTransaction(
                    () ->
                            links().change(
                                            link.handle(),
                                            new ShareLink(null, null, "other.example")));

            assertThat(look(answer).state()).isEqualTo(OfferState.REVOKED);
        }

        @Test
        void settleWhatWasOpenToTheSameAddress() {
            invite(sam);
            String mailed = tokenOf(sam);

            accept(answer, company.addPerson(sam));

            assertThat(look(mailed)).isEqualTo(Offer.closed(OfferState.USED));
        }

        @Test
        void areForgottenWhenTheirTimeIsLongOver() {
            container
                    .get(Confirming.class)
                    .purge(container.clock().instant().plus(Duration.ofHours(32)));

            assertThat(look(answer)).isEqualTo(Offer.closed(OfferState.UNKNOWN));
        }
    }

    @Nested
    class SignedIn {
        @Test
        void acceptAtOnceBecauseTheirAddressIsKnown() {
            long membership = accept(token, company.addPerson(sam));

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
            assertThat(uses(link)).isEqualTo(1);
        }

        @Test
        void membersAreInAndCountNothing() {
            assertThat(offersIsMember(company.admin().personId())).isTrue();
            assertThat(offersIsMember(company.addPerson(sam))).isFalse();

            accept(token, company.admin().personId());

            assertThat(uses(link)).isZero();
            assertThat(count("invitation")).isZero();
        }

        private boolean offersIsMember(long person) {
            return database.inTransaction(() -> offers().isMember(token, person));
        }

        @Test
        void keepToTheDomainThatTheLinkIsFor() {
            shareWith(new ShareLink(null, null, "acme.example"));
            long person = company.addPerson(sam);

            assertRefused(InvitationReason.OTHER_DOMAIN, () -> accept(token, person));
        }

        @Test
        void membersAreInWhomeverTheLinkIsFor() {
            shareWith(new ShareLink(null, null, "acme.example"));

            assertThat(accept(token, company.guest().personId()))
                    .isEqualTo(company.guest().membershipId());
        }

        @Test
        void whoWasPutOutDoesNotComeBackByALinkForAll() {
            Caller former = company.guest();
            company.deactivate(former);

            assertRefused(InvitationReason.REVOKED, () -> accept(token, former.personId()));

            assertThat(membership("deactivated_at", former.membershipId())).isNotNull();
            assertThat(uses(link)).isZero();
        }

        @Test
        void nobodyDeclinesALinkForOthers() {
            assertRefused(
                    InvitationReason.NOT_OPEN,
                    () -> database.inTransaction(() -> offers().decline(token)));
        }
    }

    @Test
    void hundredAtOnceWithTenUsesLeftMakeTenMembers() throws Exception {
        shareWith(new ShareLink(12, null, null));
        accept(token, company.addPerson(stranger("first")));
        accept(token, company.addPerson(stranger("second")));
        List<Long> persons = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            persons.add(company.addPerson(stranger("p" + i)));
        }
        Iterator<Long> next = new ConcurrentLinkedQueue<>(persons).iterator();

        List<Boolean> joined =
                atOnce(
                        100,
                        () -> {
                            long person;
                            synchronized (next) {
                                person = next.next();
                            }
                            return succeeds(() -> accept(token, person));
                        });

        assertThat(joined).filteredOn(each -> each).hasSize(10);
        assertThat(count("membership")).isEqualTo(3 + 12);
        assertThat(uses(link)).isEqualTo(12);
        assertThat(look(token)).isEqualTo(Offer.closed(OfferState.USED_UP));
    }

    @Nested
    class WithAnInvitationOpen {
        private long person;

        private void inviteSam(InviteAs as) {
            as(company.admin());
            invite(as, sam);
            person = company.addPerson(sam);
        }

        @Test
        void theLinkSettlesWhatOffersNoMore() {
            inviteSam(InviteAs.AUTOMATIC);

            long membership = accept(token, person);

            assertThat(invitationOf(sam, "state")).isEqualTo("ACCEPTED");
            assertThat(invitationOf(sam, "accepted_by")).isEqualTo(membership);
        }

        @Test
        void theStrongerOfferSurvivesTheLinkAndIsGoodForItsHolder() {
            inviteSam(InviteAs.ADMIN);

            long membership = accept(token, person);

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
            assertThat(invitationOf(sam, "state")).isEqualTo("PENDING");
            assertThat(accept(tokenOfMailTo(sam), person)).isEqualTo(membership);
            assertThat(membership("kind", membership)).isEqualTo("ADMIN");
            assertThat(
                            company.query(
                                    "select kind from contact where membership_id = ?", membership))
                    .containsExactly("ADMIN");
        }

        @Test
        void theAuditTellsWhoCameByALinkFromWhoWasInvited() {
            inviteSam(InviteAs.ADMIN);

            long membership = accept(token, person);
            accept(tokenOfMailTo(sam), person);

            assertThat(
                            company.query(
                                    "select action from audit_entry where account_id = ? and"
                                            + " actor_id = ? order by id",
                                    company.accountId(),
                                    membership))
                    .containsExactly("link.joined", "member.kindChanged", "invitation.accepted");
        }

        @Test
        void theStrongerOfferSurvivesATextAsWell() {
            inviteSam(InviteAs.COWORKER);
            String text = textTo(number());

            long membership = accept(text, person);

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
            accept(tokenOfMailTo(sam), person);
            assertThat(membership("kind", membership)).isEqualTo("COWORKER");
        }

        private Object invitationOf(String address, String column) {
            return company.query(
                            "select "
                                    + column
                                    + " from invitation where account_id = ? and recipient = ?"
                                    + " and channel = 'EMAIL'",
                            company.accountId(),
                            address)
                    .get(0);
        }

        private String tokenOfMailTo(String address) {
            return container
                    .get(TokenKeys.class)
                    .derive(
                            new TokenSource(
                                    "invitation",
                                    (byte[]) invitationOf(address, "nonce"),
                                    (String) invitationOf(address, "key_id")))
                    .secret();
        }
    }

    @Nested
    class ByText {
        private String text;

        @BeforeEach
        void textSam() {
            text = textTo(number());
        }

        @Test
        void numberSaysNothingOfWhoTheyAre() {
            Offer offer = look(text);

            assertThat(offer.state()).isEqualTo(OfferState.OPEN);
            assertThat(offer.channel()).isEqualTo(Channel.TEXT);
            assertThat(offer.needsAddress()).isTrue();
            assertThat(offer.recipient()).isNull();
        }

        @Test
        void confirmedAddressDecidesAndTheInvitationIsUsedOnce() {
            String nina = "nina@" + company.domain();
            ask(text, nina);

            long membership = accept(answerOf(nina), company.addPerson(nina));

            assertThat(membership("kind", membership)).isEqualTo("COWORKER");
            assertThat(newest("state", number())).isEqualTo("ACCEPTED");
            assertThat(newest("accepted_by", number())).isEqualTo(membership);
            assertThat(newest("kind", number())).isEqualTo("COWORKER");
            assertThat(look(text)).isEqualTo(Offer.closed(OfferState.USED));
        }

        @Test
        void textOnceSentForAnAdminMakesNone() {
            company.execute(
                    "update invitation set kind = 'ADMIN', rule = 'CHOSEN_KIND', inviter_id = ?"
                            + " where account_id = ? and recipient = ?",
                    company.admin().membershipId(),
                    company.accountId(),
                    number());

            assertThat(look(text).kind()).isNull();
            long membership = accept(text, company.addPerson(sam));

            assertThat(membership("kind", membership)).isEqualTo("GUEST");
        }

        @Test
        void numberGivesWayToTheMember() {
            assertThat(entriesWith(number())).hasSize(1);

            accept(text, company.addPerson(sam));

            assertThat(entriesWith(number())).isEmpty();
        }

        private List<Object> entriesWith(String number) {
            return company.query(
                    "select id from contact where account_id = ? and phone = ?",
                    company.accountId(),
                    number);
        }

        @Test
        void twoAddressesMakeOneMember() {
            ask(text, sam);
            ask(text, stranger("eve"));
            accept(answerOf(sam), company.addPerson(sam));

            assertThat(look(answerOf(stranger("eve")))).isEqualTo(Offer.closed(OfferState.USED));
        }

        @Test
        void isDeclinedByWhoeverHoldsIt() {
            database.inTransaction(() -> offers().decline(text));

            assertThat(look(text)).isEqualTo(Offer.closed(OfferState.DECLINED));
        }
    }

    @Test
    void newcomersHaveNoWayAroundTheirMail() {
        long before = (Long) company.query("select count(*) from person").get(0);

        assertThat(look(token).needsAddress()).isTrue();
        assertRefused(
                InvitationReason.UNCONFIRMED,
                () ->
                        database.inTransaction(
                                () ->
                                        container
                                                .get(SigningUp.class)
                                                .require(
                                                        form(token), container.clock().instant())));
        assertThat(company.query("select count(*) from person")).containsExactly(before);
    }

    private SignUpForm form(String token) {
        return new SignUpForm(
                token,
                container.clock().instant(),
                "Sam",
                "Doe",
                "",
                "seven quiet lanterns 92",
                "en",
                "any",
                "192.0.2.7",
                "test");
    }

    @Test
    void otherCompaniesLinksLeadThere() {
        Company elsewhere = new Company(database, container);
        as(elsewhere.coworker());
        SharedLink theirs = share();

        long membership = accept(tokenOf(theirs), company.addPerson(sam));

        assertThat(membership("account_id", membership)).isEqualTo(elsewhere.accountId());
    }
}
