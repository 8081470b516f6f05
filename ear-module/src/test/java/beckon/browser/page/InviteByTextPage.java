package beckon.browser.page;

import beckon.browser.Browser;
import java.util.List;
import org.openqa.selenium.Keys;

/** The dialog {@code invitation/by-text.xhtml}. */
public record InviteByTextPage(Browser browser) {
    public static final String TO = "#invite-by-text-to";
    public static final String MESSAGE = "#invite-by-text-message";
    public static final String CHIP = "#invite-by-text-chips .chip:not(.pending)";
    public static final String OPTION = "#invite-by-text-options [role='option']";
    public static final String PROBLEM = "#invite-by-text-problem";
    public static final String MESSAGE_PROBLEM = "#invite-by-text-message-problem";
    public static final String LENGTH = "#invite-by-text-length";

    static InviteByTextPage shownIn(Browser browser) {
        browser.see("#invite-by-text[open] " + TO);
        browser.untilSays(LENGTH, "/");
        return new InviteByTextPage(browser);
    }

    /** Types numbers one after the other, each ended by Enter. */
    public InviteByTextPage add(String... numbers) {
        for (String number : numbers) {
            browser.see(TO).sendKeys(number, Keys.ENTER);
        }
        return this;
    }

    /** Waits until so many chips have been judged. */
    public InviteByTextPage untilChips(int count) {
        browser.until(
                count + " chips",
                d ->
                        browser.texts(CHIP).size() == count
                                && !browser.sees("#invite-by-text-chips .pending"));
        return this;
    }

    /** What each chip says. */
    public List<String> chips() {
        return browser.texts(CHIP);
    }

    /** Types a name and waits for so many suggestions. */
    public InviteByTextPage type(String name, int suggestions) {
        browser.see(TO).sendKeys(name);
        browser.until(
                suggestions + " suggestions", d -> browser.texts(OPTION).size() == suggestions);
        return this;
    }

    /** Searches an emoji by its name and takes the first. */
    public InviteByTextPage insertEmoji(String name) {
        browser.click("#invite-by-text-emoji");
        browser.see("#invite-by-text-emoji-list button");
        browser.see("#invite-by-text-emoji-search").sendKeys(name, Keys.ENTER);
        browser.untilGone("#invite-by-text-emoji-panel");
        return this;
    }

    public InviteByTextPage write(String message) {
        browser.fill(MESSAGE, message);
        return this;
    }

    public String message() {
        return browser.value(MESSAGE);
    }

    /** Goes on to the review. */
    public InviteByTextPage next() {
        browser.click("#invite-by-text-next");
        browser.see("#invite-by-text-send");
        return this;
    }

    public InviteByTextPage back() {
        browser.click("#invite-by-text-back");
        browser.see(MESSAGE);
        return this;
    }

    /** What the text in the review says. */
    public String bubble() {
        return browser.text("#invite-by-text-bubble");
    }

    /** Sends and waits for the results. */
    public InviteByTextPage send() {
        browser.click("#invite-by-text-send");
        browser.see("#invite-by-text-result");
        return this;
    }

    /** What became of each number, the folded ones included. */
    public List<String> outcomes() {
        browser.script(
                "document.querySelectorAll('#invite-by-text-result details')"
                        + ".forEach(folded => folded.open = true)");
        return browser.texts("#invite-by-text-result .outcome");
    }

    public void done() {
        browser.click("#invite-by-text-done");
        browser.untilGone("#invite-by-text[open]");
    }
}
