package beckon.web.signup;

import beckon.signup.boundary.SignUpService;
import beckon.signup.entity.TermsDocuments;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One of the documents that a new member agrees to. */
@Named
@RequestScoped
public class TermsView {
    @Inject private SignUpService signUps;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String document;

    private TermsDocuments documents;

    /** Answers "not found" where there is no such document. */
    public void look() {
        if (!isKnown()) {
            Faces.responseSendError(404, null);
        }
    }

    private boolean isKnown() {
        return document != null
                && document.matches("terms-of-service|privacy-notice|acceptable-use-policy");
    }

    public String getTitle() {
        return isKnown() ? messages.text("signup.document." + document) : "";
    }

    public String getVersion() {
        return documents().version();
    }

    public String getBody() {
        if (!isKnown()) {
            return "";
        }
        return switch (document) {
            case "terms-of-service" -> documents().termsOfService();
            case "privacy-notice" -> documents().privacyNotice();
            default -> documents().acceptableUsePolicy();
        };
    }

    private TermsDocuments documents() {
        if (documents == null) {
            documents = signUps.getTerms(locales.getLanguage());
        }
        return documents;
    }
}
