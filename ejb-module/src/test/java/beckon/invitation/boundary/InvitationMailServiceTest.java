package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AccountMailService;
import beckon.account.entity.AccountMail;
import beckon.account.entity.AccountReason;
import beckon.delivery.entity.RenderedMail;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationMailServiceTest extends InvitationTest {

    private static final AccountMail WORDS =
            new AccountMail("{inviter} has a desk for you", "Welcome to {company}.");

    private AccountMailService mails;

    @BeforeEach
    void findService() {
        mails = container.get(AccountMailService.class);
    }

    private void save(String language, AccountMail words) {
        as(company.admin());
        database.inTransaction(() -> mails.save(language, mails.get(language), words));
        as(company.coworker());
    }

    /** What the messages to somebody are to say, the newest first. */
    private List<Object> modelsFor(String recipient) {
        return company.query(
                "select model from dispatch where account_id = ? and recipient = ? order by id desc",
                company.accountId(),
                recipient);
    }

    private void invite(String recipient, String language) {
        invitations()
                .invite(Invite.byEmail(List.of(recipient), "Hi!", language, InviteAs.AUTOMATIC));
    }

    @Test
    void accountsWordsAreInItsMailsOfThatLanguageOnly() {
        save("en", WORDS);

        invite(stranger("bob"), "en");
        invite(stranger("eve"), "fr");

        assertThat(modelsFor(stranger("bob")).get(0).toString())
                .contains(WORDS.subject(), WORDS.opening(), "Hi!");
        assertThat(modelsFor(stranger("eve")).get(0).toString())
                .doesNotContain("subject", "opening");
    }

    @Test
    void whatIsSentAnewSaysWhatTheAccountSaysNow() {
        invite(stranger("bob"), "en");
        save("en", WORDS);

        invitations().resend((UUID) newest("handle", stranger("bob")));

        assertThat(modelsFor(stranger("bob")).get(0).toString()).contains(WORDS.opening());
        assertThat(modelsFor(stranger("bob")).get(1).toString()).doesNotContain("opening");
    }

    @Test
    void inviterSeesTheAccountsWordsInThePreview() {
        save("en", WORDS);

        RenderedMail mail =
                invitations()
                        .previewMail(
                                Invite.byEmail(
                                        List.of(stranger("bob")), "", "en", InviteAs.AUTOMATIC));

        assertThat(mail.subject()).endsWith(" has a desk for you");
        assertThat(mail.text()).contains("Welcome to Company");
    }

    @Test
    void adminSeesTheMailBeforeItIsSaved() {
        as(company.admin());

        RenderedMail mail = container.get(InvitationMailService.class).preview("fr", WORDS);

        assertThat(mail.subject()).endsWith(" has a desk for you");
        assertThat(mail.html()).contains("Welcome to Company", "Créer un compte gratuit");
        assertThat(database.inTransaction(() -> mails.get("fr"))).isEqualTo(AccountMail.NONE);
    }

    @Test
    void otherAccountsSayWhatTheySaid() {
        save("en", WORDS);

        assertThat(mails.find(company.accountId() + 1, "en")).isEqualTo(AccountMail.NONE);
    }

    @Test
    void wordsThatAreNoGoodAreNotSavedWhateverThePageLetThrough() {
        as(company.admin());

        assertRefused(
                AccountReason.UNKNOWN_PLACEHOLDER,
                () -> mails.save("en", AccountMail.NONE, new AccountMail("{nobody}", null)));
        assertRefused(
                AccountReason.WORDS_HAVE_LINK,
                () ->
                        mails.save(
                                "en", AccountMail.NONE, new AccountMail(null, "See evil.example")));
        assertThat(mails.get("en")).isEqualTo(AccountMail.NONE);
    }

    @Test
    void backToOurWordsLeavesNothing() {
        save("en", WORDS);
        save("en", AccountMail.NONE);

        invite(stranger("bob"), "en");

        assertThat(modelsFor(stranger("bob")).get(0).toString()).doesNotContain("opening");
        assertThat(count("account_mail")).isZero();
    }
}
