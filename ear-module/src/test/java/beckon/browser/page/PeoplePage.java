package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;

/** The pages {@code admin/people.xhtml} and {@code admin/licences.xhtml}. */
public record PeoplePage(Browser browser) {

    public static PeoplePage open(Browser browser) {
        browser.go("/admin/people");
        browser.see("#people-figures");
        return new PeoplePage(browser);
    }

    public static PeoplePage openLicences(Browser browser) {
        browser.go("/admin/licences");
        browser.see("#people-list");
        return new PeoplePage(browser);
    }

    public List<String> names() {
        return browser.texts("#people-table .names .address bdi");
    }

    public PeoplePage untilListed(String... names) {
        browser.until("people", d -> names().equals(List.of(names)));
        return this;
    }

    /** Opens the dialog about somebody on the list. */
    public PeoplePage manage(String name) {
        browser.click("[data-person][aria-label$=' " + name + "']");
        browser.until("the member", d -> browser.sees("#member-name"));
        browser.until("the name", d -> browser.text("#member-name").equals(name));
        return this;
    }

    /** Picks somebody on the list. */
    public PeoplePage pick(String name) {
        browser.click("[data-pick][aria-label$=' " + name + "']");
        browser.see("#people-picked-bar");
        return this;
    }
}
