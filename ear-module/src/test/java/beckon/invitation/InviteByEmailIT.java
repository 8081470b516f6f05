package beckon.invitation;

import static beckon.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import beckon.testing.SignedIn;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Inviting through the boundary, as dialog and API do. */
class InviteByEmailIT extends BeckonIT {
    @Inject private InvitationService invitations;

    @Test
    void eachAddressGetsItsOwnAnswer() {
        Company company = Company.found("Answers Ltd");
        Company.Member inviter = company.coworker("Ivy");
        Company.Member member = company.coworker("Max");
        String coworker = company.address("new");
        String guest = Addresses.guest("new");
        String open = Addresses.guest("open");
        invite(inviter.caller(), open);

        List<InviteResult> results =
                invite(
                        inviter.caller(),
                        coworker,
                        guest,
                        member.email(),
                        open,
                        inviter.email(),
                        "not an address");

        assertThat(results)
                .extracting(InviteResult::outcome)
                .containsExactly(
                        InviteOutcome.QUEUED,
                        InviteOutcome.QUEUED,
                        InviteOutcome.ALREADY_MEMBER,
                        InviteOutcome.ALREADY_INVITED,
                        InviteOutcome.SELF,
                        InviteOutcome.INVALID);
        assertThat(results)
                .extracting(InviteResult::kind)
                .startsWith(MemberKind.COWORKER, MemberKind.GUEST);
        Postbox.untilMailArrives(coworker);
        Postbox.untilMailArrives(guest);
    }

    @Test
    void mailNamesInviterAndCompanyAndSaysTheSameInBothParts() {
        Company company = Company.found("Mallory & Søns “Ltd”");
        Company.Member inviter = company.coworker("Zoë");
        String guest = Addresses.guest("reader");

        invite(inviter.caller(), guest);

        Mail mail = Postbox.untilMailArrives(guest);
        assertThat(mail.subject()).contains("Zoë Tester").contains("Mallory & Søns “Ltd”");
        assertThat(mail.text()).contains("Zoë Tester").contains("Mallory & Søns “Ltd”");
        assertThat(mail.html())
                .contains("Zoë Tester")
                .contains("Mallory &amp; Søns")
                .contains(mail.link())
                .doesNotContain("<img");
    }

    @Test
    void namesAndMessagesCanInjectNothing() {
        Company company = Company.found("<b>Evil</b> ${7*191} #{7*191}");
        Company.Member inviter = company.coworker("\"><img src=x onerror=alert(1)>");
        String guest = Addresses.guest("victim");

        SignedIn.as(
                inviter.caller(),
                () ->
                        invitations.invite(
                                Invite.byEmail(
                                        List.of(guest),
                                        "Hi <script>alert(1)</script> ${7*191}\r\nBcc: x@evil.example"
                                                + "\r\nhttps://evil.example/login",
                                        "en",
                                        InviteAs.AUTOMATIC)));

        Mail mail = Postbox.untilMailArrives(guest);
        assertThat(mail.html())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>Evil")
                .doesNotContain("href=\"https://evil")
                .doesNotContain("1337");
        assertThat(mail.subject()).doesNotContain("\r").doesNotContain("\n");
        assertThat(Postbox.mailsTo("x@evil.example")).isEmpty();
    }

    @Test
    void twentyFirstAddressIsRefusedAndNothingIsSent() {
        Caller ben = SignedIn.ben();
        String[] addresses =
                IntStream.range(0, 21)
                        .mapToObj(i -> Addresses.guest("many"))
                        .toArray(String[]::new);

        assertRefused(InvitationReason.TOO_MANY_RECIPIENTS, () -> invite(ben, addresses));

        for (String address : addresses) {
            assertThat(invitationsTo(address)).isZero();
        }
    }

    @Test
    void sameAddressTwiceCountsOnce() {
        String guest = Addresses.guest("twice");

        List<InviteResult> results =
                invite(SignedIn.ben(), guest, guest.toUpperCase(java.util.Locale.ROOT));

        assertThat(results)
                .filteredOn(result -> result.outcome() == InviteOutcome.QUEUED)
                .hasSize(1);
        assertThat(
                        Database.number(
                                "select count(*) from invitation where recipient_key = ?", guest))
                .isEqualTo(1);
    }

    @Test
    void tamperedRequestForAnAdminIsRefusedAndAudited() {
        Company company = Company.found("Tampered Ltd");
        Caller coworker = company.coworker("Ted").caller();
        String guest = Addresses.guest("boss");

        assertRefused(
                InvitationReason.KIND_NOT_ALLOWED,
                () ->
                        SignedIn.as(
                                coworker,
                                () ->
                                        invitations.invite(
                                                Invite.byEmail(
                                                        List.of(guest),
                                                        "",
                                                        "en",
                                                        InviteAs.ADMIN))));

        assertThat(invitationsTo(guest)).isZero();
        assertThat(
                        Database.rows(
                                "select outcome from audit_entry where account_id = cast(? as"
                                        + " bigint) and actor_id = cast(? as bigint)",
                                company.id(),
                                coworker.membershipId()))
                .isNotEmpty();
    }

    @Test
    void adminMayInviteAnAdmin() {
        Company company = Company.found("Admins Ltd");
        String guest = Addresses.guest("second.admin");

        List<InviteResult> results =
                SignedIn.as(
                        company.admin("Ada").caller(),
                        () ->
                                invitations.invite(
                                        Invite.byEmail(List.of(guest), "", "en", InviteAs.ADMIN)));

        assertThat(results).extracting(InviteResult::kind).containsExactly(MemberKind.ADMIN);
    }

    @Test
    void guestsHaveNoEntryUnlessThePolicyAllowsIt() {
        Company company = Company.found("Guests Ltd");
        Caller guest = company.guest("Gus").caller();
        String address = Addresses.guest("friend");

        assertThat(SignedIn.as(guest, () -> invitations.getPermission()).allowed()).isFalse();
        assertRefused(InvitationReason.INVITING_SWITCHED_OFF, () -> invite(guest, address));

        Database.update(
                "update invitation_policy set guests_may_invite = true"
                        + " where account_id = cast(? as bigint)",
                company.id());

        assertThat(invite(guest, address))
                .extracting(InviteResult::outcome)
                .containsExactly(InviteOutcome.QUEUED);
    }

    @Test
    void policySwitchedOffMeanwhileRefusesAndNamesAnAdmin() {
        Company company = Company.found("Closed Ltd");
        company.admin("Adele");
        Caller coworker = company.coworker("Cleo").caller();
        assertThat(SignedIn.as(coworker, () -> invitations.getPermission()).allowed()).isTrue();

        company.letInvite("ADMINS");

        String address = Addresses.guest("late");
        assertRefused(InvitationReason.INVITING_SWITCHED_OFF, () -> invite(coworker, address));
        assertThat(invitationsTo(address)).isZero();
        assertThat(SignedIn.as(coworker, () -> invitations.getPermission()).askAdmin())
                .isEqualTo("Adele Tester");
    }

    @Test
    void lookAlikeDomainsAreGuests() {
        Company company = Company.found("Lookalike Ltd");
        Caller coworker = company.coworker("Lou").caller();

        assertThat(
                        invite(
                                coworker,
                                Addresses.unique("a") + "@" + company.domain() + ".evil.example",
                                Addresses.unique("b") + "@evil-" + company.domain(),
                                Addresses.unique("c") + "@sub." + company.domain(),
                                Addresses.unique("d") + "@" + company.domain().toUpperCase()))
                .extracting(InviteResult::kind)
                .containsExactly(
                        MemberKind.GUEST, MemberKind.GUEST, MemberKind.GUEST, MemberKind.COWORKER);
    }

    @Test
    void violatedConstraintsArriveUnwrapped() {
        assertThatThrownBy(
                        () ->
                                SignedIn.as(
                                        SignedIn.ben(),
                                        () ->
                                                invitations.invite(
                                                        Invite.byEmail(
                                                                List.of(Addresses.guest("long")),
                                                                "x".repeat(1001),
                                                                "en",
                                                                InviteAs.AUTOMATIC))))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void nobodyInvitesWithoutBeingSignedIn() {
        assertThatThrownBy(() -> invitations.getPermission())
                .isInstanceOf(EJBAccessException.class);
    }

    private List<InviteResult> invite(Caller caller, String... addresses) {
        return SignedIn.as(
                caller,
                () ->
                        invitations.invite(
                                Invite.byEmail(List.of(addresses), "", "en", InviteAs.AUTOMATIC)));
    }

    private static long invitationsTo(String address) {
        return Database.number("select count(*) from invitation where recipient = ?", address)
                + Database.number("select count(*) from dispatch where recipient = ?", address);
    }
}
