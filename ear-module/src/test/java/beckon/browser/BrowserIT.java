package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import beckon.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test in the browser. Whatever it is about, at its end no script has failed, nothing stands in
 * the console and no other host was asked for anything.
 */
@RunAsClient
abstract class BrowserIT extends BeckonIT {
    private final List<Browser> opened = new ArrayList<>();

    /** The browser of the person whom the test is about. */
    protected Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = anotherBrowser();
    }

    /** The browser of one more person. */
    protected Browser anotherBrowser() {
        Browser another = Browser.open();
        opened.add(another);
        return another;
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        List<String> complaints =
                opened.stream().flatMap(one -> one.complaints().stream()).toList();
        opened.forEach(Browser::close);
        assertThat(complaints).isEmpty();
    }

    protected static String password() {
        return TestServer.password();
    }
}
