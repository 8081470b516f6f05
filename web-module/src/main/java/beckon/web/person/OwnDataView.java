package beckon.web.person;

import beckon.dossier.boundary.DossierService;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** All that is kept of oneself, as a file. */
@Named
@RequestScoped
public class OwnDataView {
    private static final String FILE = "attachment; filename=\"beckon-own-data.json\"";

    @Inject private DossierService dossiers;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String password;

    /** Gives the file in the place of the page; a wrong password, and the page stays. */
    public void download() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            dossiers.take(
                    password == null ? "" : password,
                    signIn.visit(),
                    () -> file(faces.getExternalContext()));
            faces.responseComplete();
        } catch (RefusalException refused) {
            faces.validationFailed();
            messages.refuseAt("data-password", refused);
        }
    }

    private static OutputStream file(ExternalContext answer) {
        answer.setResponseContentType("application/json");
        answer.setResponseHeader("Content-Disposition", FILE);
        try {
            return answer.getResponseOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
