package beckon.invitation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Approval;
import beckon.account.entity.GuestRules;
import beckon.account.entity.LinkRules;
import beckon.account.entity.MemberKind;
import beckon.account.entity.RecipientRules;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.CompanyDomain;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InvitingRules;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.Standing;
import beckon.shared.EmailAddress;
import beckon.shared.EmailDomain;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AdmissionPolicy policy = new AdmissionPolicy();

    private static InvitingRules rules(WhoMayInvite who, boolean guests, String... domains) {
        return new InvitingRules(
                who,
                new GuestRules(true, guests, null),
                Approval.NONE,
                LinkRules.NEW,
                TextRules.NEW,
                RecipientRules.NEW,
                Arrays.stream(domains)
                        .map(
                                domain ->
                                        new CompanyDomain(
                                                EmailDomain.of(domain.replace("*.", "")),
                                                domain.startsWith("*."),
                                                NOW))
                        .toList());
    }

    private static InvitingRules open(String... domains) {
        return rules(WhoMayInvite.EVERYONE, true, domains);
    }

    private Admission decide(
            InvitingRules rules, MemberKind caller, String email, InviteAs as, Standing standing) {
        Recipient recipient = Recipient.valid(EmailAddress.of(email));
        return policy.decide(rules, caller, recipient, as, standing, NOW);
    }

    private Admission decide(InvitingRules rules, String email) {
        return decide(rules, MemberKind.COWORKER, email, InviteAs.AUTOMATIC, Standing.STRANGER);
    }

    @Nested
    class Domains {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jane@acme.com",
                    "jane@ACME.com",
                    "Jane+tag@Acme.COM",
                    "jane@acme.com.",
                    "jane@\uFF41cme.com",
                    "jane@acme\u3002com"
                })
        void addressInAVerifiedDomainIsACoworker(String email) {
            assertThat(decide(open("other.org", "acme.com"), email))
                    .isEqualTo(Admission.of(MemberKind.COWORKER, AdmissionRule.VERIFIED_DOMAIN));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jane@acme.com.evil.org",
                    "jane@evil-acme.com",
                    "jane@evilacme.com",
                    "jane@acme.co",
                    "jane@acme.com.co",
                    "jane@\u0430cme.com",
                    "jane@acm\u0435.com",
                    "acme.com@evil.org",
                    "jane@com" + ".evil"
                })
        void lookAlikeIsAGuest(String email) {
            assertThat(decide(open("acme.com", "*.acme.com"), email))
                    .isEqualTo(Admission.of(MemberKind.GUEST, AdmissionRule.OTHER_DOMAIN));
        }

        @Test
        void internationalDomainIsTheSameInBothForms() {
            InvitingRules rules = open("b\u00FCcher.example");

            assertThat(decide(rules, "j@xn--bcher-kva.example").kind())
                    .isEqualTo(MemberKind.COWORKER);
            assertThat(decide(rules, "j@B\u00DCCHER.example").kind())
                    .isEqualTo(MemberKind.COWORKER);
            assertThat(decide(rules, "j@bucher.example").kind()).isEqualTo(MemberKind.GUEST);
        }

        @Test
        void subDomainCountsOnlyWhereAllowed() {
            assertThat(decide(open("acme.com"), "jane@sales.acme.com").kind())
                    .isEqualTo(MemberKind.GUEST);
            assertThat(decide(open("*.acme.com"), "jane@emea.sales.acme.com"))
                    .isEqualTo(
                            Admission.of(MemberKind.COWORKER, AdmissionRule.VERIFIED_SUB_DOMAIN));
            assertThat(decide(open("*.acme.com"), "jane@acme.com").rule())
                    .isEqualTo(AdmissionRule.VERIFIED_DOMAIN);
            assertThat(decide(open("*.acme.com"), "jane@xacme.com").kind())
                    .isEqualTo(MemberKind.GUEST);
        }

        @Test
        void webmailIsNeverACompany() {
            assertThat(decide(open("gmail.com", "*.gmail.com"), "jane@gmail.com"))
                    .isEqualTo(Admission.of(MemberKind.GUEST, AdmissionRule.WEBMAIL_DOMAIN));
        }

        @Test
        void domainCountsFromItsVerificationOn() {
            CompanyDomain tomorrow =
                    new CompanyDomain(EmailDomain.of("acme.com"), true, NOW.plusSeconds(1));
            InvitingRules rules =
                    new InvitingRules(
                            WhoMayInvite.EVERYONE,
                            GuestRules.NEW,
                            Approval.NONE,
                            LinkRules.NEW,
                            TextRules.NEW,
                            RecipientRules.NEW,
                            List.of(tomorrow));

            assertThat(decide(rules, "jane@acme.com").kind()).isEqualTo(MemberKind.GUEST);
            assertThat(decide(rules, "jane@x.acme.com").kind()).isEqualTo(MemberKind.GUEST);
        }
    }

    @Nested
    class Addresses {
        private InvitingRules rules(RecipientRules recipients, boolean guests) {
            return new InvitingRules(
                    WhoMayInvite.EVERYONE,
                    new GuestRules(guests, true, null),
                    Approval.NONE,
                    LinkRules.NEW,
                    TextRules.NEW,
                    recipients,
                    List.of(new CompanyDomain(EmailDomain.of("acme.com"), false, NOW)));
        }

        private AdmissionRule ruleFor(String allowed, String denied, String email) {
            return decide(rules(RecipientRules.of(true, allowed, denied), true), email).rule();
        }

        @ParameterizedTest
        @ValueSource(strings = {"jane@spam.org", "Jane@SPAM.org.", "jane@mail.spam.org"})
        void deniedDomainIsDeniedWithAllBelowIt(String email) {
            Admission admission =
                    decide(rules(RecipientRules.of(true, "", "spam.org"), true), email);

            assertThat(admission)
                    .isEqualTo(
                            Admission.not(
                                    InviteOutcome.REFUSED,
                                    AdmissionRule.DENY_LIST,
                                    InvitationReason.RECIPIENT_DENIED));
        }

        @Test
        void lookAlikeOfADeniedDomainIsNotDenied() {
            assertThat(ruleFor("", "spam.org", "jane@notspam.org"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
            assertThat(ruleFor("", "spam.org", "jane@spam.org.au"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
        }

        @Test
        void onlyWhoIsAllowedOrOfTheCompanyIsInvited() {
            assertThat(ruleFor("partner.org", "", "jane@partner.org"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
            assertThat(ruleFor("partner.org", "", "jane@acme.com"))
                    .isEqualTo(AdmissionRule.VERIFIED_DOMAIN);
            assertThat(ruleFor("partner.org", "", "jane@other.org"))
                    .isEqualTo(AdmissionRule.ALLOW_LIST);
            assertThat(ruleFor("partner.org", "", "jane@sub.partner.org"))
                    .isEqualTo(AdmissionRule.ALLOW_LIST);
            assertThat(ruleFor("*.partner.org", "", "jane@sub.partner.org"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
            assertThat(ruleFor("*.partner.org", "", "jane@partner.org"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
        }

        @Test
        void addressGoesBeforeItsDomainAndNoBeforeYes() {
            assertThat(ruleFor("jane@spam.org", "spam.org", "Jane@spam.org"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
            assertThat(ruleFor("acme.com", "jane@acme.com", "jane@acme.com"))
                    .isEqualTo(AdmissionRule.DENY_LIST);
            assertThat(ruleFor("spam.org", "spam.org", "jane@spam.org"))
                    .isEqualTo(AdmissionRule.DENY_LIST);
            assertThat(ruleFor("jane@x.org", "jane@x.org", "jane@x.org"))
                    .isEqualTo(AdmissionRule.DENY_LIST);
        }

        @Test
        void disposableMailIsRefusedUnlessTheAdminSaysOtherwise() {
            assertThat(ruleFor("", "", "jane@mailinator.com"))
                    .isEqualTo(AdmissionRule.DISPOSABLE_MAIL);
            assertThat(ruleFor("", "", "jane@box.mailinator.com"))
                    .isEqualTo(AdmissionRule.DISPOSABLE_MAIL);
            assertThat(ruleFor("mailinator.com", "", "jane@mailinator.com"))
                    .isEqualTo(AdmissionRule.OTHER_DOMAIN);
            assertThat(
                            decide(
                                            rules(RecipientRules.of(false, "", ""), true),
                                            "jane@mailinator.com")
                                    .isGranted())
                    .isTrue();
        }

        @Test
        void nobodyIsAGuestWhereGuestsAreNotWelcome() {
            InvitingRules closed = rules(RecipientRules.NEW, false);

            assertThat(decide(closed, "jane@other.org").rule())
                    .isEqualTo(AdmissionRule.GUEST_POLICY);
            assertThat(decide(closed, "jane@acme.com").isGranted()).isTrue();
            assertThat(
                            decide(
                                            closed,
                                            MemberKind.ADMIN,
                                            "jane@other.org",
                                            InviteAs.COWORKER,
                                            Standing.STRANGER)
                                    .kind())
                    .isEqualTo(MemberKind.COWORKER);
            assertThat(
                            decide(
                                            closed,
                                            MemberKind.ADMIN,
                                            "jane@other.org",
                                            InviteAs.GUEST,
                                            Standing.STRANGER)
                                    .rule())
                    .isEqualTo(AdmissionRule.GUEST_POLICY);
        }

        @Test
        void choiceOfAnAdminOverrulesNoList() {
            assertThat(
                            decide(
                                            rules(RecipientRules.of(true, "", "spam.org"), true),
                                            MemberKind.ADMIN,
                                            "jane@spam.org",
                                            InviteAs.ADMIN,
                                            Standing.STRANGER)
                                    .rule())
                    .isEqualTo(AdmissionRule.DENY_LIST);
        }

        @Test
        void whoComesByALinkIsHeldAgainstTheSameLists() {
            InvitingRules rules = rules(RecipientRules.of(true, "", "spam.org"), false);

            assertThat(byLink(rules, "jane@spam.org")).isEqualTo(AdmissionRule.DENY_LIST);
            assertThat(byLink(rules, "jane@mailinator.com"))
                    .isEqualTo(AdmissionRule.DISPOSABLE_MAIL);
            assertThat(byLink(rules, "jane@other.org")).isEqualTo(AdmissionRule.GUEST_POLICY);
            assertThat(byLink(rules, "jane@acme.com")).isEqualTo(AdmissionRule.VERIFIED_DOMAIN);
        }

        private AdmissionRule byLink(InvitingRules rules, String email) {
            return policy.decideByLink(
                            rules, MemberKind.COWORKER, null, EmailAddress.of(email), NOW)
                    .rule();
        }

        @ParameterizedTest
        @ValueSource(strings = {"not a domain!", "jane@", "*.", "localhost"})
        void whatIsNoEntryIsRefused(String typed) {
            assertThatThrownBy(() -> RecipientRules.of(true, typed, ""))
                    .isInstanceOf(RefusalException.class);
        }
    }

    @Nested
    class Choice {
        @ParameterizedTest
        @CsvSource({"ADMIN,ADMIN", "COWORKER,COWORKER", "GUEST,GUEST"})
        void adminMayChoose(InviteAs as, MemberKind kind) {
            Admission admission =
                    decide(open(), MemberKind.ADMIN, "jane@gmail.com", as, Standing.STRANGER);

            assertThat(admission).isEqualTo(Admission.of(kind, AdmissionRule.CHOSEN_KIND));
        }

        @ParameterizedTest
        @CsvSource({"ADMIN,", "COWORKER,", "GUEST,GUEST", "AUTOMATIC,GUEST"})
        void textRaisesNobodyWhoeverSendsIt(InviteAs as, MemberKind kind) {
            Recipient number = Recipient.valid("06", new PhoneNumber("+33612345678"));

            Admission admission =
                    policy.decide(open(), MemberKind.ADMIN, number, as, Standing.STRANGER, NOW);

            assertThat(admission.kind()).isEqualTo(kind);
            assertThat(admission.reason())
                    .isEqualTo(kind == null ? InvitationReason.KIND_NOT_BY_TEXT : null);
        }

        @ParameterizedTest
        @CsvSource({"COWORKER,ADMIN", "COWORKER,COWORKER", "GUEST,ADMIN", "GUEST,COWORKER"})
        void nobodyElseMayRaiseAnybody(MemberKind caller, InviteAs as) {
            Admission admission =
                    decide(open("acme.com"), caller, "jane@acme.com", as, Standing.STRANGER);

            assertThat(admission.outcome()).isEqualTo(InviteOutcome.REFUSED);
            assertThat(admission.reason()).isEqualTo(InvitationReason.KIND_NOT_ALLOWED);
            assertThat(admission.kind()).isNull();
        }

        @ParameterizedTest
        @EnumSource(MemberKind.class)
        void everybodyMayInviteAsAGuest(MemberKind caller) {
            Admission admission =
                    decide(
                            open("acme.com"),
                            caller,
                            "jane@acme.com",
                            InviteAs.GUEST,
                            Standing.STRANGER);

            assertThat(admission.kind()).isEqualTo(MemberKind.GUEST);
        }
    }

    @Nested
    class Policy {
        @ParameterizedTest
        @CsvSource({
            "EVERYONE, true,  true,  true,  true",
            "EVERYONE, false, true,  true,  false",
            "COWORKERS,true,  true,  true,  false",
            "COWORKERS,false, true,  true,  false",
            "ADMINS,   true,  true,  false, false",
            "ADMINS,   false, true,  false, false",
            "NOBODY,   true,  false, false, false"
        })
        void decidesWhoMayInvite(
                WhoMayInvite who, boolean guests, boolean admin, boolean coworker, boolean guest) {
            InvitingRules rules = rules(who, guests);

            assertThat(policy.mayInvite(rules, MemberKind.ADMIN)).isEqualTo(admin);
            assertThat(policy.mayInvite(rules, MemberKind.COWORKER)).isEqualTo(coworker);
            assertThat(policy.mayInvite(rules, MemberKind.GUEST)).isEqualTo(guest);
        }

        @Test
        void whoMayNotInviteIsRefusedWhateverElseHolds() {
            Admission admission =
                    decide(
                            rules(WhoMayInvite.NOBODY, true, "acme.com"),
                            MemberKind.ADMIN,
                            "jane@acme.com",
                            InviteAs.ADMIN,
                            Standing.MEMBER);

            assertThat(admission)
                    .isEqualTo(
                            Admission.not(
                                    InviteOutcome.REFUSED,
                                    AdmissionRule.INVITING_POLICY,
                                    InvitationReason.INVITING_SWITCHED_OFF));
        }
    }

    @Nested
    class Standings {
        @ParameterizedTest
        @CsvSource({
            "SELF,SELF,OWN_ADDRESS",
            "MEMBER,ALREADY_MEMBER,MEMBER",
            "INVITED,ALREADY_INVITED,OPEN_INVITATION"
        })
        void isAnswered(Standing standing, InviteOutcome outcome, AdmissionRule rule) {
            Admission admission =
                    decide(
                            open("acme.com"),
                            MemberKind.COWORKER,
                            "jane@acme.com",
                            InviteAs.AUTOMATIC,
                            standing);

            assertThat(admission).isEqualTo(Admission.not(outcome, rule));
        }

        @Test
        void guestLearnsNothingAboutMembers() {
            Admission ofMember =
                    decide(
                            open("acme.com"),
                            MemberKind.GUEST,
                            "jane@acme.com",
                            InviteAs.AUTOMATIC,
                            Standing.MEMBER);
            Admission ofStranger =
                    decide(
                            open("acme.com"),
                            MemberKind.GUEST,
                            "jane@acme.com",
                            InviteAs.AUTOMATIC,
                            Standing.STRANGER);

            assertThat(ofMember).isEqualTo(ofStranger);
        }

        @Test
        void flawOfAnAddressIsPassedOn() {
            Recipient flawed = Recipient.invalid("jane", InvitationReason.ADDRESS_INCOMPLETE);

            Admission admission =
                    policy.decide(
                            open(),
                            MemberKind.ADMIN,
                            flawed,
                            InviteAs.AUTOMATIC,
                            Standing.STRANGER,
                            NOW);

            assertThat(admission.outcome()).isEqualTo(InviteOutcome.INVALID);
            assertThat(admission.reason()).isEqualTo(InvitationReason.ADDRESS_INCOMPLETE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberKind.class,
            names = {"ADMIN", "COWORKER", "GUEST"})
    void nobodyOverrulesWhoeverAskedNotToBeInvited(MemberKind caller) {
        for (InviteAs as : InviteAs.values()) {
            Admission admission =
                    decide(open("acme.com"), caller, "jane@acme.com", as, Standing.SUPPRESSED);

            assertThat(admission.outcome()).isEqualTo(InviteOutcome.REFUSED);
            assertThat(admission.reason()).isEqualTo(InvitationReason.SUPPRESSED);
        }
    }
}
