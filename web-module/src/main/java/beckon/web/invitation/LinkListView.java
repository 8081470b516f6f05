package beckon.web.invitation;

import beckon.invitation.boundary.LinkService;
import beckon.invitation.entity.LinkRow;
import beckon.invitation.entity.LinkState;
import beckon.invitation.entity.SharedLink;
import beckon.shared.Page;
import beckon.web.shared.Messages;
import beckon.web.shared.SignedInMember;
import beckon.web.shared.Wording;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.PrimeFaces;

/** The list of invite links: one's own, or everybody's for an admin who asks. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class LinkListView extends PagedRows {
    private static final long serialVersionUID = 1L;

    @Inject private LinkService links;
    @Inject private SignedInMember member;
    @Inject private Messages messages;
    @Inject private Wording wording;

    private boolean everybodys;
    private transient Page<LinkRow> page;

    /** Reads the list anew. */
    public void refresh() {
        page = null;
    }

    /** Tells the browser the address of the chosen link, for its clipboard. */
    public void copy() {
        PrimeFaces.current().ajax().addCallbackParam("url", links.show(chosen()).url());
    }

    /** Gives the chosen link another address. */
    public void renew() {
        links.renew(chosen());
        messages.info("invitation.links.renewed");
        refresh();
    }

    /** Keeps the chosen link open for longer. */
    public void extend() {
        SharedLink link = links.extend(chosen());
        messages.info("invitation.links.extended", wording.moment(link.expiresAt()));
        refresh();
    }

    /** Lets the chosen link open nothing any more. */
    public void deactivate() {
        links.deactivate(chosen());
        messages.info("invitation.links.deactivated");
        refresh();
    }

    public Page<LinkRow> getPage() {
        if (page == null) {
            page = links.list(isEverybodys(), index(), SIZE);
        }
        return page;
    }

    /** Whether its owner is reading, and it can still be changed. */
    public boolean isChangeable(LinkRow row) {
        return row.own() && isDeactivatable(row) && member.isMayShareLinks();
    }

    /** Whether it would lead whoever gets it anywhere. */
    public boolean isCopyable(LinkRow row) {
        return row.own() && row.state().isOpen();
    }

    public boolean isDeactivatable(LinkRow row) {
        return row.state() != LinkState.DEACTIVATED;
    }

    /** The address of one's own list or of everybody's. */
    public String addressFor(boolean everybody) {
        return address(everybody, 1);
    }

    /** The address of another page of this list. */
    public String addressAt(int other) {
        return address(isEverybodys(), other);
    }

    private static String address(boolean everybody, int at) {
        String address = "/invitation/links?page=" + at;
        return everybody ? address + "&of=everybody" : address;
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
