package beckon.web.admin;

import beckon.invitation.boundary.ApprovalService;
import beckon.invitation.entity.InvitationRow;
import beckon.shared.Page;
import beckon.web.invitation.PagedRows;
import beckon.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Invitations of members that wait for an admin. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class ApprovalListView extends PagedRows {
    private static final long serialVersionUID = 1L;

    @Inject private ApprovalService approvals;
    @Inject private Messages messages;

    private transient Page<InvitationRow> page;

    public void approve() {
        page = null;
        approvals.approve(chosen());
        messages.info("admin.approvals.approved");
    }

    public void reject() {
        page = null;
        approvals.reject(chosen());
        messages.info("admin.approvals.rejected");
    }

    public Page<InvitationRow> getPage() {
        if (page == null) {
            page = approvals.list(index(), SIZE);
        }
        return page;
    }

    /** The address of another page of this list. */
    public String addressAt(int other) {
        return "/admin/approvals?page=" + other;
    }
}
