package beckon.web.admin;

import beckon.licence.boundary.LicenceService;
import beckon.web.shared.SignedInMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What is still to be done about licences: by admins, or for the member. */
@Named
@RequestScoped
public class LicenceNote {
    private static final int MOST = 99;

    @Inject private LicenceService licences;
    @Inject private SignedInMember member;

    private Boolean waiting;
    private Long toAssign;

    /** Whether the member waits for a licence. */
    public boolean isWaiting() {
        if (waiting == null) {
            waiting = licences.isWaiting();
        }
        return waiting;
    }

    /** How many members an admin has to give one to; 0 for everybody else. */
    public long getToAssign() {
        if (toAssign == null) {
            toAssign = member.isAdmin() ? licences.countToAssign() : 0L;
        }
        return toAssign;
    }

    /** Reads both anew, after licences have been given or taken. */
    void refresh() {
        waiting = null;
        toAssign = null;
    }

    /** The same as short as a badge wants it. */
    public String getToAssignShown() {
        return getToAssign() > MOST ? MOST + "+" : Long.toString(getToAssign());
    }
}
