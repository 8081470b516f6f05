package beckon.web.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.UUID;

/** Which contact or invitation a script asks for. */
@RequestScoped
public class ContactRequest {
    private static final UUID NOBODY = new UUID(0, 0);

    /** What a parameter names; what is no handle is nobody's, like an unknown one. */
    public UUID handle(String parameter) {
        String given =
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(parameter);
        try {
            return given == null ? NOBODY : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    /** Whether a parameter says anything. */
    public boolean has(String parameter) {
        String given =
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(parameter);
        return given != null && !given.isBlank();
    }
}
