package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.invitation.control.InvitationListRepository;
import beckon.invitation.entity.InvitationRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;

/** The door for whoever wants to know which of somebody's addresses have been invited already. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class OpenInvitationService {

    @Inject CurrentCaller caller;
    @Inject InvitationListRepository invitations;
    @Inject Clock clock;

    /**
     * The caller's own invitations to these that nobody has answered yet, the newest first.
     *
     * @param keys keys of addresses, and numbers as E.164
     */
    public List<InvitationRow> listTo(@NotNull @Size(max = 100) List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : invitations.listOpenTo(caller.get(), keys, clock.instant());
    }
}
