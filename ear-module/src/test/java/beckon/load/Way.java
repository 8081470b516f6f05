package beckon.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** How invitations travel under load. */
public enum Way {
    MAIL {
        @Override
        public String recipient(long number) {
            return "guest." + number + "@company" + number % 997 + ".example";
        }

        @Override
        public String body(String... recipients) {
            return RestClient.invitation(recipients);
        }

        @Override
        public long arrived(Stage stage) {
            return stage.sink().count();
        }

        @Override
        public long lastNanos(Stage stage) {
            return stage.sink().lastNanos();
        }
    },
    TEXT {
        /** Neighbours are limited: each number is of another block than the last. */
        @Override
        public String recipient(long number) {
            return "+336%04d%04d".formatted(1000 + number % BLOCKS, number / BLOCKS);
        }

        @Override
        public String body(String... recipients) {
            return RestClient.textInvitation(recipients);
        }

        @Override
        public long arrived(Stage stage) {
            return stage.messageCentre().count();
        }

        @Override
        public long lastNanos(Stage stage) {
            return stage.messageCentre().lastNanos();
        }
    };

    private static final int BLOCKS = 1_999;
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** An address or number, as long as the number is another one. */
    public abstract String recipient(long number);

    /** The body of a request that invites these. */
    public abstract String body(String... recipients);

    /** How many messages have reached their server so far. */
    public abstract long arrived(Stage stage);

    /** When the last one did, as {@link System#nanoTime()}. */
    public abstract long lastNanos(Stage stage);

    /** Recipients whom nobody has invited yet. */
    public String[] fresh(int many) {
        return Stream.generate(() -> recipient(NUMBERS.incrementAndGet()))
                .limit(many)
                .toArray(String[]::new);
    }
}
