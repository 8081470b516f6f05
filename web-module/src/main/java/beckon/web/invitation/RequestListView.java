package beckon.web.invitation;

import beckon.delivery.entity.Channel;
import beckon.invitation.boundary.RequestService;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RequestRow;
import beckon.shared.Page;
import beckon.web.shared.Messages;
import beckon.web.shared.Numbers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who asks to be invited: of the caller, or of anybody in the account for an admin. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class RequestListView extends PagedRows {
    private static final long serialVersionUID = 1L;

    @Inject private RequestService requests;
    @Inject private Messages messages;
    @Inject private Numbers numbers;
    @Inject private InvitationWords words;

    private transient Page<RequestRow> page;

    /** Invites whoever asked, and says what came of it. */
    public void approve() {
        page = null;
        InviteResult result = requests.approve(chosen());
        if (result.outcome() == InviteOutcome.QUEUED) {
            messages.info("invitation.requests.approved", result.recipient());
        } else if (result.invitationId() != null) {
            messages.info(
                    "invitation.requests.notInvited",
                    result.recipient(),
                    messages.text("invitation.byEmail.result.sentAgain"));
        } else {
            messages.warn(
                    "invitation.requests.notInvited",
                    result.recipient(),
                    words.result(result, null).words());
        }
    }

    /** Leaves whoever asked without an invitation. */
    public void decline() {
        page = null;
        requests.decline(chosen());
        messages.info("invitation.requests.declined");
    }

    public Page<RequestRow> getPage() {
        if (page == null) {
            page = requests.list(index(), SIZE);
        }
        return page;
    }

    /** For whom the invitation was, as the reader writes it. */
    public String invited(RequestRow row) {
        return row.channel() == Channel.TEXT ? numbers.shown(row.invited()) : row.invited();
    }

    /** The address of another page of this list. */
    public String addressAt(int other) {
        return "/invitation/requests?page=" + other;
    }
}
