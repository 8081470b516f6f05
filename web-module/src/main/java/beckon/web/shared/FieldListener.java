package beckon.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.EnumSet;
import java.util.Map;

/**
 * Ties each input to its hint and its error for people who listen to the page.
 *
 * <p>Also lets password managers know what an input is for: Mojarra itself writes no autocomplete
 * but "off". {@code b:field} writes the hint as {@code <id>-hint} and the error as {@code
 * <id>-error}.
 */
public class FieldListener implements SystemEventListener {
    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = event.getFacesContext();
        ((UIViewRoot) event.getSource())
                .visitTree(
                        VisitContext.createVisitContext(
                                context, null, EnumSet.of(VisitHint.SKIP_ITERATION)),
                        (visit, component) -> {
                            if (component instanceof UIInput input) {
                                describe(context, input);
                            }
                            return VisitResult.ACCEPT;
                        });
    }

    private static void describe(FacesContext context, UIInput input) {
        String id = input.getClientId(context);
        boolean wrong = !context.getMessageList(id).isEmpty() || !input.isValid();
        Map<String, Object> attributes = input.getPassThroughAttributes();
        put(attributes, "aria-invalid", wrong ? "true" : null);
        String described = wrong ? id + "-error" : null;
        if (hasHint(input)) {
            described = described == null ? id + "-hint" : id + "-hint " + described;
        }
        put(attributes, "aria-describedby", described);
        attributes.computeIfAbsent("autocomplete", input.getAttributes()::get);
    }

    private static boolean hasHint(UIInput input) {
        UIComponent hint = input.getParent().findComponent(input.getId() + "-hint");
        return hint != null && hint.isRendered();
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }
}
