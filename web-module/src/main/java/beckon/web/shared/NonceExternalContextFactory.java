package beckon.web.shared;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Lets pages without PrimeFaces' scripts post their forms: those scripts send the nonce of the
 * page's scripts with each form, and PrimeFaces refuses a post without it.
 *
 * <p>Where it is missing, the view's own stands in, or a new one if the view has none.
 */
public class NonceExternalContextFactory extends ExternalContextFactory {
    private static final String NONCE = "primefaces.nonce";
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    public NonceExternalContextFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new Nonced(getWrapped().getExternalContext(context, request, response));
    }

    @SuppressWarnings("unchecked") // of the API itself: getInitParameterMap()
    private static final class Nonced extends ExternalContextWrapper {
        private final String drawn =
                Base64.getEncoder()
                        .encodeToString(
                                UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        private Map<String, String> completed;

        Nonced(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public Map<String, String> getRequestParameterMap() {
            Map<String, String> sent = super.getRequestParameterMap();
            FacesContext faces = FacesContext.getCurrentInstance();
            if (faces == null
                    || faces.getViewRoot() == null
                    || !sent.containsKey(VIEW_STATE)
                    || sent.containsKey(NONCE)) {
                return sent;
            }
            if (completed == null) {
                completed = new HashMap<>(sent);
            }
            completed.put(NONCE, nonceOf(faces.getViewRoot()));
            return completed;
        }

        private String nonceOf(UIViewRoot view) {
            Map<String, Object> map = view.getViewMap(false);
            Object kept = map == null ? null : map.get(NONCE);
            return kept == null ? drawn : kept.toString();
        }
    }
}
