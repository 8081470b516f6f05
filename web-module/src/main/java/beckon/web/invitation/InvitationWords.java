package beckon.web.invitation;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.Reason;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import beckon.web.shared.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the screens say of an invitation, of its mail and of what became of a recipient. */
@Named
@ApplicationScoped
public class InvitationWords {
    /** SMPP's ESME_RINVDSTADR. */
    private static final int INVALID_NUMBER = 0x0B;

    private static final Set<Integer> EXPLAINED =
            Set.of(421, 450, 451, 452, 550, 551, 552, 553, 554);

    private static final Set<Reason> TOLD =
            Set.of(
                    InvitationReason.ADDRESS_INCOMPLETE,
                    InvitationReason.ADDRESS_TOO_LONG,
                    InvitationReason.ADDRESS_NOT_VALID,
                    InvitationReason.DAILY_LIMIT,
                    InvitationReason.RECIPIENT_LIMIT,
                    InvitationReason.SUPPRESSED,
                    InvitationReason.TOO_MANY_WAITING,
                    InvitationReason.RECIPIENT_DENIED,
                    InvitationReason.RECIPIENT_NOT_ALLOWED,
                    InvitationReason.DISPOSABLE_ADDRESS,
                    InvitationReason.GUESTS_NOT_WELCOME);

    @Inject private Messages messages;
    @Inject private LocaleView locales;

    /** What a chip of the dialog says and how it looks. */
    Map<String, Object> chip(RecipientPreview preview) {
        boolean good = isMade(preview);
        return Map.of(
                "typed",
                preview.typed(),
                "tone",
                preview.outcome() == InviteOutcome.QUEUED
                        ? lower(preview.kind())
                        : tone(preview.outcome()),
                "words",
                preview.outcome() == InviteOutcome.QUEUED
                        ? kind(preview.kind())
                        : chipWords(preview),
                "good",
                good,
                "why",
                why(preview.rule()));
    }

    /** The rule that decided about a recipient, in words. */
    String why(String rule) {
        return messages.text("invitation.rule." + rule);
    }

    /** Whether there will be an invitation, sent at once or once it is approved. */
    static boolean isMade(RecipientPreview preview) {
        return preview.outcome() == InviteOutcome.QUEUED
                || preview.outcome() == InviteOutcome.WAITING;
    }

    /** What a person who does not see the field is told. */
    String gathered(Recipients gathered, List<RecipientPreview> previews) {
        if (!gathered.repeated().isEmpty()) {
            return messages.text("invitation.byEmail.repeated", gathered.repeated().get(0));
        }
        long good = previews.stream().filter(InvitationWords::isMade).count();
        return messages.text("invitation.byEmail.gathered", previews.size(), good);
    }

    String tooMany(Recipients gathered) {
        return messages.text(
                "invitation.byEmail.tooMany",
                Invite.MAX_RECIPIENTS,
                gathered.wanted(),
                gathered.left().size());
    }

    /** A row of the dialog's result; {@code known} is the invitation that was there before. */
    ResultRow result(InviteResult result, InvitationRow known) {
        return new ResultRow(
                result.recipient(),
                result.recipient(),
                result.outcome(),
                result.invitationId(),
                result.kind(),
                resultWords(result, known),
                result.outcome() == InviteOutcome.ALREADY_INVITED && result.invitationId() != null);
    }

    /** What has become of the mail, for the script that keeps the dialog's result up to date. */
    Map<String, Object> mail(InvitationRow row) {
        return Map.of(
                "id", row.handle().toString(),
                "words", mailState(row),
                "tone", mailTone(row),
                "underWay", isUnderWay(row));
    }

    public String kind(Enum<?> kind) {
        return kind == null ? "" : messages.text("shared.kind." + kind.name());
    }

    /** The state in one or two words. */
    public String state(InvitationState state) {
        return messages.text("invitation.state." + state.name());
    }

    /** The same of a row in the list: nobody has invited whoever came by a link by name. */
    public String state(InvitationRow row) {
        return row.channel() == Channel.LINK
                ? messages.text("invitation.state.JOINED")
                : state(row.state());
    }

    /** Whose invitation it was, or whose link. */
    public String inviter(InvitationRow row) {
        String key =
                row.channel() == Channel.LINK ? "invitation.list.byLinkOf" : "invitation.list.by";
        return messages.text(key, row.inviterName());
    }

    /** The look of a state's tag. */
    public String stateTone(InvitationState state) {
        return switch (state) {
            case PENDING -> "note";
            case ACCEPTED -> "good";
            case DECLINED, WAITING, REJECTED -> "warn";
            case REVOKED, EXPIRED -> "waiting";
        };
    }

    /** What has become of the mail, in one or two words. */
    public String mailState(InvitationRow row) {
        if (row.channel() == Channel.LINK) {
            return messages.text("invitation.mail.LINK");
        }
        DispatchRow mail = row.dispatch();
        return messages.text("invitation.mail." + (mail == null ? "NONE" : mail.state().name()));
    }

    /** The look of the mail's tag. */
    public String mailTone(InvitationRow row) {
        if (row.dispatch() == null) {
            return "waiting";
        }
        return switch (row.dispatch().state()) {
            case QUEUED, SENDING -> "note";
            case SENT, DELIVERED -> "good";
            case DELAYED -> "warn";
            case FAILED -> "bad";
            case CANCELLED -> "waiting";
        };
    }

    /** Why the mail is late or has failed, in words; empty otherwise. */
    public String mailReason(InvitationRow row) {
        DispatchRow mail = row.dispatch();
        if (mail == null
                || mail.state() != DispatchState.DELAYED && mail.state() != DispatchState.FAILED) {
            return "";
        }
        return mail.channel() == Channel.TEXT
                ? messages.text("invitation.text.answer." + textAnswerKey(mail))
                : messages.text(
                        "invitation.mail.answer." + answerKey(mail.answerCode(), mail.trouble()));
    }

    /** Whether something is still going to happen to the mail by itself. */
    public boolean isUnderWay(InvitationRow row) {
        if (row.dispatch() == null || row.state() != InvitationState.PENDING) {
            return false;
        }
        return switch (row.dispatch().state()) {
            case QUEUED, SENDING, DELAYED -> true;
            case SENT, DELIVERED, FAILED, CANCELLED -> false;
        };
    }

    /** A day, as the reader's language writes it. */
    public String day(Instant moment) {
        return write(moment, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** A moment in UTC; the page's script shows it in the reader's own time. */
    public String moment(Instant moment) {
        var form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return write(moment, form) + " UTC";
    }

    private String write(Instant moment, DateTimeFormatter form) {
        Locale locale = locales.getRegional();
        return Wording.asSaid(
                form.withLocale(locale).format(moment.atZone(ZoneOffset.UTC)), locale);
    }

    /** The icon of a way to invite. */
    public String channelIcon(Channel channel) {
        return switch (channel) {
            case EMAIL -> "pi-envelope";
            case TEXT -> "pi-mobile";
            case LINK -> "pi-link";
        };
    }

    /** The icon of a row in the dialog's result. */
    public String icon(String tone) {
        return switch (tone) {
            case "good" -> "pi-check-circle";
            case "warn" -> "pi-clock";
            case "bad" -> "pi-exclamation-circle";
            default -> "pi-info-circle";
        };
    }

    String chipWords(RecipientPreview preview) {
        return messages.text(
                "invitation.byEmail.chip." + cause(preview.outcome(), preview.reason()));
    }

    private String resultWords(InviteResult result, InvitationRow known) {
        if (known != null) {
            return messages.text(
                    "invitation.byEmail.result.ALREADY_INVITED.by",
                    day(known.createdAt()),
                    known.inviterName());
        }
        return result.outcome() == InviteOutcome.QUEUED
                ? messages.text("invitation.byEmail.result.QUEUED." + result.kind())
                : messages.text(
                        "invitation.byEmail.result." + cause(result.outcome(), result.reason()));
    }

    /** The reason where there are words for it, else what came of it. */
    private static String cause(InviteOutcome outcome, Reason reason) {
        return reason != null && TOLD.contains(reason) ? reason.name() : outcome.name();
    }

    /** A server's reply goes before all; what was sent before there were reasons has none. */
    static String answerKey(Integer code, DispatchTrouble trouble) {
        if (code == null) {
            return trouble == null ? DispatchTrouble.CONNECTION.name() : trouble.name();
        }
        if (EXPLAINED.contains(code)) {
            return code.toString();
        }
        return code >= 500 ? "refused" : "later";
    }

    /** A message centre's reply goes before all, too. */
    static String textAnswerKey(DispatchRow text) {
        if (text.answerCode() == null) {
            return answerKey(null, text.trouble());
        }
        if (text.answerCode() == INVALID_NUMBER) {
            return "number";
        }
        return text.state() == DispatchState.FAILED ? "refused" : "later";
    }

    static String tone(InviteOutcome outcome) {
        return switch (outcome) {
            case QUEUED -> "good";
            case ALREADY_MEMBER, SELF -> "note";
            case ALREADY_INVITED, WAITING -> "warn";
            case INVALID, REFUSED, LIMIT -> "bad";
        };
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
