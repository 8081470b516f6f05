package beckon.web.signup;

import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.ConfirmAddress;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.LinkReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;

/** The address of whoever came by a link or a text, which a mail there confirms. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class ConfirmView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "confirm-address";

    private static final Set<Reason> ABOUT_THE_ADDRESS =
            Set.of(
                    InvitationReason.ADDRESS_INCOMPLETE,
                    InvitationReason.ADDRESS_NOT_VALID,
                    InvitationReason.ADDRESS_TOO_LONG,
                    InvitationReason.OTHER_DOMAIN,
                    LinkReason.TOO_MANY_MAILS);

    @Inject private OfferService offers;
    @Inject private SignIn signIn;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    private String address = "";
    private String asked;
    private boolean again;

    /**
     * Has the mail sent; false if the address will not do, which is said beside it.
     *
     * @throws RefusalException if the link opens nothing any more
     */
    boolean ask(String token) {
        again = false;
        try {
            asked = send(token);
            return true;
        } catch (RefusalException refused) {
            if (refused.reason() == LinkReason.MAIL_TOO_SOON) {
                // the same once more, by a second click or on the way back: the mail is there
                asked = address.strip();
                return true;
            }
            if (!ABOUT_THE_ADDRESS.contains(refused.reason())) {
                throw refused;
            }
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(FIELD, refused);
            return false;
        }
    }

    /**
     * Has it sent once more.
     *
     * @throws RefusalException if it is too soon or too often, or the link opens nothing any more
     */
    void askAgain(String token) {
        again = false;
        asked = send(token);
        again = true;
    }

    private String send(String token) {
        return offers.confirmAddress(
                new ConfirmAddress(token, address, locales.getLanguage(), signIn.remote()));
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address == null ? "" : address;
    }

    /** Whether it has just been sent once more. */
    public boolean isAgain() {
        return again;
    }

    /** Where the mail has gone. */
    public String getAsked() {
        return asked;
    }
}
