package beckon.browser.page;

import beckon.browser.Browser;

/** What surrounds every page for members: header, rail, menus. */
public record Frame(Browser browser) {
    /** Opens the dialog by New actions. */
    public InviteByEmailPage inviteByEmail() {
        browser.click("#new-actions");
        browser.click("#new-actions-invite");
        browser.click("#new-actions-by-email");
        return InviteByEmailPage.shownIn(browser);
    }

    /** Opens the dialog for texts by New actions. */
    public InviteByTextPage inviteByText() {
        browser.click("#new-actions");
        browser.click("#new-actions-invite");
        browser.click("#new-actions-by-text");
        return InviteByTextPage.shownIn(browser);
    }

    public Frame openNewActions() {
        browser.click("#new-actions");
        browser.see("#new-actions-menu");
        return this;
    }

    public Frame openProfile() {
        if (!browser.sees("#profile-menu")) {
            browser.click("#profile");
        }
        browser.see("#profile-menu");
        return this;
    }

    public SignInPage signOut() {
        openProfile();
        browser.clickAndLoad("#sign-out");
        browser.see("#signin-form");
        return new SignInPage(browser);
    }

    /** Chooses a language, {@code en} or {@code fr}, in the profile menu. */
    public Frame choose(String language) {
        openProfile();
        browser.clickAndLoad("#profile-menu button[lang='" + language + "']");
        return this;
    }

    /** Chooses {@code light}, {@code dark} or {@code system} in the profile menu. */
    public Frame look(String theme) {
        openProfile();
        browser.click("#theme-" + theme);
        browser.see("html[data-theme='" + theme + "']");
        browser.untilQuiet();
        return this;
    }

    public String language() {
        return browser.see("html").getDomAttribute("lang");
    }
}
