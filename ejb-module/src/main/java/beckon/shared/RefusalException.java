package beckon.shared;

import jakarta.ejb.ApplicationException;

/** A business "no" with a reason: an answer to the caller, not a failure of ours. */
@ApplicationException(rollback = true)
public class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Object[] arguments;

    /**
     * @param reason why
     * @param arguments what the message's placeholders stand for, in their order
     */
    public RefusalException(Reason reason, Object... arguments) {
        super(reason.messageKey());
        this.reason = reason;
        this.arguments = arguments.clone();
    }

    public Reason reason() {
        return reason;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
