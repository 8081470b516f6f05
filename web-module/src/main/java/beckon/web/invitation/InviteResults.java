package beckon.web.invitation;

import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a dialog for inviting has brought about, by mail or by text; lives as long as its page. */
@Dependent
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class InviteResults implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private InvitationService invitations;
    @Inject private Messages messages;
    @Inject private InvitationWords words;

    private List<ResultRow> rows = List.of();
    private String sentDraft;

    /** Whether it is these results that came of a draft. */
    boolean areOf(String draft) {
        return sentDraft != null && Objects.equals(draft, sentDraft);
    }

    /** Keeps what came of a draft; {@code toRow} hears of the invitation that was there before. */
    void settle(
            String draft,
            List<InviteResult> outcomes,
            BiFunction<InviteResult, InvitationRow, ResultRow> toRow) {
        rows = outcomes.stream().map(each -> toRow.apply(each, known(each))).toList();
        sentDraft = draft;
    }

    private InvitationRow known(InviteResult result) {
        return result.outcome() == InviteOutcome.ALREADY_INVITED && result.invitationId() != null
                ? invitations.find(result.invitationId()).orElse(null)
                : null;
    }

    /** Sends an invitation anew that somebody has already. */
    void resend(ResultRow row, String said) {
        try {
            invitations.resend(row.invitation());
            replace(row, row.sentAgain(said));
        } catch (RefusalException refused) {
            replace(row, row.refused(messages.words(refused)));
        }
    }

    private void replace(ResultRow old, ResultRow now) {
        rows = rows.stream().map(row -> row.equals(old) ? now : row).toList();
    }

    /** What has become of the messages since. */
    List<Map<String, Object>> listMessages() {
        return getInvited().stream()
                .map(row -> invitations.find(row.invitation()))
                .flatMap(Optional::stream)
                .map(words::mail)
                .toList();
    }

    String getTitle() {
        return messages.text("invitation.byEmail.title.sent", getInvited().size());
    }

    /** Those who will get a message. */
    public List<ResultRow> getInvited() {
        return rows.stream().filter(ResultRow::isQueued).toList();
    }

    /** Those of whom there is something to say. */
    public List<ResultRow> getOthers() {
        return rows.stream().filter(row -> !row.isQueued()).toList();
    }
}
