package beckon.web.signup;

import beckon.invitation.boundary.RequestService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.RequestInvitation;
import beckon.invitation.entity.RequestReason;
import beckon.person.entity.Profile;
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
import java.util.Map;

/** Asking for an invitation of one's own, with one that was for another or has expired. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class AskView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "ask-name";
    private static final String ADDRESS = "ask-address";

    private static final Map<Reason, String> FIELDS =
            Map.of(
                    RequestReason.NAME_MISSING, NAME,
                    RequestReason.NAME_TOO_LONG, NAME,
                    RequestReason.TOO_MANY, ADDRESS,
                    InvitationReason.ADDRESS_INCOMPLETE, ADDRESS,
                    InvitationReason.ADDRESS_NOT_VALID, ADDRESS,
                    InvitationReason.ADDRESS_TOO_LONG, ADDRESS);

    @Inject private RequestService requests;
    @Inject private InviteeView invitee;
    @Inject private SignIn signIn;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    private String name;
    private String address;
    private boolean unfolded;
    private transient Boolean offered;

    /** Whether there is somebody to ask. */
    boolean isOffered(String token) {
        if (offered == null) {
            offered = requests.isAskable(token);
        }
        return offered;
    }

    /**
     * Asks; false if name or address will not do, which is said beside them.
     *
     * @throws RefusalException if nobody can be asked with this link any more
     */
    boolean ask(String token) {
        offered = null;
        unfolded = true;
        try {
            requests.ask(
                    new RequestInvitation(
                            token,
                            getName(),
                            getAddress(),
                            locales.getLanguage(),
                            signIn.remote()));
            return true;
        } catch (RefusalException refused) {
            String field = FIELDS.get(refused.reason());
            if (field == null) {
                throw refused;
            }
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(field, refused);
            return false;
        }
    }

    /** Whether its form is seen without being opened. */
    public boolean isUnfolded() {
        return unfolded;
    }

    /** The name: at first that of whoever is signed in. */
    public String getName() {
        if (name == null) {
            Profile profile = invitee.getProfile();
            name = profile == null ? "" : profile.displayName();
        }
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    /** The address: at first that of whoever is signed in. */
    public String getAddress() {
        if (address == null) {
            Profile profile = invitee.getProfile();
            address = profile == null ? "" : profile.email();
        }
        return address;
    }

    public void setAddress(String address) {
        this.address = address == null ? "" : address;
    }
}
