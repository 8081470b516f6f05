package beckon.server;

/** Beckon cannot start, and the message tells an operator why. */
public class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
