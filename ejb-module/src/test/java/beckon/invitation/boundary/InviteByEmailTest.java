package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.delivery.entity.DispatchState;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InvitePermission;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.RefusalException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InviteByEmailTest extends InvitationTest {

    private List<Object> refusals() {
        return company.query(
                "select outcome from audit_entry where account_id = ? and outcome <> 'done'",
                company.accountId());
    }

    @Test
    void goodOnesAreInvitedAlthoughOthersAreBad() {
        String stranger = stranger("sam");
        String colleague = "cleo@" + company.domain();
        String invited = stranger("ivy");
        invite(invited);

        List<InviteResult> results =
                invite(
                        "Sam <" + stranger + ">",
                        colleague,
                        "nobody",
                        "ada@" + company.domain(),
                        "BEN@" + company.domain(),
                        invited);

        assertThat(results)
                .extracting(InviteResult::recipient, InviteResult::outcome, InviteResult::kind)
                .containsExactly(
                        tuple(stranger, InviteOutcome.QUEUED, MemberKind.GUEST),
                        tuple(colleague, InviteOutcome.QUEUED, MemberKind.COWORKER),
                        tuple("nobody", InviteOutcome.INVALID, null),
                        tuple("ada@" + company.domain(), InviteOutcome.ALREADY_MEMBER, null),
                        tuple("BEN@" + company.domain(), InviteOutcome.SELF, null),
                        tuple(invited, InviteOutcome.ALREADY_INVITED, null));
        assertThat(count("invitation")).isEqualTo(3);
        assertThat(count("dispatch")).isEqualTo(3);
        assertThat(couriered).hasSize(3);
    }

    @Test
    void eachInvitationHasItsMessageAndItsContact() {
        String stranger = stranger("sam");

        InviteResult result = invite(stranger).get(0);

        assertThat(invitations().find(result.invitationId()).orElseThrow().dispatch().state())
                .isEqualTo(DispatchState.QUEUED);
        assertThat(invitations().listDispatches(result.invitationId())).hasSize(1);
        assertThat(
                        company.query(
                                "select kind from contact where owner_id = ? and email = ?"
                                        + " and activated = false",
                                company.coworker().membershipId(),
                                stranger))
                .containsExactly("GUEST");
    }

    @Test
    void rowsKeepNothingThatOpensTheLink() {
        String stranger = stranger("sam");
        invite(stranger);
        String token = tokenOf(stranger);

        assertThat(token).hasSize(43);
        assertThat(newest("model", stranger, "dispatch").toString()).doesNotContain(token);
        assertThat((byte[]) newest("token_hash", stranger))
                .isEqualTo(beckon.shared.TokenHash.of(token));
    }

    private Object newest(String column, String recipient, String table) {
        return company.query(
                        "select " + column + " from " + table + " where recipient = ?", recipient)
                .get(0);
    }

    @Test
    void twentyFirstAddressIsRefusedAndNothingIsSent() {
        String[] many =
                IntStream.range(0, 21).mapToObj(i -> stranger("p" + i)).toArray(String[]::new);

        assertRefused(InvitationReason.TOO_MANY_RECIPIENTS, () -> invite(many));
        assertThat(count("invitation")).isZero();
        assertThat(couriered).isEmpty();
    }

    @Test
    void twentyAreCountedAfterDeDuplication() {
        String[] many =
                IntStream.range(0, 40)
                        .mapToObj(i -> stranger("p" + i % 20).toUpperCase(java.util.Locale.ROOT))
                        .toArray(String[]::new);

        assertThat(invite(many))
                .hasSize(20)
                .allMatch(result -> result.outcome() == InviteOutcome.QUEUED);
        assertThat(count("dispatch")).isEqualTo(20);
    }

    @Test
    void nobodyAtAllIsRefused() {
        assertRefused(InvitationReason.NO_RECIPIENT, () -> invite(" ", ",;"));
    }

    @Test
    void unknownLanguageIsRefused() {
        Invite command = Invite.byEmail(List.of(stranger("sam")), "", "xx", InviteAs.AUTOMATIC);

        assertRefused(InvitationReason.UNKNOWN_LANGUAGE, () -> invitations().invite(command));
        assertThat(count("invitation")).isZero();
    }

    @Test
    void tamperedRequestForAnAdminIsRefusedAndAudited() {
        assertRefused(
                InvitationReason.KIND_NOT_ALLOWED, () -> invite(InviteAs.ADMIN, stranger("sam")));

        assertThat(count("invitation")).isZero();
        assertThat(count("dispatch")).isZero();
        assertThat(refusals()).containsExactly("KIND_NOT_ALLOWED");
    }

    @Test
    void adminMayInviteAnAdminAndAWebmailUserAsCoworker() {
        as(company.admin());
        String webmail = "sam" + company.accountId() + "@gmail.com";

        assertThat(invite(InviteAs.ADMIN, stranger("sam")).get(0).kind())
                .isEqualTo(MemberKind.ADMIN);
        assertThat(invite(InviteAs.COWORKER, webmail).get(0).kind()).isEqualTo(MemberKind.COWORKER);
    }

    @Test
    void switchedOffInvitingNamesAnAdminSendsNothingAndLeavesLinksToTheirOwnRule() {
        company.setPolicy(WhoMayInvite.ADMINS, false, 168);

        assertThat(invitations().getPermission())
                .isEqualTo(new InvitePermission(false, false, false, true, "ada Doe", false));
        assertThatThrownBy(() -> invite(stranger("sam")))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> {
                            assertThat(e.reason())
                                    .isEqualTo(InvitationReason.INVITING_SWITCHED_OFF);
                            assertThat(e.arguments()).containsExactly(1, "ada Doe");
                        });
        assertThat(count("invitation")).isZero();
        assertThat(refusals()).containsExactly("INVITING_SWITCHED_OFF");
    }

    @Test
    void withoutGatewayNumbersAreRefusedAndAddressesAreNot() {
        List<InviteResult> results =
                invitations()
                        .invite(
                                new Invite(
                                        List.of(stranger("sam")),
                                        List.of("+33612345678"),
                                        null,
                                        null,
                                        InviteAs.AUTOMATIC,
                                        null));

        assertThat(results)
                .extracting(InviteResult::reason)
                .containsExactly(null, InvitationReason.TEXTS_NOT_AVAILABLE);
        assertThat(results.get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void guestIsNotToldWhoIsAdmin() {
        company.setPolicy(WhoMayInvite.EVERYONE, false, 168);
        as(company.guest());

        assertThat(invitations().getPermission())
                .isEqualTo(new InvitePermission(false, false, false, false, null, false));
        assertThatThrownBy(() -> invite(stranger("sam")))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.arguments()).containsExactly(0, null));
    }

    @Test
    void adminIsToldToChangeThePolicy() {
        company.setPolicy(WhoMayInvite.NOBODY, false, 168);
        as(company.admin());

        assertThatThrownBy(() -> invite(stranger("sam")))
                .isInstanceOfSatisfying(
                        RefusalException.class, e -> assertThat(e.arguments()).startsWith(2));
    }

    @Test
    void adminMayChooseTheKind() {
        assertThat(invitations().getPermission())
                .isEqualTo(new InvitePermission(true, true, false, true, null, false));
        as(company.admin());
        assertThat(invitations().getPermission())
                .isEqualTo(new InvitePermission(true, true, false, true, null, true));
    }

    @Test
    void openInvitationIsShownToWhoMaySeeItOnly() {
        String stranger = stranger("sam");
        Caller other = company.join(MemberKind.COWORKER, "otto@" + company.domain());
        InviteResult first = invite(stranger).get(0);

        assertThat(invite(stranger).get(0).invitationId()).isEqualTo(first.invitationId());
        as(other);
        assertThat(invite(stranger))
                .extracting(InviteResult::outcome, InviteResult::invitationId)
                .containsExactly(tuple(InviteOutcome.ALREADY_INVITED, null));
        assertThat(invitations().find(first.invitationId())).isEmpty();
        assertThat(invitations().listDispatches(first.invitationId())).isEmpty();
        as(company.admin());
        assertThat(invite(stranger).get(0).invitationId()).isEqualTo(first.invitationId());
    }

    @Test
    void guestLearnsNothingAboutMembersOrTheirInvitations() {
        String invitedByOthers = stranger("ivy");
        invite(invitedByOthers);
        as(company.guest());

        List<InviteResult> results =
                invite("ada@" + company.domain(), "nina@" + company.domain(), invitedByOthers);

        assertThat(results).extracting(InviteResult::outcome).containsOnly(InviteOutcome.QUEUED);
        assertThat(results)
                .extracting(InviteResult::kind)
                .containsExactly(MemberKind.COWORKER, MemberKind.COWORKER, MemberKind.GUEST);
        assertThat(invite(invitedByOthers).get(0).outcome())
                .isEqualTo(InviteOutcome.ALREADY_INVITED);
    }

    @Test
    void accountElsewhereChangesNoAnswer() {
        Company elsewhere = new Company(database, container);
        String theirs = "ada@" + elsewhere.domain();

        InviteResult member = invite(theirs).get(0);
        InviteResult nobody = invite("nina@" + elsewhere.domain()).get(0);

        assertThat(member)
                .usingRecursiveComparison()
                .ignoringFields("recipient", "invitationId")
                .isEqualTo(nobody);
    }

    @Test
    void expiredInvitationMakesRoomBeforeItIsSwept() {
        String stranger = stranger("sam");
        company.setPolicy(WhoMayInvite.EVERYONE, true, 1);
        invite(stranger);
        container.clock().move(Duration.ofHours(1).minusMillis(1));
        assertThat(invite(stranger).get(0).outcome()).isEqualTo(InviteOutcome.ALREADY_INVITED);

        container.clock().move(Duration.ofMillis(1));

        assertThat(invite(stranger).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
        assertThat(
                        company.query(
                                "select state from invitation where account_id = ? order by id",
                                company.accountId()))
                .containsExactly("EXPIRED", "PENDING");
    }

    @Test
    void hostileWordsAreKeptAsText() {
        String words = "Hi\r\nBcc: x@y.org \u202Eevil\u0000 <img src=x onerror=a> #{7*7} ${7*7}";
        Invite command = Invite.byEmail(List.of(stranger("sam")), words, "fr", InviteAs.AUTOMATIC);

        invitations().invite(command);

        assertThat(newest("message", stranger("sam")))
                .isEqualTo("Hi\nBcc: x@y.org evil <img src=x onerror=a> #{7*7} ${7*7}");
        assertThat(newest("language", stranger("sam"))).isEqualTo("fr");
    }

    @Test
    void previewSaysWhatTheCommandWouldDoAndDoesNothing() {
        List<RecipientPreview> previews =
                invitations()
                        .preview(
                                List.of(
                                        stranger("sam"),
                                        "nina@" + company.domain(),
                                        "ada@" + company.domain(),
                                        "nobody"),
                                InviteAs.AUTOMATIC);

        assertThat(previews)
                .extracting(
                        RecipientPreview::outcome, RecipientPreview::kind, RecipientPreview::rule)
                .containsExactly(
                        tuple(InviteOutcome.QUEUED, MemberKind.GUEST, "OTHER_DOMAIN"),
                        tuple(InviteOutcome.QUEUED, MemberKind.COWORKER, "VERIFIED_DOMAIN"),
                        tuple(InviteOutcome.ALREADY_MEMBER, null, "MEMBER"),
                        tuple(InviteOutcome.INVALID, null, "ADDRESS_FORM"));
        assertThat(count("invitation")).isZero();
    }

    @Test
    void previewedMailIsTheOneThatWouldBeSent() {
        Invite command =
                Invite.byEmail(List.of(stranger("sam")), "See you there", "en", InviteAs.AUTOMATIC);

        assertThat(invitations().previewMail(command).text())
                .contains("See you there", company.name(), "ben Doe");
        assertThat(count("dispatch")).isZero();
    }
}
