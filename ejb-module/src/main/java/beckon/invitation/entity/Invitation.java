package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.TokenSource;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * An offer to one address to become a member of an account.
 *
 * <p>Pending until it is accepted, declined, revoked or expires; sending it anew draws another
 * token and makes an expired one pending again. While it is pending its {@code openKey} keeps
 * others like it away. Its life is changed by conditional statements of the repository only, whose
 * row count is the verdict among several who try at once.
 */
@Entity
@Table(name = "invitation")
@NamedQuery(
        name = "Invitation.byHandle",
        query = "select i from Invitation i where i.handle = :handle and i.accountId = :accountId")
@NamedQuery(
        name = "Invitation.byOpenKey",
        query =
                "select i from Invitation i where i.openKey = :openKey and i.accountId = :accountId")
@NamedQuery(
        name = "Invitation.byToken",
        query = "select i from Invitation i where i.token.hash = :hash")
@NamedQuery(
        name = "Invitation.overdue",
        query =
                "select i from Invitation i where i.state in :open and i.expiresAt <= :now"
                        + " order by i.expiresAt")
public class Invitation extends Identified {
    /** The purpose from which tokens of invitations are derived. */
    public static final String TOKEN_PURPOSE = "invitation";

    private static final String FILE_PURPOSE = "attachment";

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "inviter_id")
    private long inviterId;

    @Column(name = "taken_over")
    private boolean takenOver;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String recipient;

    @Column(name = "recipient_key")
    private String recipientKey;

    @Column(name = "open_key")
    private String openKey;

    @Enumerated(EnumType.STRING)
    private MemberKind kind;

    @Enumerated(EnumType.STRING)
    private AdmissionRule rule;

    private String language;

    private String message;

    @Enumerated(EnumType.STRING)
    private InvitationState state;

    @Column(name = "file_nonce")
    private byte[] fileNonce;

    @Column(name = "file_key_id")
    private String fileKeyId;

    @Embedded private KeptToken token;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "accepted_by")
    private Long acceptedBy;

    @Column(name = "link_id")
    private Long linkId;

    @Column(name = "approved_by")
    private Long approvedBy;

    @Version private int version;

    protected Invitation() {}

    /**
     * Makes a pending invitation, or one that waits for approval.
     *
     * @param openKey what keeps another open invitation of the account away
     */
    public Invitation(
            long id,
            Inviter inviter,
            Recipient recipient,
            String openKey,
            Admission admission,
            Envelope envelope) {
        super(id);
        this.accountId = inviter.accountId();
        this.inviterId = inviter.membershipId();
        this.channel = recipient.channel();
        this.recipient = recipient.address();
        this.recipientKey = recipient.key();
        this.openKey = openKey;
        this.kind = admission.kind();
        this.rule = admission.rule();
        this.language = envelope.language();
        this.message = envelope.message();
        if (envelope.file() != null) {
            this.fileNonce = envelope.file().nonce();
            this.fileKeyId = envelope.file().keyId();
        }
        this.state = admission.isWaiting() ? InvitationState.WAITING : InvitationState.PENDING;
        this.token = envelope.kept();
        this.createdAt = envelope.sentAt();
        this.expiresAt = envelope.expiresAt();
    }

    /**
     * Writes down that somebody came by a link: accepted from the first.
     *
     * @param envelope with a token that nobody gets
     */
    public Invitation(
            long id,
            InvitationLink link,
            String email,
            String emailKey,
            Admission admission,
            Envelope envelope,
            long membershipId) {
        super(id);
        this.accountId = link.accountId();
        this.inviterId = link.ownerId();
        this.channel = Channel.LINK;
        this.recipient = email;
        this.recipientKey = emailKey;
        this.kind = admission.kind();
        this.rule = admission.rule();
        this.language = envelope.language();
        this.state = InvitationState.ACCEPTED;
        this.token = envelope.kept();
        this.createdAt = envelope.sentAt();
        this.expiresAt = envelope.expiresAt();
        this.settledAt = envelope.sentAt();
        this.acceptedBy = membershipId;
        this.linkId = link.id();
    }

    /** The state at that moment: expired from its very expiry on, swept or not. */
    public InvitationState stateAt(Instant now) {
        return (state.isOpen() || state == InvitationState.WAITING) && !now.isBefore(expiresAt)
                ? InvitationState.EXPIRED
                : state;
    }

    /** Whom it was sent to. */
    public Recipient addressee() {
        return channel == Channel.TEXT
                ? Recipient.valid(recipient, new PhoneNumber(recipient))
                : Recipient.valid(EmailAddress.of(recipient));
    }

    /** As what the inviter wants the invitee in; a text, which anybody may hold, raises nobody. */
    public InviteAs inviteAs() {
        boolean chosen =
                rule == AdmissionRule.CHOSEN_KIND
                        && (channel != Channel.TEXT || kind == MemberKind.GUEST);
        return chosen ? InviteAs.valueOf(kind.name()) : InviteAs.AUTOMATIC;
    }

    /** Whether an admin has offered its address more than that. */
    public boolean offersMoreThan(MemberKind other) {
        return inviteAs() != InviteAs.AUTOMATIC && kind.outranks(other);
    }

    public long accountId() {
        return accountId;
    }

    public long inviterId() {
        return inviterId;
    }

    /** Whether somebody else has written it, or would have if that member sends it from now on. */
    public boolean isTakenOverBy(long membershipId) {
        return takenOver || inviterId != membershipId;
    }

    public Channel channel() {
        return channel;
    }

    public String recipient() {
        return recipient;
    }

    public String recipientKey() {
        return recipientKey;
    }

    public String openKey() {
        return openKey;
    }

    public MemberKind kind() {
        return kind;
    }

    public AdmissionRule rule() {
        return rule;
    }

    public String language() {
        return language;
    }

    public String message() {
        return message;
    }

    /** From which the token of the attached file's link is derived; empty if there is none. */
    public Optional<TokenSource> file() {
        return fileNonce == null ? Optional.empty() : Optional.of(fileSource(fileNonce, fileKeyId));
    }

    /** What a row keeps of the token of an attached file's link. */
    public static TokenSource fileSource(byte[] nonce, String keyId) {
        return new TokenSource(FILE_PURPOSE, nonce, keyId);
    }

    public InvitationState state() {
        return state;
    }

    public TokenSource tokenSource() {
        return token.source(TOKEN_PURPOSE);
    }

    public byte[] tokenHash() {
        return token.hash();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Long acceptedBy() {
        return acceptedBy;
    }

    /** Which admin has let it be sent; null if nobody had to. */
    public Long approvedBy() {
        return approvedBy;
    }

    public int version() {
        return version;
    }
}
