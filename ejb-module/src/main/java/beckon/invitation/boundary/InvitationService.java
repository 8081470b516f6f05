package beckon.invitation.boundary;

import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.RenderedMail;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteByEmail;
import beckon.invitation.entity.InvitePermission;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for members who invite. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class InvitationService {

    public InvitePermission getPermission() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Parts typed or pasted text into addresses: one parser for dialog, paste and API. */
    public List<String> parseRecipients(@NotNull @Size(max = 100_000) String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What would become of each recipient if the command were given now; changes nothing. */
    public List<RecipientPreview> preview(
            @NotNull List<String> recipients, @NotNull InviteAs inviteAs) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The mail that the command would send. */
    public RenderedMail previewMail(@NotNull @Valid InviteByEmail command) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Invites each good recipient and answers for each; QUEUED means committed.
     *
     * @throws beckon.shared.RefusalException INVITING_SWITCHED_OFF, TOO_MANY_RECIPIENTS,
     *     NO_RECIPIENT, KIND_NOT_ALLOWED, UNKNOWN_LANGUAGE; then nothing is sent
     */
    public List<InviteResult> inviteByEmail(@NotNull @Valid InviteByEmail command) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Page<InvitationRow> list(@NotNull InvitationQuery query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** One invitation that the caller may see. */
    public Optional<InvitationRow> find(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Every message of one invitation, the newest first; empty if the caller may not see it. */
    public List<DispatchRow> listDispatches(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Sends it anew with a new token and a new expiry; the old link is dead.
     *
     * @throws beckon.shared.RefusalException NOT_FOUND, NOT_OPEN (accepted, declined or revoked),
     *     DAILY_LIMIT, RECIPIENT_LIMIT, INVITING_SWITCHED_OFF
     */
    public void resend(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @throws beckon.shared.RefusalException NOT_FOUND, NOT_OPEN
     */
    public void revoke(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }
}
