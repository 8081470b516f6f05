package beckon.browser.gallery;

import beckon.browser.Browser;
import beckon.browser.page.PeoplePage;
import beckon.testing.Company;
import beckon.testing.Database;

/** What admins see of people and licences. */
record PeoplePages(Browser browser, Gallery gallery, MemberPages members) {

    /** The lists and dialogs, with somebody of each kind, and one put out. */
    void people() {
        Company company = company(40);
        company.guest("Gisèle");
        members.signIn(company.admin("Nadia").email());
        PeoplePage people = PeoplePage.open(browser);
        gallery.take("people");
        people.pick("Carl Tester");
        gallery.take("people-picked");
        browser.go("/admin/people?kind=GUEST");
        people.manage("Gisèle Tester");
        gallery.take("people-guest");
        browser.fill("#member-sponsor", "nobody@example.org");
        browser.click("#member-save");
        browser.see("#member-sponsor-error");
        gallery.take("people-guest-error");
        browser.go("/admin/people");
        people.manage("Carl Tester");
        gallery.take("people-member");
        browser.click("#member-deactivate");
        browser.click("input[name='deactivate-what'][value='true']");
        gallery.take("people-deactivate");
        browser.fill("#deactivate-successor", "nobody@example.org");
        browser.click("#deactivate-member-yes");
        browser.see("#deactivate-successor-error");
        gallery.take("people-deactivate-error");
        browser.click("input[name='deactivate-what'][value='false']");
        browser.click("#deactivate-member-yes");
        browser.see("#notices .notice");
        gallery.take("people-deactivated-one");
        browser.go("/admin/people?state=DEACTIVATED");
        browser.see("#people-table");
        gallery.take("people-deactivated");
        people.manage("Carl Tester");
        gallery.take("people-reactivate");
        browser.go("/admin/people?q=nobody-at-all");
        browser.see("#people-empty");
        gallery.take("people-none-found");
    }

    /** Licences to be assigned, too few of them, none needed, and the note of who waits. */
    void licences() {
        Company company = company(1);
        Company.Member admin = company.admin("Nadia");
        members.signIn(admin.email());
        PeoplePage licences = PeoplePage.openLicences(browser);
        gallery.take("licences");
        browser.click("#people-pick-all");
        browser.click("#people-assign");
        browser.see("#notices .notice");
        gallery.take("licences-too-few");
        browser.go("/admin/licences");
        licences.pick("Carl Tester");
        browser.click("#people-assign");
        browser.see("#notices .notice.good");
        gallery.take("licences-assigned-one");
        browser.go("/admin/licences?licence=with");
        browser.see("#people-table");
        gallery.take("licences-assigned");
        browser.go("/");
        browser.see("#licence-note");
        gallery.take("contacts-without-licence");
        Database.update(
                "update account set edition = 'FREE' where id = cast(? as bigint)", company.id());
        browser.go("/admin/licences");
        browser.see("#licences-none");
        gallery.take("licences-not-needed");
    }

    private static Company company(int seats) {
        Company company = Company.found("Northwind Traders");
        Database.update(
                "update account set edition = 'PRO_PLUS' where id = cast(? as bigint)",
                company.id());
        Database.update(
                "insert into licence_pool (account_id, seats, assigned)"
                        + " values (cast(? as bigint), cast(? as int), 0)",
                company.id(),
                seats);
        company.coworker("Carl");
        company.coworker("Maximiliane-Friederike");
        return company;
    }
}
