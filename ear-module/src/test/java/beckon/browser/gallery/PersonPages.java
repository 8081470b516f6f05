package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.Frame;
import beckon.browser.page.ProfilePage;
import beckon.browser.page.SignInPage;
import beckon.testing.App;
import beckon.testing.Company;
import beckon.testing.Pictures;
import beckon.testing.Postbox;
import beckon.testing.TestServer;

/** What people see of themselves, and how they prove that it is they. */
record PersonPages(Browser browser, Gallery gallery, MemberPages members) {
    private static final String ANOTHER = "copper lantern drifting 7";

    /** The profile without and with a photo, with errors, and one's data as a file. */
    void profile() {
        Company company = Company.found("Tailspin Toys");
        members.signIn(company.coworker("Théa").email());
        ProfilePage page = ProfilePage.open(browser);
        gallery.takeWhole("profile");
        page.choose(new byte[] {1, 2, 3});
        browser.see("#photo-error");
        gallery.take("profile-no-picture");
        page.choose(Pictures.jpeg(900, 600)).untilPhoto("chosen");
        gallery.take("profile-photo-chosen");
        page.savePhoto().untilFaces(2);
        gallery.take("profile-photo");
        new Frame(browser).openProfile();
        page.untilFaces(3);
        gallery.take("profile-menu-photo");
        browser.go("/");
        browser.see(".face img");
        gallery.take("contacts-photo");
        browser.click(".row-name");
        browser.see("#contact-card .face.large img");
        gallery.take("contact-card-photo");
        ProfilePage.open(browser);
        browser.fill("#profile-first-name", "");
        browser.clickAndLoad("#profile-save");
        gallery.takeWhole("profile-error");
        browser.go("/person/data");
        gallery.take("own-data");
        browser.fill("#data-password", "wrong");
        browser.clickAndLoad("#data-download");
        gallery.take("own-data-error");
    }

    /** Password, second step with its codes, and the sign-in that asks for one. */
    void security() {
        Company.Member member = Company.found("Fourth Coffee").coworker("Frida");
        members.signIn(member.email());
        browser.go("/person/security");
        gallery.takeWhole("security");
        browser.fill("#password-current", "wrong");
        browser.fill("#password-password", ANOTHER);
        browser.click("#password-send");
        browser.see("#password-current-error");
        gallery.take("security-password-error");
        browser.go("/person/two-step");
        gallery.take("two-step");
        browser.fill("#two-step-password", TestServer.password());
        browser.clickAndLoad("#two-step-begin");
        gallery.take("two-step-scan");
        browser.fill("#two-step-code", "000000");
        browser.clickAndLoad("#two-step-confirm");
        gallery.take("two-step-wrong-code");
        browser.fill("#two-step-code", App.show(browser.text("#two-step-secret")));
        browser.clickAndLoad("#two-step-confirm");
        browser.see("#two-step-codes");
        gallery.take("two-step-codes");
        browser.clickAndLoad("#two-step-done");
        gallery.takeWhole("security-two-step");
        browser.fill("#second-step-password", TestServer.password());
        browser.click("#second-step-renew");
        browser.see("#second-step-new-codes");
        gallery.takeWhole("security-new-codes");
        new Frame(browser).signOut();
        new SignInPage(browser).send(member.email(), TestServer.password());
        browser.see("#signin-code");
        gallery.take("sign-in-code");
        browser.fill("#signin-code", "000000");
        browser.clickAndLoad("#signin-code-send");
        gallery.take("sign-in-code-error");
    }

    /** Keys to the API: none, one that was made just now, revoking it. */
    void apiKeys() {
        members.signIn(Company.found("Alpine Ski House").coworker("Alma").email());
        browser.go("/person/tokens");
        gallery.take("api-keys-none");
        browser.fill("#token-name", "Nightly report");
        browser.fill("#token-password", "wrong");
        browser.click("#token-make");
        browser.see("#token-password-error");
        gallery.take("api-keys-error");
        browser.fill("#token-password", TestServer.password());
        browser.click("#token-make");
        browser.see("#token-secret");
        gallery.takeWhole("api-keys-made");
        browser.go("/person/tokens");
        gallery.takeWhole("api-keys");
        browser.click("[data-revoke-token]");
        browser.see("#revoke-token[open]");
        gallery.take("api-keys-revoke");
    }

    /** A forgotten password: asking for a link, the mailed link, a link that is over. */
    void reset() {
        String email = Company.found("Lucerne Publishing").coworker("Lucie").email();
        browser.go("/reset");
        gallery.take("reset");
        browser.fill("#reset-email", email);
        browser.clickAndLoad("#reset-ask");
        browser.see("#reset-sent");
        gallery.take("reset-sent");
        String link = Postbox.untilMailArrives(email).resetPath();
        browser.go(link);
        gallery.take("reset-password");
        browser.fill("#reset-password", "short");
        browser.clickAndLoad("#reset-send");
        gallery.take("reset-password-error");
        browser.fill("#reset-password", ANOTHER);
        browser.clickAndLoad("#reset-send");
        browser.see("#reset-done");
        gallery.take("reset-done");
        browser.go(link);
        gallery.take("reset-closed");
    }
}
