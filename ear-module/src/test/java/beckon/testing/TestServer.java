package beckon.testing;

import java.net.URI;

/** Where the server under test is, seen from a test inside or outside of it. */
public final class TestServer {
    private static final boolean INSIDE = System.getProperty("jboss.home.dir") != null;

    private TestServer() {}

    /** Whether this code runs in the server. */
    public static boolean isHere() {
        return INSIDE;
    }

    /** What every address of Beckon begins with, without a trailing slash. */
    public static String baseUrl() {
        return INSIDE
                ? System.getenv("BECKON_BASE_URL")
                : "http://127.0.0.1:" + System.getProperty("test.http.port");
    }

    /** The address of a path that begins with a slash. */
    public static URI at(String path) {
        return URI.create(baseUrl() + path);
    }

    /** What the demo's people sign in with. */
    public static String password() {
        return System.getenv("BECKON_DEMO_PASSWORD");
    }
}
