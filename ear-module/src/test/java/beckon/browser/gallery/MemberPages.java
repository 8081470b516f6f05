package beckon.browser.gallery;

import static org.awaitility.Awaitility.await;

import beckon.browser.Browser;
import beckon.browser.page.ContactForm;
import beckon.browser.page.ContactsPage;
import beckon.browser.page.Frame;
import beckon.browser.page.InvitationListPage;
import beckon.browser.page.SessionsPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Postbox;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What members see around the dialogs: contacts, menus, invitations, policies, closed doors. */
record MemberPages(Browser browser, Gallery gallery, String language) {

    void contacts() {
        ContactsPage contacts = ContactsPage.open(browser);
        contacts.untilListed("@");
        gallery.take("contacts");
        browser.go("/contact/company");
        gallery.take("contacts-company");
        browser.go("/contact/guests");
        gallery.take("contacts-guests");
        browser.go("/contact/personal");
        gallery.take("contacts-personal");
        ContactsPage.open(browser).filter("mar").untilGone("Andreea");
        gallery.take("contacts-filtered");
        browser.fill("#filter", "no such person");
        browser.see("#contacts .empty");
        gallery.take("contacts-none-found");
        ContactsPage.open(browser);
        holdAnswers();
        browser.fill("#filter", "b");
        browser.see("#contacts[aria-busy='true']");
        browser.until("a dimmed list", d -> isDimmed("#contacts"));
        gallery.takeAsItIs("contacts-loading");
        ContactsPage.open(browser).openCard("Ben");
        gallery.take("contact-card");
        ContactsPage.open(browser);
        holdAnswers();
        browser.click(".row-name");
        browser.see("#contact-card[open]");
        gallery.takeAsItIs("contact-card-loading");
    }

    /** One's own contacts: the form, the card, removing, files. */
    void ownContacts() {
        Company.Member owner = Company.found("Own Ltd").admin("Olga");
        signIn(owner.email());
        browser.go("/contact/personal");
        gallery.take("contacts-personal-empty");
        ContactForm form =
                ContactForm.openNew(browser)
                        .name("Marie Curie")
                        .email(0, "marie@work.example")
                        .email(1, "m.curie@")
                        .phone(0, "+33 6 12 34 56 78");
        gallery.take("contact-new");
        form.saveInVain();
        gallery.take("contact-new-wrong");
        form.email(1, "m.curie@home.example").save().openCard("Marie Curie");
        gallery.take("contact-card-own");
        browser.click("#contact-remove");
        browser.see("#contact-undo-notice");
        gallery.take("contact-removed");
        browser.go("/contact/import");
        gallery.take("contact-import");
    }

    /** The menus, the search and the drawer. */
    void frame() {
        ContactsPage.open(browser).frame().openNewActions();
        browser.click("#new-actions-invite");
        browser.see("#new-actions-by-email");
        gallery.take("new-actions");
        ContactsPage.open(browser);
        browser.click("#invite");
        browser.see("#invite-menu");
        gallery.take("invite-menu");
        ContactsPage.open(browser).frame().openProfile();
        gallery.take("profile-menu");
        ContactsPage.open(browser);
        browser.fill("#search", "mar");
        browser.see("#search-options [role='option']");
        gallery.take("search");
        browser.fill("#search", "no such person");
        browser.see(".no-match");
        gallery.take("search-none-found");
        ContactsPage.open(browser);
        if (browser.sees("#side-toggle")) {
            browser.click("#side-toggle");
            browser.see("#group-guests");
            gallery.take("contacts-drawer");
        }
    }

    void invitations() {
        Company company = Company.found("Northwind Traders");
        Company.Member member = company.admin("Nadia");
        signIn(member.email());
        ContactsPage.open(browser);
        gallery.take("contacts-alone");
        browser.go("/contact/guests");
        gallery.take("contacts-guests-empty");
        InvitationListPage.open(browser);
        gallery.take("invitations-none");
        settle(Api.as(member.email()));
        InvitationListPage.open(browser);
        gallery.take("invitations");
        browser.go("/invitation/list?state=REVOKED");
        browser.see("#invitation-list");
        gallery.take("invitations-none-revoked");
        browser.go("/invitation/list?q=nobody-at-all");
        browser.see("#invitation-list");
        gallery.take("invitations-none-found");
        browser.go("/invitation/list?of=everybody");
        browser.see("#invitation-list");
        gallery.take("invitations-everybodys");
        InvitationListPage.open(browser);
        browser.click("[data-revoke]");
        gallery.take("invitation-revoke");
        browser.click("#revoke-invitation-yes");
        browser.untilGone("#revoke-invitation[open]");
        browser.see("#notices .notice");
        gallery.take("invitation-revoked");
    }

    /** Who asks to be invited: nobody yet, then two, one of whom is declined. */
    void requests() {
        Company.Member member = Company.found("Tailspin Toys").coworker("Tim");
        signIn(member.email());
        browser.go("/invitation/requests");
        browser.see("#request-empty");
        gallery.take("requests-none");
        String bob = Addresses.guest("bob");
        Api.as(member.email()).inviteAndAwaitMail(bob);
        String ask =
                "insert into invitation_request (id, handle, account_id, invitation_id,"
                        + " inviter_id, name, email, email_key, language, created_at, open_key)"
                        + " select -i.id - %1$s, cast(? as uuid), i.account_id, i.id,"
                        + " i.inviter_id, ?, ?, 'key%1$s', 'en', i.created_at,"
                        + " cast(i.id as varchar) || ' %1$s' from invitation i"
                        + " where i.recipient = ?";
        Database.update(
                ask.formatted(1), UUID.randomUUID().toString(), "Sam Sun", "sam@sun.example", bob);
        Database.update(
                ask.formatted(2),
                UUID.randomUUID().toString(),
                "Maximiliane von Hohenstein-Schwarzenfels",
                "maximiliane.von.hohenstein@a.very.long.domain.example",
                bob);
        browser.reload();
        browser.see("#request-table");
        gallery.take("requests");
        browser.click("[data-decline-request]");
        browser.see("#notices .notice");
        gallery.take("requests-declined");
    }

    private void settle(Api api) {
        String accepted = Addresses.guest("accepted");
        api.inviteAndAwaitMail(accepted);
        Database.update(
                "update invitation set state = 'ACCEPTED', open_key = null,"
                        + " settled_at = created_at where recipient = ?",
                accepted);
        api.inviteAndAwaitMail(Addresses.guest("sent"));
        Postbox.behave("reject:550");
        String nobody = Addresses.guest("no.such.mailbox");
        api.invite(nobody);
        untilDispatch(nobody, "FAILED");
        Postbox.behave("reject:451");
        String busy = Addresses.guest("a.very.long.name.that.hardly.fits.anywhere");
        api.invite(busy);
        untilDispatch(busy, "DELAYED");
        Postbox.behave("ok");
    }

    void policies() {
        signIn(Company.found("Northwind Traders").admin("Nadia").email());
        browser.go("/admin/policies");
        browser.see("#policy-form");
        gallery.takeWhole("policies");
        browser.fill("#policy-expiry-hours", "9999");
        browser.click("#policy-save");
        browser.see("#policy-expiry-hours-error");
        gallery.take("policies-error");
        browser.go("/admin/policies");
        browser.click("#policy-save");
        browser.see("#notices .notice.good");
        gallery.take("policies-saved");
        linksAndTexts();
        addresses();
    }

    void account() {
        Company company = Company.found("Northwind Traders");
        signIn(company.admin("Nadia").email());
        browser.go("/admin/account");
        browser.see("#account-form");
        gallery.take("account");
        browser.clickAndLoad("#account-logo-save");
        gallery.take("account-no-picture");
        browser.go("/admin/first-domain");
        gallery.take("first-domain");
        Database.update(
                "insert into delivery_hold (account_id, held_at, messages) values"
                        + " (cast(? as bigint), current_timestamp, 12)",
                company.id());
        browser.go("/admin/held");
        gallery.take("held");
        browser.click("#held-discard");
        gallery.take("held-discard");
        browser.click("#discard-held-no");
        browser.go("/offline");
        gallery.take("offline");
    }

    void domains() {
        signIn(Company.found("Northwind Traders").admin("Nadia").email());
        browser.go("/admin/domains");
        browser.see("#domain-form");
        gallery.take("domains");
        browser.fill("#claim-domain", "gmail.com");
        browser.click("#domain-add");
        browser.see("#claim-domain-error");
        gallery.take("domains-error");
        browser.fill("#claim-domain", Addresses.unique("northwind").replace('.', '-') + ".example");
        browser.click("#domain-add");
        browser.see("#domain-proof");
        gallery.take("domains-proof");
        browser.click("#claim-mail");
        browser.see("#claim-code");
        browser.fill("#claim-code", "ABCDE-12345");
        browser.click("#claim-confirm");
        browser.see("#claim-code-error");
        gallery.takeWhole("domains-proof-whole");
        browser.click("[data-remove-domain]");
        browser.see("#remove-domain[open]");
        gallery.take("domains-remove");
        browser.click("#remove-domain-no");
    }

    /** What is wrong in the sections for links and texts, and a search in the countries. */
    private void linksAndTexts() {
        browser.go("/admin/policies-links");
        browser.fill("#link-expiry-hours", "9999");
        browser.click("#link-policy-save");
        browser.see("#link-expiry-hours-error");
        gallery.take("policies-links-error");
        browser.go("/admin/policies-texts");
        browser.fill("#text-per-prefix", "0");
        browser.click("#text-policy-save");
        browser.see("#text-per-prefix-error");
        gallery.take("policies-texts-error");
        browser.fill("[data-find='text-countries']", "ma");
        gallery.take("policies-texts-countries");
        browser.go("/admin/texts");
        browser.fill("#text-words-en", "Look at evil.example {link}");
        browser.click("#text-words-save");
        browser.see("#text-words-en-error");
        gallery.take("texts-error");
        gallery.takeWhole("texts-error-whole");
    }

    /** The lists of addresses, what is wrong in them, and the rule in the dialog. */
    private void addresses() {
        browser.go("/admin/policies-addresses");
        browser.fill("#policy-allowed", "partner.example\n*.agency.example");
        browser.fill("#policy-denied", "spam.example\nnot an entry!");
        browser.click("#recipient-policy-save");
        browser.see("#policy-denied-error");
        gallery.take("policies-addresses-error");
        browser.fill("#policy-denied", "spam.example");
        browser.click("#recipient-policy-save");
        browser.see("#notices .notice.good");
        gallery.takeWhole("policies-addresses");
        new Frame(browser).inviteByEmail().add("jo@spam.example", "jo@agency.example", "jo@x.org");
        browser.click("#invite-by-email-why summary");
        gallery.take("invite-by-email-why");
        browser.go("/admin/policies-sign-in");
        gallery.take("policies-sign-in");
        browser.go("/admin/policies");
    }

    /** Where the member is signed in: here only, then on a phone as well. */
    void sessions() {
        Company.Member member = Company.found("Wide World Importers").coworker("Wanda");
        signIn(member.email());
        SessionsPage.open(browser);
        gallery.take("sessions-alone");
        Database.update(
                "insert into sign_in_session (id, handle, person_id, user_agent, remote,"
                        + " created_at, last_seen_at, expires_at) select -id, cast(? as uuid),"
                        + " person_id, 'Firefox/140.0 Android', '192.0.2.7', created_at,"
                        + " last_seen_at, expires_at from sign_in_session"
                        + " where person_id = cast(? as bigint)",
                UUID.randomUUID().toString(),
                member.caller().personId());
        browser.reload();
        browser.see("[data-end-session]");
        gallery.take("sessions");
        browser.click("[data-end-session]");
        browser.see("#end-session[open]");
        gallery.take("sessions-end");
        browser.click("#end-session-no");
        browser.click("#sessions-end-others");
        browser.see("#end-others[open]");
        gallery.take("sessions-end-others");
        browser.click("#end-others-no");
    }

    /** Entries that are there but say why they do nothing. */
    void switchedOff() {
        Company company = Company.found("Closed Doors plc");
        company.admin("Adelheid");
        company.letInvite("ADMINS");
        company.letShareLinks("ADMINS");
        signIn(company.coworker("Cosmo").email());
        ContactsPage.open(browser).frame().openNewActions();
        gallery.take("new-actions-switched-off");
        ContactsPage.open(browser);
        browser.click("#invite");
        gallery.take("invite-menu-switched-off");
        InvitationListPage.open(browser);
        gallery.take("invitations-switched-off");
        browser.go("/no-such-page");
        gallery.take("error-not-found");
        Database.update(
                "delete from invitation_policy where account_id = cast(? as bigint)", company.id());
        browser.go("/");
        gallery.take("error-failure");
        browser.go("/terms/privacy-notice");
        browser.cdp("Network.clearBrowserCookies", Map.of());
        browser.clickAndLoad("#language-form .link");
        gallery.take("error-expired");
    }

    /** Signs in and makes the pages speak the language of this round. */
    ContactsPage signIn(String email) {
        ContactsPage contacts = SignInPage.signIn(browser, email);
        if (!contacts.frame().language().equals(language)) {
            contacts.frame().choose(language);
        }
        return contacts;
    }

    /** Lets no request of this page come back, so that what is under way can be seen. */
    private void holdAnswers() {
        browser.script("window.XMLHttpRequest.prototype.send = () => {}");
    }

    private boolean isDimmed(String css) {
        String opacity =
                "return Number(getComputedStyle(document.querySelector(arguments[0])).opacity) < 0.65";
        return Boolean.TRUE.equals(browser.script(opacity, css));
    }

    private static void untilDispatch(String recipient, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                state.equals(
                                        Database.value(
                                                "select state from dispatch where recipient = ?",
                                                recipient)));
    }
}
