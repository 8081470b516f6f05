package beckon.web.invitation;

import beckon.delivery.entity.Channel;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.Numbers;
import beckon.web.shared.SignedInMember;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The list of invitations: one's own, or everybody's for an admin who asks. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class InvitationListView extends PagedRows {
    private static final long serialVersionUID = 1L;

    @Inject private InvitationService invitations;
    @Inject private SignedInMember member;
    @Inject private Messages messages;
    @Inject private Numbers numbers;
    @Inject private InvitationWords words;

    private InvitationState state;
    private String text = "";
    private boolean everybodys;
    private transient Page<InvitationRow> page;

    /** Lists anew, from the first page on. */
    public void search() {
        toFirst();
        refresh();
    }

    /** Reads the list anew. */
    public void refresh() {
        page = null;
    }

    /** Sends the chosen invitation with a new link. */
    public void resend() {
        InvitationRow row = chosenRow();
        invitations.resend(row.handle());
        boolean text = row.channel() == Channel.TEXT;
        messages.info(text ? "invitation.list.resent.TEXT" : "invitation.list.resent", shown(row));
        refresh();
    }

    /** Withdraws the chosen invitation. */
    public void revoke() {
        InvitationRow row = chosenRow();
        invitations.revoke(row.handle());
        messages.info("invitation.list.revoked", shown(row));
        refresh();
    }

    /** Whom it is to, as the reader writes it. */
    public String shown(InvitationRow row) {
        return row.channel() == Channel.TEXT ? numbers.shown(row.recipient()) : row.recipient();
    }

    private InvitationRow chosenRow() {
        return invitations
                .find(chosen())
                .orElseThrow(() -> new RefusalException(InvitationReason.NOT_FOUND));
    }

    public Page<InvitationRow> getPage() {
        if (page == null) {
            page =
                    invitations.list(
                            new InvitationQuery(
                                    state, text.strip(), isEverybodys(), index(), SIZE));
        }
        return page;
    }

    public List<InvitationState> getStates() {
        return List.of(InvitationState.values());
    }

    /** Whether some mail on this page is still on its way. */
    public boolean isUnderWay() {
        return getPage().rows().stream().anyMatch(words::isUnderWay);
    }

    /** Whether nobody has been invited yet at all. */
    public boolean isUntouched() {
        return getPage().total() == 0 && !isFiltered();
    }

    public boolean isFiltered() {
        return state != null || !text.isBlank();
    }

    /** Whether an invitation can be sent anew. */
    public boolean isResendable(InvitationRow row) {
        return row.state() == InvitationState.PENDING || row.state() == InvitationState.EXPIRED;
    }

    public boolean isRevocable(InvitationRow row) {
        return row.state().isOpen();
    }

    /** The address of this list with another filter. */
    public String addressOf(InvitationState other) {
        return address(other, isEverybodys(), 1);
    }

    /** The address of one's own list or of everybody's. */
    public String addressFor(boolean everybody) {
        return address(state, everybody, 1);
    }

    /** The address of another page of this list. */
    public String addressAt(int other) {
        return address(state, isEverybodys(), other);
    }

    private String address(InvitationState of, boolean everybody, int at) {
        var address = new StringBuilder("/invitation/list?");
        if (of != null) {
            address.append("state=").append(of).append('&');
        }
        if (!text.isBlank()) {
            address.append("q=")
                    .append(URLEncoder.encode(text.strip(), StandardCharsets.UTF_8))
                    .append('&');
        }
        if (everybody) {
            address.append("of=everybody&");
        }
        if (at > 1) {
            address.append("page=").append(at).append('&');
        }
        return address.substring(0, address.length() - 1);
    }

    public int getFirst() {
        return index() * SIZE + 1;
    }

    public int getLast() {
        return index() * SIZE + getPage().rows().size();
    }

    public InvitationState getState() {
        return state;
    }

    public String getStateName() {
        return state == null ? null : state.name();
    }

    /** Takes a filter from the address; an unknown one filters nothing. */
    public void setStateName(String name) {
        state =
                getStates().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public boolean isEverybodys() {
        return everybodys && member.isAdmin();
    }

    public String getOf() {
        return everybodys ? "everybody" : null;
    }

    public void setOf(String of) {
        everybodys = "everybody".equals(of);
    }
}
