package beckon.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that no other test uses, so that tests need no order and no cleaning up. */
public final class Addresses {
    private static final String RUN = Long.toString(System.nanoTime() & 0xff_ffffL, 36);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Addresses() {}

    /** Somebody outside of every company. */
    public static String guest(String name) {
        return unique(name) + "@elsewhere.example";
    }

    /** Somebody with an address of the demo company's verified domain. */
    public static String coworker(String name) {
        return unique(name) + "@acme.example";
    }

    /** A French mobile number that no other test uses, as E.164. */
    public static String mobile() {
        return "+3361%d%04d%02d"
                .formatted(
                        TestServer.isHere() ? 1 : 2,
                        Integer.parseInt(RUN, 36) % 10_000,
                        NEXT.incrementAndGet() % 100);
    }

    /** A word that no other test uses. */
    public static String unique(String name) {
        return name + "." + (TestServer.isHere() ? "i" : "c") + RUN + NEXT.incrementAndGet();
    }
}
