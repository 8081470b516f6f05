package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.SignInPage;
import beckon.testing.Database;
import beckon.testing.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The script {@code attachment-field.js} of {@code b:attachment}, on a page of its own. */
class AttachmentFieldBrowserIT extends BrowserIT {
    private static final String FIELD =
            """
            document.getElementById('content').innerHTML = `
            <h1>File</h1>
            <div id="a-field" class="attachment" data-attachment="a" data-state="empty" data-most="10000000"
              data-too-large="Too large" data-empty="Empty" data-broken="Broken" data-signed-out="Signed out"
              data-sending="Uploading" data-added="Attached" data-removed="Removed">
            <input id="a" type="hidden"><input id="a-file" type="file" hidden tabindex="-1" aria-hidden="true">
            <button id="a-add" type="button" class="icon-button" aria-label="Attach" data-attach="a"></button>
            <div id="a-card" class="attachment-card" hidden><span><i></i><img id="a-picture" alt="" hidden></span>
            <span><bdi id="a-name"></bdi><span id="a-size"></span></span>
            <progress id="a-progress" max="100" aria-label="Uploading" hidden></progress>
            <button id="a-remove" type="button" class="icon-button" aria-label="Remove" data-detach="a"></button></div>
            <p id="a-error" role="alert" hidden></p><span id="a-status" role="status"></span></div>`;
            const loaded = () => document.getElementById('a-field').classList.add('loaded');
            // with two of them each choice would be answered twice
            if (window.beckonAttachment) return loaded();
            const script = document.createElement('script');
            script.src = document.querySelector('script[src*="base.js"]').src
                .replace('base.js', 'attachment-field.js');
            script.onload = loaded;
            document.head.append(script);
            """;

    @TempDir private Path folder;

    @BeforeEach
    void showTheField() {
        SignInPage.signIn(browser, "ben@acme.example");
        browser.script(FIELD);
        browser.see("#a-field.loaded");
    }

    private void choose(String name, byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve(name), octets);
        browser.driver().findElement(org.openqa.selenium.By.id("a-file")).sendKeys(file.toString());
    }

    private String handle() {
        return browser.script("return document.getElementById('a').value").toString();
    }

    private static long files(String name) {
        return Database.number("select count(*) from attachment where name = ?", name);
    }

    @Test
    void fileIsUploadedShownAndRemovedByKeyboard() throws IOException {
        choose("Field été.jpg", Pictures.jpeg(640, 480));
        browser.see("#a-field[data-state='ready']");

        assertThat(browser.text("#a-name")).isEqualTo("Field été.jpg");
        assertThat(handle()).hasSize(36);
        assertThat(browser.text("#a-status")).isEqualTo("Attached: Field été.jpg");
        browser.see("#a-picture");
        assertThat(files("Field été.jpg")).isOne();
        Axe.check(browser);

        browser.untilFocused("a-remove");
        browser.press(Keys.ENTER);

        browser.see("#a-field[data-state='empty']");
        browser.untilFocused("a-add");
        assertThat(handle()).isEmpty();
        browser.until("file is gone", any -> files("Field été.jpg") == 0);
    }

    @Test
    void whatIsRefusedIsSaidAndAnotherCanBeChosen() throws IOException {
        browser.expectStatus(415);

        choose(
                "page.jpg",
                "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        browser.see("#a-field[data-state='failed']");
        assertThat(browser.text("#a-error")).startsWith("Files of this kind can’t be attached.");
        browser.untilFocused("a-add");

        choose("empty.jpg", new byte[0]);
        browser.untilSays("#a-error", "Empty");
        choose("large.jpg", new byte[10_000_001]);
        browser.untilSays("#a-error", "Too large");

        choose("good.jpg", Pictures.jpeg(64, 48));
        browser.see("#a-field[data-state='ready']");
        browser.untilGone("#a-error");
    }

    @Test
    void whoeverIsSignedOutMeanwhileIsToldSo() throws IOException {
        browser.expectStatus(401);
        browser.driver().manage().deleteAllCookies();

        choose("late.jpg", Pictures.jpeg(64, 48));

        browser.untilSays("#a-error", "Signed out");
    }
}
