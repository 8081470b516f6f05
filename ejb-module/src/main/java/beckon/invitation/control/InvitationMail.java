package beckon.invitation.control;

import beckon.account.boundary.AccountMailService;
import beckon.account.entity.AccountMail;
import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.invitation.entity.Confirmation;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRequest;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What invitations say in a mail, and what their tokens are. */
@ApplicationScoped
public class InvitationMail {
    /** The template of the mail to an invitee. */
    public static final String INVITATION = "invitation";

    private static final String TEXT = "text";
    private static final String ACCEPTED = "accepted";
    private static final String CONFIRMATION = "confirmation";
    private static final String REQUEST = "request";
    private static final Set<String> LANGUAGES = Set.of("en", "fr");
    private static final Duration NEWS_KEEP = Duration.ofDays(3);
    private static final Duration QUESTION_KEEP = Duration.ofHours(8);

    private TokenKeys tokens;
    private AccountMailService mails;

    protected InvitationMail() {}

    @Inject
    public InvitationMail(TokenKeys tokens, AccountMailService mails) {
        this.tokens = tokens;
        this.mails = mails;
    }

    /**
     * The language asked for, else the account's.
     *
     * @throws RefusalException UNKNOWN_LANGUAGE
     */
    public String language(String asked, Inviter inviter) {
        String language = asked == null || asked.isBlank() ? inviter.accountLanguage() : asked;
        if (!LANGUAGES.contains(language)) {
            throw new RefusalException(InvitationReason.UNKNOWN_LANGUAGE);
        }
        return language;
    }

    /** Draws a token for a sending. */
    public Envelope envelope(
            String language, String message, TokenSource file, Instant now, Duration expiry) {
        return envelope(Invitation.TOKEN_PURPOSE, language, message, file, now, expiry);
    }

    private Envelope envelope(
            String purpose,
            String language,
            String message,
            TokenSource file,
            Instant now,
            Duration expiry) {
        TokenSource source = tokens.draw(purpose);
        byte[] hash = tokens.derive(source).hash();
        return new Envelope(language, message, file, source, hash, now, now.plus(expiry));
    }

    /** What the account's mails in that language say; asks only where any say something. */
    public AccountMail own(Inviter inviter, String language) {
        return inviter.hasOwnMail() ? mails.find(inviter.accountId(), language) : AccountMail.NONE;
    }

    /**
     * The mail or text of one invitation as it is about to be sent.
     *
     * @param own what the account says in the place of our words, in a mail
     */
    public OutgoingMessage toInvitee(
            Inviter inviter,
            UUID invitation,
            Recipient recipient,
            MemberKind kind,
            Envelope envelope,
            AccountMail own) {
        return new OutgoingMessage(
                inviter.accountId(),
                invitation,
                recipient.channel(),
                INVITATION,
                recipient.address(),
                envelope.language(),
                recipient.channel() == Channel.TEXT
                        ? textModel(envelope)
                        : model(inviter, kind, envelope.message(), envelope.expiresAt(), own),
                envelope.tokenSource(),
                envelope.expiresAt());
    }

    private static Map<String, String> textModel(Envelope envelope) {
        TokenSource file = envelope.file();
        return file == null
                ? Map.of(TEXT, envelope.message())
                : Map.of(
                        TEXT,
                        envelope.message(),
                        "fileNonce",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(file.nonce()),
                        "fileKeyId",
                        file.keyId());
    }

    /** Draws a token for a question to an address. */
    public Envelope question(String language, Instant now) {
        return envelope(Confirmation.TOKEN_PURPOSE, language, null, null, now, QUESTION_KEEP);
    }

    /** Draws a token that nobody gets, for what is over as soon as it is written. */
    public Envelope done(String language, Instant now) {
        return envelope(Invitation.TOKEN_PURPOSE, language, null, null, now, Duration.ZERO);
    }

    /** The question whether an address is that of whoever came by a link or a text. */
    public OutgoingMessage toConfirm(
            Inviter inviter, Confirmation confirmation, EmailAddress address, Envelope envelope) {
        return new OutgoingMessage(
                inviter.accountId(),
                confirmation.handle(),
                Channel.EMAIL,
                CONFIRMATION,
                address.typed(),
                envelope.language(),
                Map.of(
                        "inviterName",
                        inviter.name(),
                        "accountName",
                        inviter.accountName(),
                        "expiresAt",
                        envelope.expiresAt().toString()),
                envelope.tokenSource(),
                envelope.expiresAt());
    }

    /** What the template's placeholders stand for. */
    public Map<String, String> model(
            Inviter inviter, MemberKind kind, String message, Instant expiresAt, AccountMail own) {
        Map<String, String> model = new HashMap<>();
        model.put("inviterName", inviter.name());
        model.put("accountName", inviter.accountName());
        model.put("kind", kind.name());
        model.put("message", message == null ? "" : message);
        model.put("expiresAt", expiresAt.toString());
        if (own.subject() != null) {
            model.put("subject", own.subject());
        }
        if (own.opening() != null) {
            model.put("opening", own.opening());
        }
        return model;
    }

    /**
     * The news to the inviter; about itself, so that the invitation's own mail stays its latest.
     */
    public OutgoingMessage toInviter(Inviter inviter, String memberName, Instant now) {
        return new OutgoingMessage(
                inviter.accountId(),
                UUID.randomUUID(),
                Channel.EMAIL,
                ACCEPTED,
                inviter.email(),
                inviter.language(),
                Map.of("memberName", memberName, "accountName", inviter.accountName()),
                null,
                now.plus(NEWS_KEEP));
    }

    /** The news to the inviter what an admin has said of their invitation. */
    public OutgoingMessage toTell(
            Inviter inviter, Invitation invitation, boolean approved, Instant now) {
        return new OutgoingMessage(
                inviter.accountId(),
                UUID.randomUUID(),
                Channel.EMAIL,
                approved ? "approved" : "rejected",
                inviter.email(),
                inviter.language(),
                Map.of(
                        "address",
                        invitation.recipient(),
                        "memberName",
                        inviter.name(),
                        "accountName",
                        inviter.accountName()),
                null,
                now.plus(NEWS_KEEP));
    }

    /** The question to the inviter whether they invite somebody who has asked for it. */
    public OutgoingMessage toAsk(
            Inviter inviter, InvitationRequest request, String invited, Instant now) {
        return new OutgoingMessage(
                inviter.accountId(),
                request.handle(),
                Channel.EMAIL,
                REQUEST,
                inviter.email(),
                inviter.language(),
                Map.of(
                        "askerName",
                        request.name(),
                        "accountName",
                        inviter.accountName(),
                        "address",
                        request.email(),
                        "invited",
                        invited),
                null,
                now.plus(NEWS_KEEP));
    }

    /** The inviter's words without control and bidi characters; null if nothing is left. */
    public String plain(String message) {
        if (message == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder(message.length());
        message.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || !isHarmful(c))
                .forEach(plain::appendCodePoint);
        return plain.toString().isBlank() ? null : plain.toString().strip();
    }

    /** Joiners stay: emoji families are made with them. */
    private static boolean isHarmful(int c) {
        return Character.isISOControl(c)
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F
                || Character.getType(c) == Character.SURROGATE;
    }
}
