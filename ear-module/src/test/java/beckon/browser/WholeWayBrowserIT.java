package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.InvitationListPage;
import beckon.browser.page.InviteByEmailPage;
import beckon.browser.page.InviteByTextPage;
import beckon.browser.page.JoinPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Company;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole way of an invitation, from the inviter's screen to both seeing each other. */
class WholeWayBrowserIT extends BrowserIT {
    private static final String PASSWORD = "kestrel-lantern-meadow-9";
    private static final Pattern LINK = Pattern.compile("/join/([A-Za-z0-9_-]{43})");

    @Test
    void fromSignInToANewContact() {
        Company company = Company.found("Whole Way Ltd");
        Company.Member inviter = company.coworker("Wanda");
        Company.Member member = company.coworker("Mia");
        String coworker = company.address("nils");
        String guest = Addresses.guest("gerda");
        String other = Addresses.guest("otto");

        ContactsPage contacts = SignInPage.signIn(browser, inviter.email());
        InviteByEmailPage dialog = contacts.frame().inviteByEmail();
        dialog.add(coworker, guest, other, "not-an-address", member.email()).untilChips(5);
        assertThat(dialog.counter()).startsWith("5");
        assertThat(dialog.chips().get(0)).contains(coworker).contains("Co-worker");
        assertThat(dialog.chips().get(1)).contains(guest).contains("Guest");
        dialog.send();
        assertThat(dialog.outcomes()).hasSize(5);
        assertThat(dialog.outcome(member.email())).contains("already a member");
        assertThat(dialog.outcome("not-an-address")).contains("not a whole address");
        dialog.done();

        Mail mail = Postbox.untilMailArrives(guest);
        Postbox.untilMailArrives(coworker);
        Postbox.untilMailArrives(other);
        assertThat(mail.subject()).contains("Wanda Tester").contains("Whole Way Ltd");

        Browser invitee = anotherBrowser();
        JoinPage join = JoinPage.open(invitee, mail.token());
        assertThat(invitee.text("main")).contains("Wanda Tester").contains("Whole Way Ltd");
        ContactsPage welcomed =
                join.accept().oldEnough().about("Gerda", "Guestova", PASSWORD).finish();
        invitee.untilSays("#notices", "Welcome to Whole Way Ltd, Gerda");
        welcomed.untilListed("Wanda Tester");
        assertThat(welcomed.rows()).noneMatch(row -> row.contains("Mia Tester"));

        ContactsPage.open(browser).untilListed("Gerda Guestova");
        assertThat(ContactsPage.open(browser).row("Gerda Guestova")).contains("Guest");
        InvitationListPage.open(browser).search(guest).untilRowSays(guest, "Accepted");
        assertThat(Postbox.untilMailsArrive(inviter.email(), 1).get(0).subject())
                .contains("Gerda Guestova");
    }

    @Test
    void fromATextToANewCoworkerInFrenchOnAPhone() {
        Company company = Company.found("Texted Ltd");
        Company.Member inviter = company.coworker("Tilda");
        String number = Addresses.mobile();
        String coworker = company.address("theo");
        InviteByTextPage dialog =
                SignInPage.signIn(browser, inviter.email()).frame().inviteByText();
        dialog.add(number).untilChips(1);
        browser.choose("#invite-by-text-language", "fr");
        browser.until("French words", d -> dialog.message().contains("invite à rejoindre"));
        dialog.next().send().done();
        String text = Postbox.untilTextArrives(number).get(0);
        assertThat(text).contains("Tilda Tester vous invite").contains("Texted Ltd");

        Browser invitee = anotherBrowser().speak("fr-FR,fr").size(390, 844);
        JoinPage join = JoinPage.open(invitee, tokenIn(text));
        assertThat(invitee.text("main")).contains("Tilda Tester").contains("Texted Ltd");
        Axe.check(invitee);
        invitee.fill("#confirm-address", coworker);
        invitee.click("#offer-accept");
        join.untilStep("SENT");
        assertNoSidewaysScrolling(invitee);
        Mail mail = Postbox.untilMailArrives(coworker);
        assertThat(mail.subject()).contains("Texted Ltd").contains("Confirmez");
        ContactsPage welcomed =
                JoinPage.open(invitee, mail.token())
                        .accept()
                        .oldEnough()
                        .about("Théo", "Texte", PASSWORD)
                        .finish();

        welcomed.untilListed("Tilda Tester");
        assertThat(ContactsPage.open(browser).untilListed("Théo Texte").row("Théo Texte"))
                .as("the domain of the confirmed address decides")
                .contains("Co-worker")
                .doesNotContain("Not activated");
        JoinPage.open(invitee, tokenIn(text));
        assertThat(invitee.sees("#confirm-address")).as("used once").isFalse();
    }

    private static String tokenIn(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void newCoworkerSeesTheCompany() {
        Company company = Company.found("Colleagues Ltd");
        Company.Member inviter = company.coworker("Walter");
        company.coworker("Mona");
        String coworker = company.address("nora");
        SignInPage.signIn(browser, inviter.email())
                .inviteByEnvelope()
                .add(coworker)
                .untilChips(1)
                .send()
                .done();
        Mail mail = Postbox.untilMailArrives(coworker);

        Browser invitee = anotherBrowser();
        ContactsPage welcomed =
                JoinPage.open(invitee, mail.token())
                        .accept()
                        .oldEnough()
                        .about("Nora", "Novak", PASSWORD)
                        .finish();

        welcomed.untilListed("Walter Tester").untilListed("Mona Tester");
        new Frame(invitee).signOut();
        SignInPage.open(invitee).send(coworker, PASSWORD);
        invitee.see("#profile");
    }

    @Test
    void wholeWayInFrench() {
        Company company = Company.found("Société Générique");
        Company.Member inviter = company.coworker("Wilma");
        String guest = Addresses.guest("genevieve");
        browser.speak("fr-FR,fr");

        ContactsPage contacts = SignInPage.signIn(browser, inviter.email());
        contacts.frame().choose("fr");
        assertThat(contacts.frame().language()).isEqualTo("fr");
        InviteByEmailPage dialog = contacts.frame().inviteByEmail();
        dialog.add(guest, "pas-une-adresse").untilChips(2);
        assertThat(dialog.chips().get(0)).contains("Invité");
        browser.choose("#invite-by-email-language", "fr");
        dialog.send().done();

        Mail mail = Postbox.untilMailArrives(guest);
        assertThat(mail.subject()).contains("Wilma Tester").contains("invite");
        assertThat(mail.text()).contains("Société Générique").contains("compte");
        Browser invitee = anotherBrowser().speak("fr-FR,fr");
        JoinPage join = JoinPage.open(invitee, mail.token());
        assertThat(invitee.see("html").getDomAttribute("lang")).isEqualTo("fr");
        ContactsPage welcomed =
                join.accept().oldEnough().about("Geneviève", "Œuvrard", PASSWORD).finish();
        welcomed.untilListed("Wilma Tester");
        assertThat(welcomed.frame().language()).isEqualTo("fr");
        ContactsPage.open(browser).untilListed("Geneviève Œuvrard");
    }

    @Test
    void wholeWayOnASmallScreen() {
        Company company = Company.found("Pocket Ltd");
        Company.Member inviter = company.coworker("Willy");
        String guest = Addresses.guest("gail");
        browser.size(390, 844);

        InviteByEmailPage dialog =
                SignInPage.signIn(browser, inviter.email()).frame().inviteByEmail();
        dialog.add(guest).untilChips(1).send();
        assertNoSidewaysScrolling(browser);
        dialog.done();

        Browser invitee = anotherBrowser().size(390, 844);
        JoinPage join = JoinPage.open(invitee, Postbox.untilMailArrives(guest).token());
        assertNoSidewaysScrolling(invitee);
        join.accept().oldEnough();
        assertNoSidewaysScrolling(invitee);
        join.about("Gail", "Grass", PASSWORD).finish().untilListed("Willy Tester");
        assertNoSidewaysScrolling(invitee);
    }

    private static void assertNoSidewaysScrolling(Browser browser) {
        assertThat(
                        browser.script(
                                "return document.documentElement.scrollWidth"
                                        + " <= document.documentElement.clientWidth"))
                .as("no sideways scrolling at %s", browser.path())
                .isEqualTo(true);
    }
}
