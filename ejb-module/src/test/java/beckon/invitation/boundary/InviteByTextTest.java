package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AccountService;
import beckon.account.entity.MemberKind;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.attachment.boundary.AttachmentService;
import beckon.attachment.entity.AttachmentReason;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.delivery.control.StopList;
import beckon.delivery.control.TextTally;
import beckon.delivery.control.TextTallyRepository;
import beckon.invitation.InvitationTest;
import beckon.invitation.control.InvitationRepository;
import beckon.invitation.control.Revoking;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.TextUse;
import beckon.shared.PhoneReason;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteByTextTest extends InvitationTest {
    private static final AtomicInteger BLOCKS = new AtomicInteger(1000);

    /** The first six digits of numbers that no other test has. */
    private String block;

    @BeforeEach
    void takeBlock() {
        block = "+33 6 " + BLOCKS.incrementAndGet() + " ";
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("BECKON_SMPP_HOST", "127.0.0.1");
        return environment;
    }

    private String number(int i) {
        return block + "%04d".formatted(i);
    }

    private static String e164(String number) {
        return number.replace(" ", "");
    }

    private List<InviteResult> text(String... numbers) {
        return textWith("", numbers);
    }

    private List<InviteResult> textWith(String words, String... numbers) {
        return invitations()
                .invite(Invite.byText(List.of(numbers), words, null, InviteAs.AUTOMATIC, null));
    }

    private String[] numbers(int from, int many) {
        return IntStream.range(from, from + many).mapToObj(this::number).toArray(String[]::new);
    }

    private void allow(TextRules rules) {
        as(company.admin());
        AccountService accounts = container.get(AccountService.class);
        database.inTransaction(
                () -> {
                    accounts.savePolicy(accounts.getPolicy().with(rules));
                });
        as(company.coworker());
    }

    private static TextRules limits(int perDay, int perPrefix) {
        return new TextRules(
                WhoMayInvite.EVERYONE, "FR", TextRules.USUAL_COUNTRIES, perDay, perPrefix);
    }

    private Object sentText() {
        return company.query(
                        "select model from dispatch where account_id = ? order by id desc",
                        company.accountId())
                .get(0);
    }

    @Test
    void numberIsInvitedByTextOnceInWhateverNotations() {
        String number = number(1);

        List<InviteResult> results =
                text(number, "0" + e164(number).substring(3), "Marie <" + e164(number) + ">");

        assertThat(results).hasSize(1);
        assertThat(results.get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
        assertThat(results.get(0).recipient()).isEqualTo(number);
        assertThat(newest("recipient_key", e164(number))).isEqualTo(e164(number));
        assertThat(newest("channel", e164(number))).isEqualTo("TEXT");
        assertThat(company.query("select channel from dispatch where recipient = ?", e164(number)))
                .containsExactly("TEXT");
        assertThat(couriered).hasSize(1);
    }

    @Test
    void addressesAndNumbersTravelTogether() {
        List<InviteResult> results =
                invitations()
                        .invite(
                                new Invite(
                                        List.of(stranger("sam")),
                                        List.of(number(1)),
                                        null,
                                        null,
                                        InviteAs.AUTOMATIC,
                                        null));

        assertThat(results).extracting(InviteResult::outcome).containsOnly(InviteOutcome.QUEUED);
        assertThat(count("invitation")).isEqualTo(2);
    }

    @Test
    void moreThanTwentyTogetherSendNothing() {
        List<String> emails = new ArrayList<>();
        IntStream.range(0, 11).forEach(i -> emails.add(stranger("a" + i)));

        assertRefused(
                InvitationReason.TOO_MANY_RECIPIENTS,
                () ->
                        invitations()
                                .invite(
                                        new Invite(
                                                emails,
                                                List.of(numbers(0, 10)),
                                                null,
                                                null,
                                                InviteAs.AUTOMATIC,
                                                null)));
        assertThat(count("invitation")).isZero();
    }

    @Test
    void numbersThatGetNoTextsAreRefusedOneByOne() {
        List<InviteResult> results =
                text("01 42 68 53 00", "0899123456", "3615", "Marie", number(1));

        assertThat(results)
                .extracting(InviteResult::outcome)
                .containsExactly(
                        InviteOutcome.INVALID,
                        InviteOutcome.INVALID,
                        InviteOutcome.INVALID,
                        InviteOutcome.INVALID,
                        InviteOutcome.QUEUED);
        assertThat(results)
                .extracting(InviteResult::reason)
                .containsExactly(
                        PhoneReason.NUMBER_LANDLINE,
                        PhoneReason.NUMBER_PREMIUM,
                        PhoneReason.NUMBER_SHORT,
                        PhoneReason.NUMBER_NOT_VALID,
                        null);
    }

    @Test
    void countriesThatTheAccountDoesNotTextAreRefused() {
        List<InviteResult> results = text("+7 912 345 67 89", number(1));

        assertThat(results)
                .extracting(InviteResult::reason)
                .containsExactly(InvitationReason.COUNTRY_NOT_ALLOWED, null);
    }

    @Test
    void whoMayNotTextMayStillWriteMails() {
        allow(new TextRules(WhoMayInvite.ADMINS, "FR", TextRules.USUAL_COUNTRIES, 1_000, 100));

        List<InviteResult> results =
                invitations()
                        .invite(
                                new Invite(
                                        List.of(stranger("sam")),
                                        List.of(number(1)),
                                        null,
                                        null,
                                        InviteAs.AUTOMATIC,
                                        null));

        assertThat(results)
                .extracting(InviteResult::outcome)
                .containsExactly(InviteOutcome.QUEUED, InviteOutcome.REFUSED);
        assertThat(results.get(1).reason()).isEqualTo(InvitationReason.TEXTING_SWITCHED_OFF);
        assertThat(invitations().getPermission().texts()).isFalse();
        assertThat(invitations().getPermission().askAdmin()).isEqualTo("ada Doe");
        as(company.admin());
        assertThat(text(number(2)).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void ownAndColleaguesNumbersAreKnown() {
        own(company.coworker().membershipId(), e164(number(1)));
        own(company.admin().membershipId(), e164(number(2)));

        assertThat(text(number(1), number(2)))
                .extracting(InviteResult::outcome)
                .containsExactly(InviteOutcome.SELF, InviteOutcome.ALREADY_MEMBER);
        company.deactivate(company.admin());
        assertThat(text(number(2)).get(0).outcome())
                .as("whoever is out may be invited back")
                .isEqualTo(InviteOutcome.QUEUED);
        own(
                company.join(MemberKind.COWORKER, "zoe@" + company.domain()).membershipId(),
                e164(number(3)));
        as(company.guest());
        assertThat(text(number(3)).get(0).outcome())
                .as("who is a member is not for guests to find out")
                .isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void guestsDoNotFindOutWhoIsAMemberWhereTextsAreHalted() {
        own(company.admin().membershipId(), e164(number(2)));
        container
                .get(TextTallyRepository.class)
                .add(
                        Map.of(
                                new TextTally.Key(company.accountId(), "FR"),
                                new TextTally.Count(20, 20)),
                        container.clock().instant());
        allow(limits(100, 100));
        as(company.guest());

        assertThat(text(number(1), number(2)))
                .extracting(InviteResult::reason)
                .containsOnly(InvitationReason.TEXTS_HALTED);
    }

    private void own(long membership, String phone) {
        company.execute(
                "insert into contact (id, handle, account_id, membership_id, kind, activated,"
                        + " display_name, sort_key, phone) values (?, ?, ?, ?, 'COWORKER', true,"
                        + " 'X', 'x', ?)",
                -membership,
                UUID.randomUUID(),
                company.accountId(),
                membership,
                phone);
    }

    @Test
    void secondInvitationToANumberOffersTheFirst() {
        InviteResult first = text(number(1)).get(0);

        InviteResult second = text(e164(number(1))).get(0);

        assertThat(second.outcome()).isEqualTo(InviteOutcome.ALREADY_INVITED);
        assertThat(second.invitationId()).isEqualTo(first.invitationId());
    }

    @Test
    void whoHasAnsweredStopIsNotInvited() {
        container.get(StopList.class).stop(e164(number(1)), container.clock().instant());

        InviteResult result = text(number(1)).get(0);

        assertThat(result.outcome()).isEqualTo(InviteOutcome.REFUSED);
        assertThat(result.reason()).isEqualTo(InvitationReason.SUPPRESSED);
    }

    @Test
    void neighbouringNumbersStopAtTheLimitAndOthersPass() {
        allow(limits(1_000, 30));
        List<InviteResult> results = new ArrayList<>();
        for (int from = 0; from < 5_000; from += 20) {
            results.addAll(text(numbers(from, 20)));
        }

        Map<InviteOutcome, Long> outcomes = new HashMap<>();
        results.forEach(result -> outcomes.merge(result.outcome(), 1L, Long::sum));
        // 20 of the first thirty: what does not fit as a whole is not cut
        assertThat(outcomes)
                .containsOnly(
                        Map.entry(InviteOutcome.QUEUED, 20L),
                        Map.entry(InviteOutcome.LIMIT, 4_980L));
        String full = e164(number(0));
        takeBlock();
        assertThat(text(number(1)).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
        as(company.admin());
        allow(limits(1_000, 25));
        as(company.admin());
        assertThat(invitations().getTextUse())
                .as("the admin sees why")
                .isEqualTo(
                        new TextUse(
                                21,
                                1_000,
                                Map.of(full.substring(0, full.length() - 4), 20),
                                List.of()));
        assertThat(
                        company.query(
                                "select details from audit_entry where account_id = ?"
                                        + " and action = 'invitation.sent' order by id",
                                company.accountId()))
                .contains("20/20", "0/20, TEXT_PREFIX 20");
    }

    @Test
    void limitOfNeighboursIsExactWhenManyTextAtOnce() throws Exception {
        allow(limits(1_000, 7));
        AtomicInteger next = new AtomicInteger();

        List<InviteOutcome> outcomes =
                atOnce(16, () -> text(number(next.incrementAndGet())).get(0).outcome());

        assertThat(outcomes).filteredOn(InviteOutcome.QUEUED::equals).hasSize(7);
        assertThat(count("invitation")).isEqualTo(7);
    }

    @Test
    void accountsBudgetIsUsedToItsEndAndNoFurther() {
        allow(limits(5, 100));

        List<InviteResult> results = text(numbers(0, 8));

        assertThat(results)
                .extracting(InviteResult::outcome)
                .containsExactly(
                        InviteOutcome.QUEUED,
                        InviteOutcome.QUEUED,
                        InviteOutcome.QUEUED,
                        InviteOutcome.QUEUED,
                        InviteOutcome.QUEUED,
                        InviteOutcome.LIMIT,
                        InviteOutcome.LIMIT,
                        InviteOutcome.LIMIT);
        assertThat(results.get(7).reason()).isEqualTo(InvitationReason.TEXT_BUDGET);
        assertThat(invite(stranger("sam")).get(0).outcome())
                .as("mails are not concerned")
                .isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void textWithoutWordsSaysTheAccountsInItsLanguage() {
        as(company.admin());
        AccountService accounts = container.get(AccountService.class);
        String words = "Bonjour ! {inviter} ({company}) : {link}";
        accounts.saveTextWords("fr", null, words);
        as(company.coworker());

        text(number(1));
        assertThat((String) sentText())
                .contains("ben Doe invites you to " + company.name() + " on Beckon: {link}");

        invitations()
                .invite(Invite.byText(List.of(number(2)), " ", "fr", InviteAs.AUTOMATIC, null));
        assertThat((String) sentText())
                .contains("Bonjour ! ben Doe (" + company.name() + ") : {link}");

        as(company.admin());
        accounts.saveTextWords("fr", words, "");
        as(company.coworker());
        assertThat(invitations().getStandardText("fr")).contains("vous invite");
    }

    @Test
    void linkThatTheInviterDeletedIsPutBack() {
        textWith("Come \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67!", number(1));

        assertThat((String) newest("message", e164(number(1))))
                .isEqualTo("Come \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67! {link}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look at https://evil.example {link}",
                "Look at evil.example {link}",
                "{link} HTTP://x",
                "Look at \u0435vil\u3002example {link}",
                "Look at evil\uFF0Eexample {link}",
                "Look at evil.\u200Bexample {link}",
                "Look at evil\u00AD.\u2060example {link}",
                "Look at evile\u0301.example {link}",
                "Look at x\u0327\u0323.example {link}",
                "Look at i\u2764\uFE0F.ws {link}",
                "Look at \uD83D\uDC4D\uD83C\uDFFD.example {link}",
                "Look at 203.0.113.9/login {link}"
            })
    void textCarriesNoOtherLink(String words) {
        assertRefused(InvitationReason.TEXT_HAS_LINK, () -> textWith(words, number(1)));
        assertThat(count("invitation")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "At 9.30, yes...or no. {link}",
                "3.5 km: come!",
                "Call 01.42.68.53.00 {link}"
            })
    void sentencesAreNotTakenForLinks(String words) {
        assertThat(textWith(words, number(1)).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void textOfMoreThanTenPartsIsRefused() {
        assertRefused(
                InvitationReason.TEXT_TOO_LONG,
                () -> textWith("\u00e9\u0153".repeat(340) + " {link}", number(1)));
    }

    @Test
    void previewShowsNumbersAsOnesCountryWritesThem() {
        var previews =
                invitations()
                        .previewNumbers(
                                List.of(e164(number(7)), "+41791234567", "12"), InviteAs.AUTOMATIC);

        assertThat(previews.get(0).shown()).startsWith("06 ");
        assertThat(previews.get(1).shown()).isEqualTo("+41 79 123 45 67");
        assertThat(previews.get(2).outcome()).isEqualTo(InviteOutcome.INVALID);
        assertThat(previews.get(0).kind()).isEqualTo(MemberKind.GUEST);
        assertThat(count("invitation")).isZero();
    }

    @Test
    void inviteeIsNotedOnceAmongTheInvitersContactsAndForgottenAgain() {
        InviteResult result = text(number(1)).get(0);
        ContactQuery query = new ContactQuery(ContactGroup.ALL, e164(number(1)), 0, 20);
        ContactService contacts = container.get(ContactService.class);

        assertThat(contacts.list(query).rows())
                .extracting(ContactRow::phone)
                .containsExactly(e164(number(1)));
        database.inTransaction(() -> invitations().revoke(result.invitationId()));
        assertThat(contacts.list(query).rows()).isEmpty();
    }

    @Test
    void resendingTextsAgainWithAnotherTokenAndCounts() {
        allow(limits(2, 100));
        InviteResult result = text(number(1)).get(0);
        byte[] before = (byte[]) newest("token_hash", e164(number(1)));

        invitations().resend(result.invitationId());

        assertThat((byte[]) newest("token_hash", e164(number(1)))).isNotEqualTo(before);
        assertThat(
                        company.query(
                                "select state from dispatch where recipient = ? order by id",
                                e164(number(1))))
                .containsExactly("CANCELLED", "QUEUED");
        assertRefused(
                InvitationReason.TEXT_BUDGET, () -> invitations().resend(result.invitationId()));
    }

    @Test
    void fileTravelsWithTheTextAndAgainWhenItIsSentAnew() {
        UUID file = upload();

        InviteResult result =
                invitations()
                        .invite(
                                Invite.byText(
                                        List.of(number(1)), "", null, InviteAs.AUTOMATIC, file))
                        .get(0);

        assertThat((String) sentText()).contains("fileNonce");
        invitations().resend(result.invitationId());
        assertThat((String) sentText()).contains("fileNonce");
        assertRefused(
                AttachmentReason.NOT_FOUND,
                () ->
                        invitations()
                                .invite(
                                        Invite.byText(
                                                List.of(number(2)),
                                                "",
                                                null,
                                                InviteAs.AUTOMATIC,
                                                file)));
    }

    @Test
    void fileIsGoneWithItsInvitationAndWithNoOther() {
        UUID file = upload();
        List<InviteResult> results =
                invitations()
                        .invite(
                                Invite.byText(
                                        List.of(number(1), number(2), number(3), number(4)),
                                        "",
                                        null,
                                        InviteAs.AUTOMATIC,
                                        file));
        List<String> links = results.stream().map(this::fileToken).toList();
        assertThat(links).doesNotHaveDuplicates().allMatch(this::opens);

        database.inTransaction(() -> invitations().revoke(results.get(0).invitationId()));
        invitations().resend(results.get(1).invitationId());
        database.inTransaction(() -> offers().decline(tokenOf(e164(number(3)))));

        assertThat(links.stream().map(this::opens)).containsExactly(false, false, false, true);
        assertThat(opens(fileToken(results.get(1)))).isTrue();
        container.clock().move(Duration.ofDays(7));
        assertThat(opens(links.get(3))).isFalse();
    }

    @Test
    void fileOfAnInvitationSentAnewWhileItIsRevokedIsGoneToo() {
        InviteResult result =
                invitations()
                        .invite(
                                Invite.byText(
                                        List.of(number(1)), "", null, InviteAs.AUTOMATIC, upload()))
                        .get(0);
        Invitation read =
                database.inTransaction(
                        () ->
                                container
                                        .get(InvitationRepository.class)
                                        .find(result.invitationId(), company.accountId())
                                        .orElseThrow());
        invitations().resend(result.invitationId());

        database.inTransaction(
                () -> container.get(Revoking.class).revoke(read, container.clock().instant()));

        assertThat(opens(fileToken(result))).isFalse();
    }

    private UUID upload() {
        byte[] gif = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
        return container
                .get(AttachmentService.class)
                .upload("hi.gif", new ByteArrayInputStream(gif), gif.length)
                .handle();
    }

    private String fileToken(InviteResult result) {
        byte[] nonce = (byte[]) newest("file_nonce", e164(result.recipient()));
        String keyId = (String) newest("file_key_id", e164(result.recipient()));
        return container
                .get(TokenKeys.class)
                .derive(new TokenSource("attachment", nonce, keyId))
                .secret();
    }

    private boolean opens(String token) {
        return container.get(AttachmentService.class).look(token).isPresent();
    }

    @Test
    void nobodyIsMadeAdminOrCoworkerByText() {
        as(company.admin());
        for (InviteAs as : List.of(InviteAs.ADMIN, InviteAs.COWORKER)) {
            InviteResult result =
                    invitations()
                            .invite(Invite.byText(List.of(number(1)), "", null, as, null))
                            .get(0);

            assertThat(result.outcome()).isEqualTo(InviteOutcome.REFUSED);
            assertThat(result.reason()).isEqualTo(InvitationReason.KIND_NOT_BY_TEXT);
        }
        assertThat(count("invitation")).isZero();
    }

    @Test
    void administratorsMayBeInvitedByAdministratorsOnly() {
        assertRefused(
                InvitationReason.KIND_NOT_ALLOWED,
                () ->
                        invitations()
                                .invite(
                                        Invite.byText(
                                                List.of(number(1)),
                                                "",
                                                null,
                                                InviteAs.ADMIN,
                                                null)));
        assertThat(
                        Set.copyOf(
                                company.query(
                                        "select kind from invitation where account_id = ?",
                                        company.accountId())))
                .isEmpty();
    }
}
