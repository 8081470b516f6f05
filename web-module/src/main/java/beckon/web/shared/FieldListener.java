package beckon.web.shared;

import jakarta.el.ValueExpression;
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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ties each input to its hint and its error for people who listen to the page.
 *
 * <p>Also lets password managers know what an input is for: Mojarra itself writes no autocomplete
 * but "off". {@code b:field} writes the hint as {@code <id>-hint} and the error as {@code
 * <id>-error}.
 */
public class FieldListener implements SystemEventListener {
    private static final String OWN = "beckon.describedBy";

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
                            if (component instanceof UIInput input && !tellsItself(input)) {
                                describe(context, input);
                            }
                            return VisitResult.ACCEPT;
                        });
    }

    /** Whether the page knows better: a line of many, each of which is right or wrong by itself. */
    private static boolean tellsItself(UIInput input) {
        return input.getPassThroughAttributes().get("aria-invalid") instanceof ValueExpression;
    }

    private static void describe(FacesContext context, UIInput input) {
        String id = input.getClientId(context);
        boolean wrong = !context.getMessageList(id).isEmpty() || !input.isValid();
        Map<String, Object> attributes = input.getPassThroughAttributes();
        put(attributes, "aria-invalid", wrong ? "true" : null);
        Set<String> described = new LinkedHashSet<>();
        described.add(ownDescription(input));
        described.add(hasHint(input) ? id + "-hint" : "");
        described.add(wrong ? id + "-error" : "");
        described.remove("");
        put(
                attributes,
                "aria-describedby",
                described.isEmpty() ? null : String.join(" ", described));
        attributes.computeIfAbsent("autocomplete", input.getAttributes()::get);
    }

    /** What the page itself gave, before we added to it. */
    private static String ownDescription(UIInput input) {
        Map<String, Object> kept = input.getAttributes();
        if (kept.get(OWN) == null) {
            Object given = input.getPassThroughAttributes().get("aria-describedby");
            kept.put(OWN, given == null ? "" : given.toString());
        }
        return kept.get(OWN).toString();
    }

    private static boolean hasHint(UIInput input) {
        UIComponent hint = input.getParent().findComponent(input.getId() + "-hint");
        return hint != null && isShown(hint);
    }

    /** Asks from the outside in: what lies within something hidden may not be able to answer. */
    private static boolean isShown(UIComponent component) {
        return component == null || isShown(component.getParent()) && component.isRendered();
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }
}
