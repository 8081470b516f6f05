package beckon.web.shared;

import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * Says something to the person, in their language.
 *
 * <p>Global messages appear as notices of the frame by themselves; in pages, {@code
 * #{messages.text('contact.list.count', n)}} fills placeholders.
 */
@Named
@ApplicationScoped
public class Messages {
    @Inject private ValidatorFactory factory;

    /** The words under a key, placeholders filled. */
    public String text(String key, Object... arguments) {
        return Texts.say(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(), key, arguments);
    }

    /** Something went well. */
    public void info(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, text(key, arguments));
    }

    /** Something went less well than asked for. */
    public void warn(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_WARN, text(key, arguments));
    }

    /** Something did not happen. */
    public void error(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_ERROR, text(key, arguments));
    }

    /** What is wrong with one field, by the client id of its input. */
    public void errorAt(String clientId, String key, Object... arguments) {
        add(clientId, FacesMessage.SEVERITY_ERROR, text(key, arguments));
    }

    /** Why the business said no. */
    public void refuse(RefusalException refusal) {
        add(null, FacesMessage.SEVERITY_ERROR, words(refusal));
    }

    /** Why the business said no to what one field holds. */
    public void refuseAt(String clientId, RefusalException refusal) {
        add(clientId, FacesMessage.SEVERITY_ERROR, words(refusal));
    }

    /** The words of a refusal. */
    public String words(RefusalException refusal) {
        return text(refusal.reason().messageKey(), refusal.arguments());
    }

    /** The words of a violated constraint: in the language of the view, not of the server. */
    public String words(ConstraintViolation<?> violation) {
        return factory.getMessageInterpolator()
                .interpolate(
                        violation.getMessageTemplate(),
                        new Violated(violation),
                        FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** What is said about the page as a whole. */
    public List<FacesMessage> getNotices() {
        return FacesContext.getCurrentInstance().getMessageList(null);
    }

    /** All that went wrong with the page's form, with the field that it belongs to. */
    public List<Problem> getProblems() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Problem> problems = new ArrayList<>();
        context.getClientIdsWithMessages()
                .forEachRemaining(
                        field ->
                                context.getMessageList(field).stream()
                                        .filter(Messages::isProblem)
                                        .map(said -> new Problem(field, said.getSummary()))
                                        .forEach(problems::add));
        return problems;
    }

    private static boolean isProblem(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    void add(String clientId, Severity severity, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(clientId, new FacesMessage(severity, words, null));
    }

    /**
     * One thing that went wrong.
     *
     * @param field the client id of the input, or null
     */
    public record Problem(String field, String words) {}

    private record Violated(ConstraintViolation<?> violation)
            implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
