package beckon.browser;

import beckon.testing.TestServer;
import java.io.File;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One person's browser: a Chromium without a window, with nothing of an earlier test in it.
 *
 * <p>It writes down every request and everything in the console, so that a test can ask at the end
 * whether all was well.
 */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SHOWN =
            "[...document.querySelectorAll(arguments[0])]"
                    + ".filter(each => each.checkVisibility({visibilityProperty: true}))";
    private static final Deque<ChromeDriver> IDLE = new ArrayDeque<>();

    private final ChromeDriver driver;
    private final List<Request> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new LinkedHashSet<>();

    /** One request that the browser has made. */
    public record Request(String id, String url, String type, long octets, int status) {}

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser for the rest of a test, 1440 by 900, in English. */
    public static Browser open() {
        ChromeDriver driver = IDLE.isEmpty() ? start() : IDLE.pop();
        Browser browser = new Browser(driver);
        browser.forget();
        browser.size(1440, 900);
        browser.speak("en-GB,en");
        return browser;
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-default-apps",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--window-size=1440,900");
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "credentials_enable_service", false,
                        "profile.password_manager_leak_detection", false));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(new File(find("chromedriver")))
                                .withSilent(true)
                                .build(),
                        options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        return driver;
    }

    private static String find(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            File file = new File(folder, program);
            if (file.canExecute()) {
                return file.getPath();
            }
        }
        throw new IllegalStateException(program + " is not on the PATH");
    }

    private void forget() {
        driver.get("about:blank");
        cdp("Network.enable", Map.of());
        cdp("Network.clearBrowserCookies", Map.of());
        cdp("Network.clearBrowserCache", Map.of());
        cdp(
                "Storage.clearDataForOrigin",
                Map.of("origin", TestServer.baseUrl(), "storageTypes", "all"));
        cdp("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        cdp("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /** Gives the browser back for the next test. */
    public void close() {
        IDLE.push(driver);
    }

    // how the person's device and habits are

    public Browser size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 640));
        return this;
    }

    /** Asks servers for a language, as {@code Accept-Language} has it. */
    public Browser speak(String languages) {
        cdp(
                "Network.setUserAgentOverride",
                Map.of(
                        "userAgent",
                        driver.executeScript("return navigator.userAgent").toString(),
                        "acceptLanguage",
                        languages));
        return this;
    }

    /** Prefers {@code light} or {@code dark}, as the system says. */
    public Browser prefer(String colours) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    public Browser liveIn(String timeZone) {
        cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", timeZone));
        return this;
    }

    public Object cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    // going somewhere

    /** Opens a path of ours. */
    public Browser go(String path) {
        driver.get(path.startsWith("http") ? path : TestServer.baseUrl() + path);
        return this;
    }

    public void back() {
        driver.navigate().back();
    }

    public void reload() {
        driver.navigate().refresh();
    }

    /** The path and query of the page that is shown. */
    public String path() {
        String url = driver.getCurrentUrl();
        return url.startsWith(TestServer.baseUrl())
                ? url.substring(TestServer.baseUrl().length())
                : url;
    }

    public WebDriver driver() {
        return driver;
    }

    // looking

    /** The element, once it is there and shown. */
    public WebElement see(String css) {
        return until(
                "seeing " + css,
                d ->
                        !sees(css)
                                ? null
                                : d.findElements(By.cssSelector(css)).stream()
                                        .filter(WebElement::isDisplayed)
                                        .findFirst()
                                        .orElse(null));
    }

    /** Whether the element is there and shown now. */
    public boolean sees(String css) {
        return Boolean.TRUE.equals(script("return " + SHOWN + ".length > 0", css));
    }

    /** Waits until the element is not shown any more. */
    public void untilGone(String css) {
        until("no longer seeing " + css, d -> !sees(css));
    }

    /** What the shown elements say, in their order. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String css) {
        return (List<String>)
                script("return " + SHOWN + ".map(each => each.innerText.trim())", css);
    }

    public String text(String css) {
        return see(css).getText();
    }

    /** What stands in a field. */
    public String value(String css) {
        return see(css).getDomProperty("value");
    }

    /** Waits until the element says something with these words in it. */
    public void untilSays(String css, String words) {
        until(
                css + " says “" + words + "”",
                d -> texts(css).stream().anyMatch(text -> text.contains(words)));
    }

    /** Waits until the page in this frame holds these words. */
    public void untilFrameSays(String css, String words) {
        WebElement frame = see(css);
        driver.switchTo().frame(frame);
        try {
            untilSays("body", words);
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** Waits until the page shown has this path, whatever its query. */
    public void untilAt(String path) {
        until("being at " + path, d -> path().split("\\?")[0].equals(path));
    }

    /** Waits for a condition, asking again while the page is changing under our hands. */
    public <T> T until(String what, Function<WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + " at " + path() + ", where it says: " + body())
                .until(condition);
    }

    private String body() {
        String text = driver.findElement(By.tagName("body")).getText();
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    /** The id of the element that has the focus; empty if it has none. */
    public String focused() {
        return driver.switchTo().activeElement().getDomAttribute("id") == null
                ? ""
                : driver.switchTo().activeElement().getDomAttribute("id");
    }

    public void untilFocused(String id) {
        until("focus on " + id, d -> id.equals(focused()));
    }

    // acting

    /** Clicks; twice on the same element is two clicks, however soon, never a double click. */
    public Browser click(String css) {
        until(
                "clicking " + css,
                d -> {
                    WebElement element = see(css);
                    try {
                        element.click();
                        return true;
                    } catch (org.openqa.selenium.ElementNotInteractableException e) {
                        return false;
                    }
                });
        return this;
    }

    /** Clicks twice, as fast as those who do so everywhere. */
    public Browser doubleClick(String css) {
        new Actions(driver).doubleClick(see(css)).perform();
        return this;
    }

    /** Touches an element with a finger. */
    public Browser tap(String css) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        driver.perform(
                List.of(
                        new Sequence(finger, 0)
                                .addAction(
                                        finger.createPointerMove(
                                                Duration.ZERO,
                                                PointerInput.Origin.fromElement(see(css)),
                                                0,
                                                0))
                                .addAction(finger.createPointerDown(0))
                                .addAction(finger.createPointerUp(0))));
        return this;
    }

    /** Replaces what stands in a field. */
    public Browser fill(String css, String value) {
        WebElement field = see(css);
        field.clear();
        field.sendKeys(value);
        return this;
    }

    /** Chooses in a list of options by value. */
    public Browser choose(String css, String value) {
        new Select(see(css)).selectByValue(value);
        return this;
    }

    /** Presses keys where the focus is. */
    public Browser press(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
        return this;
    }

    /** Moves on by the tabulator until the focus is on an element, as somebody without a mouse. */
    public Browser tabTo(String id) {
        for (int i = 0; i < 60; i++) {
            if (id.equals(focused())) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no way by the tabulator to " + id + ", ended on " + focused());
    }

    /** Clicks and waits until another document is there. */
    public Browser clickAndLoad(String css) {
        WebElement old = driver.findElement(By.tagName("html"));
        click(css);
        untilReplaced(old);
        return this;
    }

    private void untilReplaced(WebElement old) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .withMessage(() -> "another page than " + path())
                .until(
                        d -> {
                            return !isInPage(old)
                                    && "complete".equals(script("return document.readyState"));
                        });
    }

    /** ChromeDriver has two ways to say that an element went with its document. */
    private static boolean isInPage(WebElement element) {
        try {
            element.isEnabled();
            return true;
        } catch (StaleElementReferenceException gone) {
            return false;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw e;
        }
    }

    /** Waits until no request of PrimeFaces is under way. */
    public void untilQuiet() {
        until(
                "quiet",
                d ->
                        Boolean.TRUE.equals(
                                script(
                                        "return document.readyState === 'complete' &&"
                                                + " (!window.PrimeFaces ||"
                                                + " window.PrimeFaces.ajax.Queue.isEmpty())")));
    }

    public Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    public Object asyncScript(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeAsyncScript(script, arguments);
    }

    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    // what happened behind the page

    /** Pages with such a status are part of the test, not a fault. */
    public Browser expectStatus(int... statuses) {
        for (int status : statuses) {
            expectedStatuses.add(status);
        }
        return this;
    }

    /** Every request so far. */
    public List<Request> requests() {
        readLogs();
        return List.copyOf(requests);
    }

    /** Forgets the requests so far, to count those of one step. */
    public void countAnew() {
        readLogs();
        requests.clear();
    }

    /** What went wrong without being seen: script errors, complaints, requests to other hosts. */
    public List<String> complaints() {
        readLogs();
        List<String> all = new ArrayList<>(complaints);
        requests.stream()
                .map(Request::url)
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .filter(url -> !url.startsWith(TestServer.baseUrl() + "/"))
                .map(url -> "request to another host: " + url)
                .forEach(all::add);
        return all;
    }

    private void readLogs() {
        Map<String, Request> open = new HashMap<>();
        requests.forEach(request -> open.put(request.id(), request));
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            read(entry, open);
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !isExpected(entry)) {
                complaints.add("console: " + entry.getMessage());
            }
        }
    }

    private boolean isExpected(LogEntry entry) {
        return expectedStatuses.stream()
                .anyMatch(status -> entry.getMessage().contains("status of " + status + " "));
    }

    @SuppressWarnings("unchecked")
    private void read(LogEntry entry, Map<String, Request> open) {
        Map<String, Object> message = new Json().toType(entry.getMessage(), Json.MAP_TYPE);
        Map<String, Object> event = (Map<String, Object>) message.get("message");
        Map<String, Object> given = (Map<String, Object>) event.get("params");
        String id = String.valueOf(given.get("requestId"));
        switch (String.valueOf(event.get("method"))) {
            case "Network.requestWillBeSent" -> {
                Map<String, Object> request = (Map<String, Object>) given.get("request");
                keep(
                        open,
                        new Request(
                                id,
                                String.valueOf(request.get("url")),
                                String.valueOf(given.get("type")),
                                0,
                                0));
            }
            case "Network.responseReceived" -> {
                Map<String, Object> response = (Map<String, Object>) given.get("response");
                Request known = open.get(id);
                if (known != null) {
                    int status = ((Number) response.get("status")).intValue();
                    replace(open, known, new Request(id, known.url(), known.type(), 0, status));
                }
            }
            case "Network.loadingFinished" -> {
                Request known = open.get(id);
                if (known != null) {
                    long octets = ((Number) given.get("encodedDataLength")).longValue();
                    replace(
                            open,
                            known,
                            new Request(id, known.url(), known.type(), octets, known.status()));
                }
            }
            default -> {
                // other events do not matter here
            }
        }
    }

    private void keep(Map<String, Request> open, Request request) {
        requests.add(request);
        open.put(request.id(), request);
    }

    private void replace(Map<String, Request> open, Request known, Request better) {
        requests.set(requests.lastIndexOf(known), better);
        open.put(better.id(), better);
    }
}
