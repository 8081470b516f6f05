package beckon.web.admin;

import beckon.invitation.boundary.ApprovalService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many invitations wait for an admin, for the console's side. */
@Named
@RequestScoped
public class OpenApprovals {
    @Inject private ApprovalService approvals;

    /** Read when it is shown, after whatever was answered in the same request. */
    public long getNumber() {
        return approvals.count();
    }
}
