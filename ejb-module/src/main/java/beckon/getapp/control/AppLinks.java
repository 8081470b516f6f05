package beckon.getapp.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.boundary.TextService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.getapp.entity.AppLinkRequest;
import beckon.getapp.entity.AppReason;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends the link: asks the limits in their order, then hands the text over to delivery. */
@ApplicationScoped
public class AppLinks {

    /** On whose behalf the texts go out: nobody's, the server's own. */
    static final long NO_ACCOUNT = 0;

    private static final Duration OF_USE = Duration.ofHours(1);

    private AppLimits limits;
    private Puzzles puzzles;
    private Browsers browsers;
    private DeliveryService deliveries;
    private TextService texts;
    private AuditService audit;
    private Settings settings;

    protected AppLinks() {}

    @Inject
    public AppLinks(
            AppLimits limits,
            Puzzles puzzles,
            Browsers browsers,
            DeliveryService deliveries,
            TextService texts,
            AuditService audit,
            Settings settings) {
        this.limits = limits;
        this.puzzles = puzzles;
        this.browsers = browsers;
        this.deliveries = deliveries;
        this.texts = texts;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * What the request asks for.
     *
     * @throws RefusalException a {@link beckon.shared.PhoneReason}
     */
    Wish wish(AppLinkRequest request) {
        String country = request.homeCountry();
        boolean known = country != null && PhoneNumber.callingCode(country) > 0;
        return new Wish(
                PhoneNumber.parse(request.number(), known ? country : settings.homeCountry()),
                "fr".equals(request.language()) ? "fr" : "en",
                browsers.find(request.browser()).orElse(null),
                request.remote());
    }

    /**
     * What must be solved before the link is sent; empty if nothing, or if it was.
     *
     * @throws RefusalException COUNTRY_CLOSED, WAIT_A_MINUTE, or NOT_SENT with the name of the
     *     limit
     */
    public Optional<String> findPuzzle(AppLinkRequest request, Instant now) {
        Wish wish = wish(request);
        if (!settings.appCountries().contains(wish.number().country())) {
            tell("closed", wish, now);
            throw new RefusalException(AppReason.COUNTRY_CLOSED);
        }
        if (limits.isWithinTheMinute(wish, now)) {
            throw new RefusalException(AppReason.WAIT_A_MINUTE);
        }
        limits.findExhausted(wish, now).ifPresent(AppLinks::refuse);
        int bits = limits.puzzleBits(wish, now);
        if (bits == 0 || puzzles.take(request.proof(), wish.number(), now)) {
            return Optional.empty();
        }
        tell("puzzle", wish, now);
        return Optional.of(puzzles.draw(wish.number(), bits, now));
    }

    /**
     * Sends the link, unless a limit forbids it; all or nothing.
     *
     * @throws RefusalException WAIT_A_MINUTE, or NOT_SENT with the name of the limit
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void send(AppLinkRequest request, Instant now) {
        Wish wish = wish(request);
        if (!limits.takeMinute(wish, now)) {
            throw new RefusalException(AppReason.WAIT_A_MINUTE);
        }
        limits.takeDay(wish, now).ifPresent(AppLinks::refuse);
        if (texts.isHalted(NO_ACCOUNT, wish.number().country())) {
            refuse("halted");
        }
        UUID handle = UUID.randomUUID();
        deliveries.enqueue(List.of(text(wish, handle, now)));
        audit.record(act(wish, "appLink.sent", handle.toString(), AuditRecord.DONE));
    }

    /** Tells the audit, once an hour for each limit and what it is about, that it was reached. */
    public void tell(AppLinkRequest request, RefusalException refusal, Instant now) {
        if (refusal.reason() == AppReason.NOT_SENT) {
            tell(String.valueOf(refusal.arguments()[0]), wish(request), now);
        }
    }

    private void tell(String limit, Wish wish, Instant now) {
        if (limits.isNews(limit, wish, now)) {
            audit.recordRefusal(act(wish, "appLink.limited", null, limit));
        }
    }

    private static void refuse(String limit) {
        throw new RefusalException(AppReason.NOT_SENT, limit);
    }

    private static OutgoingMessage text(Wish wish, UUID handle, Instant now) {
        return new OutgoingMessage(
                NO_ACCOUNT,
                handle,
                Channel.TEXT,
                "appLink",
                wish.number().e164(),
                wish.language(),
                Map.of(),
                null,
                now.plus(OF_USE));
    }

    private static AuditRecord act(Wish wish, String action, String subject, String outcome) {
        PhoneNumber number = wish.number();
        return new AuditRecord(
                null,
                null,
                action,
                subject,
                outcome,
                number.country() + " " + number.prefix() + "…",
                wish.remote());
    }
}
