package beckon.bench;

import beckon.load.RestClient;
import beckon.load.Stage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** How the invitations of a round travel. */
enum Way {
    MAIL {
        @Override
        String recipient(long number) {
            return "guest." + number + "@company" + number % 997 + ".example";
        }

        @Override
        String body(String... recipients) {
            return RestClient.invitation(recipients);
        }

        @Override
        long arrived(Stage stage) {
            return stage.sink().count();
        }

        @Override
        long lastNanos(Stage stage) {
            return stage.sink().lastNanos();
        }
    },
    TEXT {
        /** Neighbours are limited: each number is of another block than the last. */
        @Override
        String recipient(long number) {
            return "+336%04d%04d".formatted(1000 + number % BLOCKS, number / BLOCKS);
        }

        @Override
        String body(String... recipients) {
            return RestClient.textInvitation(recipients);
        }

        @Override
        long arrived(Stage stage) {
            return stage.messageCentre().count();
        }

        @Override
        long lastNanos(Stage stage) {
            return stage.messageCentre().lastNanos();
        }
    };

    private static final int BLOCKS = 1_999;
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** An address or number, as long as the number is another one. */
    abstract String recipient(long number);

    /** The body of a request that invites these. */
    abstract String body(String... recipients);

    /** How many messages have reached their server so far. */
    abstract long arrived(Stage stage);

    /** When the last one did, as {@link System#nanoTime()}. */
    abstract long lastNanos(Stage stage);

    /** Recipients whom nobody has invited yet. */
    String[] fresh(int many) {
        return Stream.generate(() -> recipient(NUMBERS.incrementAndGet()))
                .limit(many)
                .toArray(String[]::new);
    }
}
