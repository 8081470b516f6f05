package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;
import org.openqa.selenium.Keys;

/** The dialog {@code invitation/by-email.xhtml}. */
public record InviteByEmailPage(Browser browser) {
    public static final String TO = "#invite-by-email-to";
    public static final String CHIP = "#invite-by-email-chips .chip:not(.pending)";
    public static final String PROBLEM = "#invite-by-email-problem";
    public static final String OUTCOME = "#invite-by-email-result .outcome";

    static InviteByEmailPage shownIn(Browser browser) {
        browser.see("#invite-by-email[open] " + TO);
        return new InviteByEmailPage(browser);
    }

    /** Types addresses one after the other, each ended by Enter. */
    public InviteByEmailPage add(String... addresses) {
        for (String address : addresses) {
            browser.see(TO).sendKeys(address, Keys.ENTER);
        }
        return this;
    }

    /** Waits until so many chips have been judged. */
    public InviteByEmailPage untilChips(int count) {
        browser.until(
                count + " chips",
                d ->
                        browser.texts(CHIP).size() == count
                                && !browser.sees("#invite-by-email-chips .pending"));
        return this;
    }

    /** What each chip says. */
    public List<String> chips() {
        return browser.texts(CHIP);
    }

    public String counter() {
        return browser.text("#invite-by-email-count");
    }

    /** Sends and waits for the results. */
    public InviteByEmailPage send() {
        browser.click("#invite-by-email-send");
        browser.see("#invite-by-email-result");
        return this;
    }

    /** What became of each address, the folded ones included. */
    public List<String> outcomes() {
        browser.script(
                "document.querySelectorAll('#invite-by-email-result details')"
                        + ".forEach(folded => folded.open = true)");
        return browser.texts(OUTCOME);
    }

    /** What became of one address. */
    public String outcome(String address) {
        return outcomes().stream().filter(row -> row.contains(address)).findFirst().orElseThrow();
    }

    public String problem() {
        return browser.text(PROBLEM);
    }

    public void done() {
        browser.click("#invite-by-email-done");
        browser.untilGone("#invite-by-email[open]");
    }
}
