package beckon.browser.gallery;

import beckon.browser.Browser;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One walk through all of Beckon, with one screen, one theme and one language. A chapter that fails
 * does not keep the others from being seen.
 */
public final class Round {
    private static final Pattern ONLY =
            Pattern.compile(System.getProperty("screenshots.only", ".*"));
    private static final String ADMIN = "anna@acme.example";

    private final Browser browser;
    private final String variant;
    private final String language;
    private AssertionError failures;

    public Round(Browser browser, String variant, String language) {
        this.browser = browser;
        this.variant = variant;
        this.language = language;
    }

    /** Takes every picture. */
    public void walk() {
        Gallery gallery = new Gallery(browser, variant);
        PublicPages everybody = new PublicPages(browser, gallery, language);
        chapter("sign-in", everybody::signIn);
        chapter("set-up", everybody::setUp);
        chapter("join", everybody::join);
        chapter("join-by-link", everybody::joinByLink);
        chapter("ask-for-ones-own", everybody::askForOnesOwn);
        chapter("closed-links", everybody::closedLinks);
        chapter("unsubscribe", everybody::unsubscribe);
        chapter("erase", everybody::erase);
        AppPages app = new AppPages(browser, gallery);
        chapter("app", app::getTheApp);
        chapter("files", app::files);
        MemberPages members = new MemberPages(browser, gallery, language);
        chapter("contacts", ADMIN, members, members::contacts);
        chapter("own-contacts", members::ownContacts);
        chapter("frame", ADMIN, members, members::frame);
        InviteDialog email = new InviteDialog(browser, gallery);
        chapter("email", ADMIN, members, email::inviting);
        chapter("email-many", ADMIN, members, email::tooMany);
        chapter("email-draft", ADMIN, members, email::draft);
        chapter("link", ADMIN, members, new LinkDialog(browser, gallery)::sharing);
        chapter("text", new TextDialog(browser, gallery, members)::inviting);
        chapter("invitations", members::invitations);
        chapter("requests", members::requests);
        chapter("approvals", new ApprovalPages(browser, gallery, members)::approvals);
        chapter("policies", members::policies);
        chapter("domains", members::domains);
        chapter("account", members::account);
        PeoplePages people = new PeoplePages(browser, gallery, members);
        chapter("people", people::people);
        chapter("licences", people::licences);
        chapter("sessions", members::sessions);
        PersonPages person = new PersonPages(browser, gallery, members);
        chapter("profile", person::profile);
        chapter("security", person::security);
        chapter("api-keys", person::apiKeys);
        chapter("reset", person::reset);
        chapter("postbox", everybody::postbox);
        chapter("switched-off", members::switchedOff);
        if (failures != null) {
            throw failures;
        }
    }

    private void chapter(String name, String email, MemberPages members, Runnable pages) {
        chapter(
                name,
                () -> {
                    members.signIn(email);
                    pages.run();
                });
    }

    private void chapter(String name, Runnable pages) {
        if (!ONLY.matcher(name).matches()) {
            return;
        }
        browser.driver().get("about:blank");
        browser.cdp("Network.clearBrowserCookies", Map.of());
        try {
            pages.run();
        } catch (RuntimeException | AssertionError e) {
            if (failures == null) {
                failures = new AssertionError(variant + " has chapters without all pictures");
            }
            new Gallery(browser, variant).takeAsItIs("failed-" + name);
            failures.addSuppressed(new AssertionError(name, e));
        }
    }

    /** Writes the page on which the pictures of all rounds are seen. */
    public static void hang() throws IOException {
        Gallery.hang();
    }
}
