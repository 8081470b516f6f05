package beckon.delivery.boundary;

import beckon.delivery.control.DispatchQueue;
import beckon.delivery.control.DispatchRepository;
import beckon.delivery.control.ForgettingDispatchRepository;
import beckon.delivery.control.HoldRepository;
import beckon.delivery.control.MessageTemplates;
import beckon.delivery.control.UnsubscribeLinks;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.Hold;
import beckon.delivery.entity.MailOpening;
import beckon.delivery.entity.OutgoingMessage;
import beckon.delivery.entity.RenderedMail;
import beckon.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The inner door to delivery: other components hand over messages here, people do not. */
@Stateless
@PermitAll
public class DeliveryService {

    @Inject private DispatchRepository dispatches;
    @Inject private HoldRepository holds;
    @Inject private ForgettingDispatchRepository forgetting;
    @Inject private DispatchQueue queue;
    @Inject private MessageTemplates templates;
    @Inject private UnsubscribeLinks unsubscribeLinks;
    @Inject private Settings settings;
    @Inject private Clock clock;

    /** Writes the messages in the caller's transaction and couriers them after its commit. */
    public void enqueue(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String domain = settings.smtpFrom().domain().key();
        List<Long> ids = dispatches.add(messages, domain, now, now.plus(DispatchQueue.WINDOW));
        Map<Channel, List<Long>> byChannel = new EnumMap<>(Channel.class);
        for (int i = 0; i < ids.size(); i++) {
            byChannel
                    .computeIfAbsent(messages.get(i).channel(), any -> new ArrayList<>())
                    .add(ids.get(i));
        }
        byChannel.forEach(queue::courierAfterCommit);
    }

    /** Withdraws what is about {@code reference} and not yet sent, in the caller's transaction. */
    public void cancel(UUID reference) {
        dispatches.cancel(reference, clock.instant());
    }

    /** Withdraws all that an account has not sent yet, in the caller's transaction. */
    public void cancelAll(long accountId) {
        dispatches.cancelAll(accountId, clock.instant());
    }

    /** What of an account waits since a restore; empty if nothing does. */
    public Optional<Hold> findHold(long accountId) {
        return holds.find(accountId);
    }

    /** Lets an account's held messages go, in the caller's transaction. */
    public int releaseHeld(long accountId) {
        return holds.release(accountId, clock.instant());
    }

    /** Withdraws an account's held messages, in the caller's transaction. */
    public int discardHeld(long accountId) {
        return holds.discard(accountId, clock.instant());
    }

    /** Takes out every message about these, but one that is on its way at this moment. */
    public void forget(Collection<UUID> references) {
        forgetting.remove(references);
    }

    /** Takes out what members were told about others, settled before that moment. */
    public void forgetNews(Instant before) {
        forgetting.removeNews(before);
    }

    /** The latest message of each reference; references without one are left out. */
    public List<DispatchRow> listLatest(Set<UUID> references) {
        Set<UUID> seen = new HashSet<>();
        List<DispatchRow> latest = new ArrayList<>();
        for (DispatchRow row : dispatches.listRows(references)) {
            if (seen.add(row.reference())) {
                latest.add(row);
            }
        }
        return latest;
    }

    /** Every message about {@code reference}, the newest first. */
    public List<DispatchRow> listFor(UUID reference) {
        return dispatches.listRows(Set.of(reference));
    }

    /** What a mail was about whose recipient wants no more of its kind; empty if it is not ours. */
    public Optional<UUID> findByUnsubscribeToken(String token) {
        return unsubscribeLinks.findReference(token);
    }

    /** What a mail begins with unless its model says otherwise. */
    public MailOpening getOpening(String template, String language) {
        return templates.opening(template, language);
    }

    /** The mail as it would be sent, with links that open nothing. */
    public RenderedMail preview(String template, String language, Map<String, String> model) {
        return templates.render(
                template,
                language,
                model,
                settings.baseUrl() + "/join/preview",
                unsubscribeLinks.example());
    }
}
