package beckon.web.shared;

import beckon.shared.Masked;
import beckon.shared.RefusalException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;
import org.omnifaces.util.Components;

/**
 * Turns a refusal or a violated constraint into messages on the page, and whatever else escapes
 * into an error page, for Ajax as well.
 *
 * <p>A violation goes to the input of the page whose id is the property's name, or ends with it
 * after a hyphen: {@code firstName} goes to {@code sign-up-first-name}.
 */
class AnsweringExceptionHandler extends FullAjaxExceptionHandler {
    private static final int DEEPEST = 10;

    AnsweringExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (isAnswered(context, events.next().getContext().getException())) {
                    events.remove();
                }
            }
        }
        super.handle();
    }

    @Override
    protected void logException(
            FacesContext context, Throwable exception, String location, LogReason reason) {
        if (!(exception instanceof ViewExpiredException)) {
            super.logException(context, Masked.failure(exception), location, reason);
        }
    }

    private static boolean isAnswered(FacesContext context, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RefusalException refusal) {
                messages().refuse(refusal);
                return fail(context);
            }
            if (cause instanceof ConstraintViolationException violated) {
                answer(context, violated);
                return fail(context);
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Messages messages() {
        return CDI.current().select(Messages.class).get();
    }

    private static boolean fail(FacesContext context) {
        context.validationFailed();
        return true;
    }

    private static void answer(FacesContext context, ConstraintViolationException violated) {
        List<UIInput> inputs = Components.findComponentsInCurrentForm(UIInput.class);
        violated.getConstraintViolations().stream()
                .sorted(Comparator.comparingInt(violation -> place(inputs, violation)))
                .forEach(violation -> answer(context, inputs, violation));
    }

    private static void answer(
            FacesContext context, List<UIInput> inputs, ConstraintViolation<?> violation) {
        int place = place(inputs, violation);
        String id = null;
        if (place < inputs.size()) {
            inputs.get(place).setValid(false);
            id = inputs.get(place).getClientId(context);
        }
        Messages messages = messages();
        messages.add(id, FacesMessage.SEVERITY_ERROR, messages.words(violation));
    }

    /** The index of the input that holds the violating property; their number if none does. */
    private static int place(List<UIInput> inputs, ConstraintViolation<?> violation) {
        String name = hyphenated(leaf(violation.getPropertyPath()));
        int place = 0;
        while (place < inputs.size()
                && !inputs.get(place).getId().equals(name)
                && !inputs.get(place).getId().endsWith("-" + name)) {
            place++;
        }
        return place;
    }

    private static String leaf(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
