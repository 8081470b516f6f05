package beckon.web.invitation;

import beckon.invitation.boundary.RequestService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many wait for the reader's answer, for whatever page says so. */
@Named
@RequestScoped
public class OpenRequests {
    @Inject private RequestService requests;

    /** Read when it is shown, after whatever was answered in the same request. */
    public long getNumber() {
        return requests.count();
    }
}
