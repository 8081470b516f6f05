package beckon.delivery.control;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.TextState;
import beckon.delivery.control.DoubtRepository.Doubt;
import beckon.delivery.control.PartRepository.Part;
import beckon.delivery.control.ReportRepository.Parked;
import beckon.delivery.entity.Dispatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down what became of texts after the message centre had taken them.
 *
 * <p>A report is known by what the message centre calls the text, and one about a text whose answer
 * was lost by its number and reference. One that is not known may have overtaken our own writing,
 * and is tried again for a while; after that it is none of ours.
 */
@ApplicationScoped
public class TextReports {

    private static final int REFERENCE_BITS = 0xFFFF;

    /** By which a number is the same, whether it is written nationally or not. */
    private static final int TELLING_DIGITS = 6;

    private PartRepository parts;
    private DoubtRepository doubts;
    private ReportRepository parked;
    private DispatchRepository dispatches;
    private TextFateRepository fates;
    private TextWriter texts;
    private Clock clock;

    protected TextReports() {}

    @Inject
    public TextReports(
            PartRepository parts,
            DoubtRepository doubts,
            ReportRepository parked,
            DispatchRepository dispatches,
            TextFateRepository fates,
            TextWriter texts,
            Clock clock) {
        this.parts = parts;
        this.doubts = doubts;
        this.parked = parked;
        this.dispatches = dispatches;
        this.fates = fates;
        this.texts = texts;
        this.clock = clock;
    }

    /** Takes what the message centre reports. */
    @Transactional(TxType.REQUIRES_NEW)
    public void take(List<DeliveryReport> reports) {
        Instant now = clock.instant();
        settle(reports.stream().map(report -> new Parked(report, 0)).toList(), now);
    }

    /**
     * Tries once more what was not known, and is due.
     *
     * @return how many
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int takeUp(int most) {
        Instant now = clock.instant();
        List<Parked> due = parked.takeDue(now, most);
        if (!due.isEmpty()) {
            settle(due, now);
        }
        return due.size();
    }

    /** Takes what a gateway says about a whole text; nothing that it says can be too early. */
    @Transactional(TxType.REQUIRES_NEW)
    public void take(long dispatchId, TextState state) {
        Instant now = clock.instant();
        for (Dispatch dispatch : dispatches.list(List.of(dispatchId))) {
            Part whole = Part.of(dispatch, "", dispatch.attempts(), 1);
            fates.settle(List.of(new Fate(whole, state, "")), now);
        }
    }

    private void settle(Collection<Parked> reports, Instant now) {
        Map<String, List<Part>> known = known(reports);
        List<Fate> found = new ArrayList<>();
        List<Parked> strange = new ArrayList<>();
        for (Parked each : reports) {
            Part part = match(each.report(), known);
            if (part == null) {
                strange.add(each);
            } else {
                found.add(fate(part, each.report()));
            }
        }
        if (!strange.isEmpty()) {
            parked.park(recognise(strange, found, now), now);
        }
        if (!found.isEmpty()) {
            fates.settle(found, now);
        }
    }

    private static Fate fate(Part part, DeliveryReport report) {
        return new Fate(part, report.state(), report.error());
    }

    private Map<String, List<Part>> known(Collection<Parked> reports) {
        Set<String> ids = new HashSet<>();
        reports.forEach(each -> ids.addAll(each.report().messageIds()));
        return ids.isEmpty()
                ? Map.of()
                : parts.list(ids).stream().collect(Collectors.groupingBy(Part::messageId));
    }

    /** The newest, because message centres begin anew with their ids sooner or later. */
    private static Part match(DeliveryReport report, Map<String, List<Part>> known) {
        Part newest = null;
        for (String id : report.messageIds()) {
            for (Part part : known.getOrDefault(id, List.of())) {
                boolean newer = newest == null || part.dispatchId() > newest.dispatchId();
                if (newer && isNumberOf(report, part)) {
                    newest = part;
                }
            }
            if (newest != null) {
                return newest;
            }
        }
        return null;
    }

    private static boolean isNumberOf(DeliveryReport report, Part part) {
        String number = report.number();
        String recipient = part.recipient();
        int telling = Math.min(TELLING_DIGITS, number.length());
        return recipient.endsWith(number.substring(number.length() - telling));
    }

    /** Finds texts in doubt among the unknown, and gives back what stays unknown. */
    private List<Parked> recognise(List<Parked> strange, List<Fate> found, Instant now) {
        Map<String, List<Doubt>> inDoubt = inDoubt(strange);
        if (inDoubt.isEmpty()) {
            return strange;
        }
        List<Parked> rest = new ArrayList<>();
        List<Part> named = new ArrayList<>();
        for (Parked each : strange) {
            Part part = recognise(each.report(), inDoubt);
            if (part == null) {
                rest.add(each);
            } else {
                named.add(part);
                found.add(fate(part, each.report()));
            }
        }
        parts.add(named, now);
        return rest;
    }

    private Map<String, List<Doubt>> inDoubt(List<Parked> strange) {
        Set<String> numbers = new HashSet<>();
        for (Parked each : strange) {
            if (each.report().reference() != null) {
                numbers.add(e164(each.report()));
            }
        }
        Map<String, List<Doubt>> inDoubt = new HashMap<>();
        if (!numbers.isEmpty()) {
            for (Doubt doubt : doubts.list(numbers)) {
                inDoubt.computeIfAbsent(doubt.number(), any -> new ArrayList<>()).add(doubt);
            }
        }
        return inDoubt;
    }

    private static String e164(DeliveryReport report) {
        return report.number().startsWith("+") ? report.number() : "+" + report.number();
    }

    private Part recognise(DeliveryReport report, Map<String, List<Doubt>> inDoubt) {
        if (report.reference() == null || report.messageIds().isEmpty()) {
            return null;
        }
        for (Doubt doubt : inDoubt.getOrDefault(e164(report), List.of())) {
            if ((doubt.dispatchId() & REFERENCE_BITS) == report.reference()) {
                Dispatch dispatch = dispatches.list(List.of(doubt.dispatchId())).get(0);
                return Part.of(
                        dispatch,
                        report.messageIds().get(0),
                        doubt.attempt(),
                        texts.countSegments(dispatch));
            }
        }
        return null;
    }

    /**
     * What has become of a part of a text.
     *
     * @param error the network's own code; may be empty
     */
    record Fate(Part part, TextState state, String error) {}
}
