package beckon.web.invitation;

import beckon.attachment.entity.AttachmentReason;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.TextService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.RefusalException;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Numbers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.shaded.json.JSONArray;
import org.primefaces.shaded.json.JSONObject;

/**
 * The dialog "Invite people by text". The browser keeps what is being written and asks here what
 * would become of it; only {@link #send()} changes anything.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class InviteByTextView extends InvitingDialog {
    private static final long serialVersionUID = 1L;
    private static final int OPTIONS = 8;

    /** Stands for the link in the words. */
    private static final String LINK = "{link}";

    @Inject private ContactService contacts;
    @Inject private TextService texts;
    @Inject private LocaleView locales;
    @Inject private Numbers numbers;
    @Inject private NumberWords words;

    private String query = "";
    private String attachment = "";
    private transient TextReview review;

    /** What the texts of each language say by themselves. */
    public void begin() {
        answer(
                "standard",
                new JSONObject(
                        locales.getOffered().stream()
                                .map(Locale::getLanguage)
                                .collect(
                                        Collectors.toMap(
                                                each -> each, invitations::getStandardText))));
        measure();
    }

    /** Contacts whose number could be meant by what is being typed. */
    public void suggest() {
        answer("query", query);
        answer(
                "options",
                new JSONArray(
                        contacts.listNumbers(query, OPTIONS).stream()
                                .map(contact -> words.option(contact, numbers.getHome()))
                                .toList()));
    }

    /** What would become of each number, what there is no room for, and why. */
    public void check() {
        try {
            List<String> pieces =
                    Stream.concat(present().stream(), invitations.parseNumbers(getAdded()).stream())
                            .toList();
            NamedNumbers named = NamedNumbers.of(pieces);
            List<RecipientPreview> all = invitations.previewNumbers(pieces, getInviteAs());
            int room = Math.min(all.size(), Invite.MAX_RECIPIENTS);
            List<RecipientPreview> previews = all.subList(0, room);
            answer(
                    "chips",
                    new JSONArray(previews.stream().map(each -> words.chip(each, named)).toList()));
            answer(
                    "left",
                    all.subList(room, all.size()).stream()
                            .map(each -> named.pieceOf(each.typed()))
                            .collect(Collectors.joining(", ")));
            answer("words", words.gathered(pieces.size() - all.size(), previews));
            answer("problem", all.size() > room ? words.tooMany(all.size()) : "");
        } catch (RefusalException | ConstraintViolationException tooLong) {
            answer("problem", messages.text("invitation.byText.tooLong", Invite.MAX_RECIPIENTS));
        }
    }

    /** How long the text will be. */
    public void measure() {
        String text =
                getMessage().isBlank() ? invitations.getStandardText(getLanguage()) : getMessage();
        try {
            answer("length", words.length(texts.measure(withLink(text), hasFile())));
        } catch (IllegalArgumentException tooLong) {
            answer("length", messages.text("invitation.byText.length.over"));
        }
    }

    /** Puts what would be sent before the person once more, all of it. */
    public void review() {
        review = null;
        try {
            List<RecipientPreview> previews = invitations.previewNumbers(present(), getInviteAs());
            String composed = invitations.composeText(command());
            review =
                    new TextReview(
                            previews.stream().map(this::reviewed).toList(),
                            texts.preview(composed, hasFile()),
                            texts.measure(composed, hasFile()),
                            !getMessage().isBlank() && !getMessage().contains(LINK));
            answer("message", composed);
        } catch (RefusalException refused) {
            answer("problem", messages.words(refused));
            answer(
                    "at",
                    refused.reason() == InvitationReason.TEXT_HAS_LINK
                                    || refused.reason() == InvitationReason.TEXT_TOO_LONG
                            ? "message"
                            : "to");
        } catch (ConstraintViolationException violated) {
            answer("problem", words(violated));
            answer("at", "message");
        }
    }

    private TextReview.Person reviewed(RecipientPreview preview) {
        return new TextReview.Person(
                NamedNumbers.of(present()).nameOf(preview.typed()),
                preview.shown(),
                preview.kind(),
                words.said(preview),
                words.tone(preview));
    }

    @Override
    protected void invite() {
        Map<String, String> shown = shown();
        results.settle(
                getDraft(),
                invitations.invite(command()),
                (result, known) -> row(result, known, shown));
    }

    /** Sends an invitation anew that somebody has already. */
    public void resend(ResultRow row) {
        results.resend(row, messages.text("invitation.byText.result.sentAgain"));
    }

    private ResultRow row(InviteResult result, InvitationRow known, Map<String, String> shown) {
        return words.result(
                result, known, shown.getOrDefault(result.recipient(), result.recipient()));
    }

    /** How each recipient is read: whose number it is, and the number. */
    private Map<String, String> shown() {
        NamedNumbers named = NamedNumbers.of(present());
        return invitations.previewNumbers(present(), getInviteAs()).stream()
                .collect(
                        Collectors.toMap(
                                RecipientPreview::typed,
                                each -> (named.nameOf(each.typed()) + " " + each.shown()).strip(),
                                (one, same) -> one));
    }

    private Invite command() {
        return Invite.byText(
                present(),
                getMessage().isBlank()
                                || getMessage().equals(invitations.getStandardText(getLanguage()))
                        ? null
                        : getMessage(),
                chosenLanguage(),
                getInviteAs(),
                hasFile() ? file() : null);
    }

    /** What somebody has changed on the way is no file of theirs. */
    private UUID file() {
        try {
            return UUID.fromString(attachment);
        } catch (IllegalArgumentException tampered) {
            throw new RefusalException(AttachmentReason.NOT_FOUND);
        }
    }

    private boolean hasFile() {
        return !attachment.isBlank();
    }

    private static String withLink(String text) {
        return text.contains(LINK) ? text : text + " " + LINK;
    }

    /** What is about to be sent; null before it is asked for. */
    public TextReview getReview() {
        return review;
    }

    /** How long the text about to be sent is. */
    public String getLength() {
        return words.length(review.measure());
    }

    public String getLink() {
        return LINK;
    }

    public Map<String, Integer> getLimits() {
        return Map.of(
                "recipients",
                Invite.MAX_RECIPIENTS,
                "message",
                Invite.MAX_MESSAGE,
                "text",
                100_000);
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = Objects.requireNonNullElse(query, "");
    }

    /**
     * As what somebody can be invited by text: as nothing that their address does not make them.
     */
    public List<InviteAs> getKinds() {
        return Stream.of(InviteAs.values()).filter(kind -> !kind.mayRaise()).toList();
    }

    public String getAttachment() {
        return attachment;
    }

    public void setAttachment(String attachment) {
        this.attachment = Objects.requireNonNullElse(attachment, "");
    }
}
