package beckon.browser.gallery;

import beckon.browser.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the pictures hang: one row of variants for each state of a page. */
final class Gallery {
    private static final Path FOLDER = Path.of(System.getProperty("test.screenshots", "target"));
    private static final String FIGURE =
            "<figure><a href=\"%1$s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"%3$s, %2$s\"></a>"
                    + "<figcaption>%2$s</figcaption></figure>\n";
    private static final String HEAD =
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"UTF-8\"><title>Beckon, page by"
                    + " page</title><style>body{font:14px sans-serif;margin:24px}"
                    + "section{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}"
                    + "img{height:260px;border:1px solid #bbb}figcaption{color:#555}</style>\n";
    private static final String CUT_OFF =
            "return [...document.querySelectorAll('body, .content, .list, .dialog, .dialog-body')]"
                    + ".some(each => each.scrollWidth > each.clientWidth + 1)";
    private static final Map<String, List<String>> TAKEN = new LinkedHashMap<>();
    private static final List<String> WIDER_THAN_THEIR_PLACE = new ArrayList<>();

    private final Browser browser;
    private final String variant;

    Gallery(Browser browser, String variant) {
        this.browser = browser;
        this.variant = variant;
    }

    /** Takes a picture once nothing moves any more. */
    void take(String state) {
        browser.untilQuiet();
        browser.script("document.getAnimations().forEach(each => each.finish())");
        takeAsItIs(state);
    }

    /** Takes a picture of something that is still under way. */
    void takeAsItIs(String state) {
        String file = state + "-" + variant + ".png";
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(file), browser.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Boolean.TRUE.equals(browser.script(CUT_OFF))) {
            WIDER_THAN_THEIR_PLACE.add(file);
        }
        TAKEN.computeIfAbsent(state, key -> new ArrayList<>()).add(file);
    }

    /** Takes a picture of a page that scrolls, on a screen as high as the page. */
    void takeWhole(String state) {
        List<?> size =
                (List<?>)
                        browser.script(
                                "const content = document.querySelector('.content');"
                                        + " return [innerWidth, innerHeight, innerHeight"
                                        + " + content.scrollHeight - content.clientHeight]");
        int width = ((Number) size.get(0)).intValue();
        browser.size(width, ((Number) size.get(2)).intValue());
        take(state);
        browser.size(width, ((Number) size.get(1)).intValue());
    }

    /**
     * Writes the page on which all of them are seen.
     *
     * @throws IllegalStateException if something on one is cut off at its side
     */
    static void hang() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        TAKEN.forEach(
                (state, files) -> {
                    page.append("<h2>").append(state).append("</h2><section>\n");
                    for (String file : files) {
                        String variant = file.substring(state.length() + 1).replace(".png", "");
                        page.append(FIGURE.formatted(file, variant, state));
                    }
                    page.append("</section>\n");
                });
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("index.html"), page);
        if (!WIDER_THAN_THEIR_PLACE.isEmpty()) {
            throw new IllegalStateException("cut off at the side: " + WIDER_THAN_THEIR_PLACE);
        }
    }
}
