package beckon.browser.page;

import beckon.browser.Browser;
import org.openqa.selenium.By;

/** One's own profile: {@code person/profile.xhtml}. */
public record ProfilePage(Browser browser) {
    public static ProfilePage open(Browser browser) {
        browser.go("/person/profile");
        browser.see("#photo");
        return new ProfilePage(browser);
    }

    /** Chooses a file for the photo, of which nothing is saved yet. */
    public ProfilePage choose(byte[] octets) {
        String file = Uploads.file("photo.jpg", octets).toString();
        browser.driver().findElement(By.id("photo-file")).sendKeys(file);
        return this;
    }

    /** Waits until the photo is {@code none}, {@code chosen}, {@code busy} or {@code kept}. */
    public ProfilePage untilPhoto(String state) {
        browser.see("#photo[data-state='" + state + "']");
        return this;
    }

    public ProfilePage savePhoto() {
        browser.click("#photo-save");
        return untilPhoto("kept");
    }

    /** Waits until as many of one's own faces that are in sight show a photo, drawn. */
    public ProfilePage untilFaces(int number) {
        browser.until(
                number + " photos",
                d ->
                        Long.valueOf(number)
                                .equals(
                                        browser.script(
                                                "return [...document.querySelectorAll('.face.own"
                                                        + " img')].filter(each =>"
                                                        + " each.checkVisibility() && each.complete"
                                                        + " && each.naturalWidth > 0).length")));
        return this;
    }
}
