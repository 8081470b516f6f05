package beckon.invitation.control;

import beckon.account.entity.AccountMail;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.invitation.entity.Decision;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes invitations with their messages and contacts: some rows of each, one statement of each.
 */
@ApplicationScoped
public class InvitationWriter {
    /** How long an invitation waits for approval. */
    static final Duration WAIT = Duration.ofDays(30);

    private InvitingRepository inviting;
    private InvitationMail mail;
    private IdRepository ids;
    private DeliveryService deliveries;
    private ContactService contacts;
    private WaitingNews news;

    protected InvitationWriter() {}

    @Inject
    public InvitationWriter(
            InvitingRepository inviting,
            InvitationMail mail,
            IdRepository ids,
            DeliveryService deliveries,
            ContactService contacts,
            WaitingNews news) {
        this.inviting = inviting;
        this.mail = mail;
        this.ids = ids;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.news = news;
    }

    /**
     * What the messages of one command say, by the way they travel.
     *
     * @param files the links of the file that texts carry, by the recipient's key
     */
    record Words(String language, String mail, String text, Map<String, TokenSource> files) {
        String of(Channel channel) {
            return channel == Channel.TEXT ? text : mail;
        }

        Words with(Map<String, TokenSource> attached) {
            return new Words(language, mail, text, attached);
        }
    }

    /**
     * Writes an invitation for each.
     *
     * @param made recipients to be invited, at once or when an admin has approved it
     * @return the invitations by the recipient's key
     */
    public Map<String, Invitation> write(
            Inviter inviter, List<Decision> made, Words words, Instant now) {
        Map<String, Invitation> invitations = new HashMap<>();
        List<Invitation> rows = new ArrayList<>();
        List<OutgoingMessage> messages = new ArrayList<>();
        AccountMail own = mail.own(inviter, words.language());
        // in one order for everybody: nobody waits for somebody who waits for them
        for (Decision decision : inOrder(made)) {
            Envelope envelope =
                    mail.envelope(
                            words.language(),
                            words.of(decision.recipient().channel()),
                            words.files().get(decision.key()),
                            now,
                            decision.isWaiting() ? WAIT : inviter.expiry());
            Invitation invitation = invitation(inviter, decision, envelope);
            invitations.put(decision.key(), invitation);
            rows.add(invitation);
            if (decision.isGranted()) {
                messages.add(
                        mail.toInvitee(
                                inviter,
                                invitation.handle(),
                                decision.recipient(),
                                invitation.kind(),
                                envelope,
                                own));
            }
        }
        inviting.addAll(rows);
        if (made.stream().anyMatch(Decision::isWaiting)) {
            news.note(inviter.accountId(), now);
        }
        if (!messages.isEmpty()) {
            deliveries.enqueue(messages);
            addContacts(inviter, made.stream().filter(Decision::isGranted).toList());
        }
        return invitations;
    }

    private Invitation invitation(Inviter inviter, Decision decision, Envelope envelope) {
        return new Invitation(
                ids.next(),
                inviter,
                decision.recipient(),
                OpenKeys.of(inviter, decision.key()),
                decision.admission(),
                envelope);
    }

    private void addContacts(Inviter inviter, List<Decision> granted) {
        Map<MemberKind, List<Recipient>> byKind = new EnumMap<>(MemberKind.class);
        for (Decision decision : inOrder(granted)) {
            byKind.computeIfAbsent(decision.admission().kind(), kind -> new ArrayList<>())
                    .add(decision.recipient());
        }
        byKind.forEach(
                (kind, recipients) ->
                        contacts.addInvited(
                                inviter.accountId(),
                                inviter.membershipId(),
                                kind,
                                recipients.stream()
                                        .map(Recipient::email)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                recipients.stream()
                                        .map(Recipient::phone)
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    private static List<Decision> inOrder(List<Decision> decisions) {
        return decisions.stream().sorted(Comparator.comparing(Decision::key)).toList();
    }
}
