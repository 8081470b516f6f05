package beckon.web.invitation;

import beckon.contact.entity.ContactNumber;
import beckon.delivery.entity.TextMeasure;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.PhoneNumber;
import beckon.shared.PhoneReason;
import beckon.shared.Reason;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the dialog for texts says of numbers; of all that is the same with mails, in its words. */
@ApplicationScoped
public class NumberWords {
    static final Set<Reason> OF_NUMBERS =
            Set.of(
                    PhoneReason.NUMBER_NOT_VALID,
                    PhoneReason.NUMBER_LANDLINE,
                    PhoneReason.NUMBER_PREMIUM,
                    PhoneReason.NUMBER_SHORT,
                    InvitationReason.COUNTRY_NOT_ALLOWED,
                    InvitationReason.SUPPRESSED,
                    InvitationReason.RECIPIENT_LIMIT,
                    InvitationReason.TEXTS_HALTED,
                    InvitationReason.TEXTS_NOT_AVAILABLE,
                    InvitationReason.TEXTING_SWITCHED_OFF,
                    InvitationReason.TEXT_BUDGET,
                    InvitationReason.TEXT_PREFIX);

    @Inject private Messages messages;
    @Inject private InvitationWords words;

    /** What a chip of the dialog says and how it looks. */
    Map<String, Object> chip(RecipientPreview preview, NamedNumbers named) {
        boolean good = InvitationWords.isMade(preview);
        boolean sent = preview.outcome() == InviteOutcome.QUEUED;
        return Map.of(
                "typed", named.pieceOf(preview.typed()),
                "name", named.nameOf(preview.typed()),
                "shown", preview.shown(),
                "tone", sent ? InvitationWords.lower(preview.kind()) : tone(preview),
                "words", said(preview),
                "good", good,
                "why", messages.text("invitation.rule." + preview.rule()));
    }

    /** One line of the list under the field. */
    Map<String, Object> option(ContactNumber contact, String homeCountry) {
        return Map.of(
                "text", NamedNumbers.piece(contact),
                "name", contact.displayName(),
                "shown", new PhoneNumber(contact.phone()).shownIn(homeCountry));
    }

    /** As what somebody will be invited, or why not. */
    String said(RecipientPreview preview) {
        return preview.outcome() == InviteOutcome.QUEUED
                ? words.kind(preview.kind())
                : isOfNumbers(preview.reason())
                        ? messages.text("invitation.byText.chip." + preview.reason().name())
                        : words.chipWords(preview);
    }

    /** How it looks that somebody will not be invited. */
    String tone(RecipientPreview preview) {
        return InvitationWords.tone(preview.outcome());
    }

    /** What a person who does not see the field is told. */
    String gathered(int repeated, List<RecipientPreview> previews) {
        long good = previews.stream().filter(InvitationWords::isMade).count();
        return repeated > 0
                ? messages.text("invitation.byText.repeated", repeated)
                : messages.text("invitation.byText.gathered", previews.size(), good);
    }

    String tooMany(int wanted) {
        return messages.text(
                "invitation.byText.tooMany",
                Invite.MAX_RECIPIENTS,
                wanted,
                wanted - Invite.MAX_RECIPIENTS);
    }

    /** How long a text is. */
    String length(TextMeasure measure) {
        return messages.text(
                "invitation.byText.length",
                measure.characters(),
                measure.room(),
                measure.segments(),
                measure.encoding());
    }

    /** A row of the dialog's result; {@code known} is the invitation that was there before. */
    ResultRow result(InviteResult result, InvitationRow known, String shown) {
        ResultRow row = words.result(result, known).shownAs(shown);
        return isOfNumbers(result.reason())
                ? row.saying(messages.text("invitation.byText.result." + result.reason().name()))
                : row;
    }

    private static boolean isOfNumbers(Reason reason) {
        return reason != null && OF_NUMBERS.contains(reason);
    }
}
