package beckon.invitation.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.delivery.boundary.TextService;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Decision;
import beckon.invitation.entity.Ground;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InvitePermission;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.NumberStandings;
import beckon.invitation.entity.OpenInvitation;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.RecipientPreview;
import beckon.invitation.entity.Standing;
import beckon.invitation.entity.Standings;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts before the policy what it decides by: the inviter, the rules, what recipients are already.
 */
@ApplicationScoped
public class Admissions {
    private InvitingRepository inviting;
    private AdmissionPolicy policy;
    private Suppressions suppressions;
    private TextService texts;

    protected Admissions() {}

    @Inject
    public Admissions(
            InvitingRepository inviting,
            AdmissionPolicy policy,
            Suppressions suppressions,
            TextService texts) {
        this.inviting = inviting;
        this.policy = policy;
        this.suppressions = suppressions;
        this.texts = texts;
    }

    /**
     * The caller as inviter.
     *
     * @throws RefusalException NOT_FOUND if deactivated meanwhile
     */
    public Inviter getInviter(Caller caller) {
        return inviting.findInviter(caller.accountId(), caller.membershipId())
                .orElseThrow(() -> new RefusalException(InvitationReason.NOT_FOUND));
    }

    /** Whose invitation it is; empty if deactivated meanwhile. */
    public Optional<Inviter> findInviter(Invitation invitation) {
        return inviting.findInviter(invitation.accountId(), invitation.inviterId());
    }

    public boolean mayInvite(Inviter inviter) {
        return policy.mayInvite(inviter.rules(), inviter.kind());
    }

    /**
     * @throws RefusalException INVITING_SWITCHED_OFF, KIND_NOT_ALLOWED
     */
    public void requirePermission(Inviter inviter, InviteAs inviteAs) {
        if (!mayInvite(inviter)) {
            throw getPermission(inviter).refusal();
        }
        if (!policy.mayChoose(inviter.kind(), inviteAs)) {
            throw new RefusalException(InvitationReason.KIND_NOT_ALLOWED);
        }
    }

    /** Whether the inviter may invite at all, and whom to ask if not. */
    public InvitePermission getPermission(Inviter inviter) {
        boolean allowed = mayInvite(inviter);
        boolean texting = policy.mayText(inviter.rules(), inviter.kind());
        boolean sharing = policy.mayShareLinks(inviter.rules(), inviter.kind());
        boolean all = allowed && texting && sharing;
        return new InvitePermission(
                allowed,
                allowed && texting,
                texts.isAvailable(),
                sharing,
                all ? null : findWhomToAsk(inviter).orElse(null),
                inviter.isAdmin());
    }

    /** The name of an admin to ask; guests are not told who works here. */
    private Optional<String> findWhomToAsk(Inviter inviter) {
        return inviter.isGuest()
                ? Optional.empty()
                : inviting.findAdminToAsk(inviter.accountId(), inviter.membershipId());
    }

    /** What the recipients are already, in one statement. */
    public Standings listStandings(Inviter inviter, List<Recipient> recipients) {
        List<String> keys =
                recipients.stream().filter(Recipient::isValid).map(Recipient::key).toList();
        if (keys.isEmpty()) {
            return Standings.NONE;
        }
        return readStandings(inviter, keys).with(numberStandings(inviter, recipients));
    }

    private Standings readStandings(Inviter inviter, List<String> keys) {
        List<String> openKeys = keys.stream().map(key -> OpenKeys.of(inviter, key)).toList();
        List<String> buckets = keys.stream().map(InvitationLimits::bucketOf).toList();
        List<String> seals =
                keys.stream()
                        .flatMap(key -> suppressions.seals(inviter.accountId(), key).stream())
                        .map(Seal::value)
                        .toList();
        return inviting.listStandings(inviter.accountId(), keys, openKeys, buckets, seals);
    }

    private NumberStandings numberStandings(Inviter inviter, List<Recipient> recipients) {
        List<PhoneNumber> numbers =
                recipients.stream().map(Recipient::phone).filter(Objects::nonNull).toList();
        if (numbers.isEmpty() || !texts.isAvailable()) {
            return NumberStandings.NONE;
        }
        List<String> e164 = numbers.stream().map(PhoneNumber::e164).toList();
        return new NumberStandings(
                true,
                inviting.listMemberNumbers(inviter.accountId(), e164),
                texts.listStopped(e164),
                numbers.stream()
                        .map(PhoneNumber::country)
                        .distinct()
                        .filter(country -> texts.isHalted(inviter.accountId(), country))
                        .collect(Collectors.toSet()));
    }

    /** What would become of each, for the screen. */
    public List<RecipientPreview> preview(
            Inviter inviter, List<Recipient> recipients, InviteAs inviteAs, Instant now) {
        Standings standings = listStandings(inviter, recipients);
        return decide(inviter, recipients, inviteAs, standings, now).stream()
                .map(decision -> decision.toPreview(inviter.rules().texts().homeCountry()))
                .toList();
    }

    /** As what the first of the recipients would be invited; the mail says so. */
    public MemberKind likelyKind(
            Inviter inviter, List<Recipient> recipients, InviteAs inviteAs, Instant now) {
        return recipients.stream()
                .filter(Recipient::isValid)
                .filter(first -> first.email() != null)
                .map(first -> decideAgain(inviter, first.key(), inviteAs, now))
                .filter(Admission::isGranted)
                .map(Admission::kind)
                .findFirst()
                .orElse(MemberKind.GUEST);
    }

    /** What becomes of each recipient, in their order. */
    public List<Decision> decide(
            Inviter inviter,
            List<Recipient> recipients,
            InviteAs inviteAs,
            Standings standings,
            Instant now) {
        return recipients.stream()
                .map(recipient -> decide(inviter, recipient, inviteAs, standings, now))
                .toList();
    }

    private Decision decide(
            Inviter inviter,
            Recipient recipient,
            InviteAs inviteAs,
            Standings standings,
            Instant now) {
        OpenInvitation open = null;
        Standing standing = Standing.STRANGER;
        if (recipient.isValid()) {
            open = standings.open().get(OpenKeys.of(inviter, recipient.key()));
            standing = standing(inviter, recipient, standings, open, now);
        }
        Admission admission =
                policy.decide(inviter.rules(), inviter.kind(), recipient, inviteAs, standing, now);
        boolean inTheWay = admission.outcome() == InviteOutcome.ALREADY_INVITED;
        return new Decision(recipient, admission, inTheWay ? open : null);
    }

    /**
     * A guest may not learn who is a member: the recipient's wish and the guest's own come first.
     */
    private Standing standing(
            Inviter inviter,
            Recipient recipient,
            Standings standings,
            OpenInvitation open,
            Instant now) {
        String key = recipient.key();
        Long owner = standings.numbers().members().get(key);
        if (key.equals(inviter.emailKey()) || owner != null && owner == inviter.membershipId()) {
            return Standing.SELF;
        }
        boolean member = owner != null || standings.members().contains(key);
        if (member && !inviter.isGuest()) {
            return Standing.MEMBER;
        }
        if (isSuppressed(inviter, key, standings)) {
            return Standing.SUPPRESSED;
        }
        if (open != null && !open.isExpired(now)) {
            return Standing.INVITED;
        }
        if (recipient.phone() != null) {
            // to a guest a member's number is as good as a stranger's, also where none is texted
            return standing(recipient.phone(), standings.numbers());
        }
        return member ? Standing.MEMBER : Standing.STRANGER;
    }

    private static Standing standing(PhoneNumber number, NumberStandings numbers) {
        if (!numbers.reachable()) {
            return Standing.UNREACHABLE;
        }
        return numbers.halted().contains(number.country()) ? Standing.HALTED : Standing.STRANGER;
    }

    private boolean isSuppressed(Inviter inviter, String key, Standings standings) {
        if (standings.numbers().stopped().contains(key)) {
            return true;
        }
        return !standings.suppressed().isEmpty()
                && suppressions.seals(inviter.accountId(), key).stream()
                        .anyMatch(seal -> standings.suppressed().contains(seal.value()));
    }

    /** Those in the way that have expired without having been swept. */
    static Set<Long> expired(Standings standings, Instant now) {
        return standings.open().values().stream()
                .filter(open -> open.isExpired(now))
                .map(OpenInvitation::id)
                .collect(Collectors.toSet());
    }

    /**
     * Decides anew about an invitee who is to be written to again: as when inviting, but for their
     * own invitation, which is not in the way.
     *
     * @throws RefusalException NOT_OPEN (another one is open), AccountReason.ALREADY_MEMBER,
     *     SUPPRESSED, KIND_NOT_ALLOWED
     */
    public Admission decideToResend(Inviter inviter, Invitation invitation, Instant now) {
        Recipient recipient = invitation.addressee();
        String key = invitation.recipientKey();
        Standings standings = listStandings(inviter, List.of(recipient));
        OpenInvitation open = standings.open().get(OpenKeys.of(inviter, key));
        OpenInvitation other = open == null || open.id() == invitation.id() ? null : open;
        if (other != null && other.isExpired(now)) {
            inviting.expire(Set.of(other.id()));
        }
        Standing standing = standing(inviter, recipient, standings, other, now);
        Admission admission =
                policy.decideByStanding(
                        inviter.rules(),
                        inviter.kind(),
                        recipient,
                        invitation.inviteAs(),
                        standing,
                        now);
        return switch (admission.outcome()) {
            case QUEUED, WAITING -> admission;
            case ALREADY_MEMBER, SELF -> throw new RefusalException(AccountReason.ALREADY_MEMBER);
            case ALREADY_INVITED -> throw new RefusalException(InvitationReason.NOT_OPEN);
            case INVALID, REFUSED, LIMIT -> throw new RefusalException(admission.reason());
        };
    }

    /** Whether an admin has to approve what the sender makes of somebody. */
    public boolean needsApproval(Inviter sender, Admission admission) {
        return policy.needsApproval(sender.rules(), sender.kind(), admission.kind());
    }

    /** Decides anew about an invitee, when the invitation is accepted. */
    public Admission decideAgain(Inviter inviter, String emailKey, InviteAs inviteAs, Instant now) {
        return policy.decideKind(
                inviter.rules(), inviter.kind(), addressOf(emailKey), inviteAs, now);
    }

    /** Decides about somebody with this address, by whatever they have come. */
    public Admission decide(Inviter inviter, Ground ground, String emailKey, Instant now) {
        return ground instanceof Ground.Shared shared
                ? policy.decideByLink(
                        inviter.rules(),
                        inviter.kind(),
                        shared.link().domain(),
                        addressOf(emailKey),
                        now)
                : decideAgain(inviter, emailKey, ground.inviteAs(), now);
    }

    /** Whether anybody may come by it, before their address is known. */
    public boolean isOpen(Inviter inviter, Ground.Open ground) {
        return ground instanceof Ground.Shared
                ? policy.mayShareLinks(inviter.rules(), inviter.kind())
                : policy.mayChoose(inviter.kind(), ground.inviteAs());
    }

    /** A key is an address as it is compared, so it is its own spelling. */
    private static EmailAddress addressOf(String emailKey) {
        return new EmailAddress(emailKey, emailKey);
    }
}
