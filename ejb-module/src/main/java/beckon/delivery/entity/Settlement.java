package beckon.delivery.entity;

import java.time.Instant;

/**
 * How an attempt ended.
 *
 * @param nextAttemptAt null unless {@code DELAYED}
 * @param answerCode the server's reply code; null if it did not reply
 * @param answer the reply, or what went wrong, in words
 * @param trouble null if the server replied
 */
public record Settlement(
        long id,
        DispatchState state,
        Instant nextAttemptAt,
        Integer answerCode,
        String answer,
        DispatchTrouble trouble,
        Instant at) {

    private static final int MAX_ANSWER = 500;

    public Settlement {
        if (answer != null && answer.length() > MAX_ANSWER) {
            answer = answer.substring(0, MAX_ANSWER);
        }
    }
}
