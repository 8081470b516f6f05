package beckon.audit.control;

import beckon.audit.control.AuditChainRepository.Head;
import beckon.audit.control.AuditChainRepository.Link;
import beckon.audit.entity.AuditVerdict;
import beckon.audit.entity.AuditVerdict.Fault;
import beckon.audit.entity.AuditVerdict.Kind;
import beckon.shared.Seal;
import beckon.shared.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links the audit's rows one after the other, and looks whether the chain still holds.
 *
 * <p>Whoever acts only adds a row; the links follow some seconds later, made by one node at a time,
 * so that nobody who acts waits for anybody. A row may be committed some minutes after the moment
 * that it bears, so that each pass looks that far back.
 */
@ApplicationScoped
public class AuditChain {
    /** After this time no row is committed any more: longer than any transaction may last. */
    public static final Duration LATEST_COMMIT = Duration.ofMinutes(10);

    /** After this time nearly all rows are committed. */
    public static final Duration USUAL_COMMIT = Duration.ofSeconds(15);

    private static final String PURPOSE = "audit";
    private static final int AT_ONCE = 2_000;
    private static final int MOST_FAULTS = 100;

    private AuditChainRepository links;
    private TokenKeys keys;

    protected AuditChain() {}

    @Inject
    public AuditChain(AuditChainRepository links, TokenKeys keys) {
        this.links = links;
        this.keys = keys;
    }

    /**
     * Links some rows, in a transaction of its own.
     *
     * @param back how long before the latest linked row to look for others, at most {@link
     *     #LATEST_COMMIT}; what is looked through costs, also where it is linked already
     * @return how many; 0 if there is none left, or another node is at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int link(Duration back) {
        return links.lockHead().map(head -> link(head, back)).orElse(0);
    }

    private int link(Head head, Duration back) {
        List<ChainedEntry> entries = links.listLoose(head.linkedAt().minus(back), AT_ONCE);
        List<Link> made = new ArrayList<>();
        Head end = head;
        for (ChainedEntry entry : entries) {
            Seal seal = keys.seal(PURPOSE, entry.after(end.hash()));
            end = new Head(end.position() + 1, seal.value(), later(end.linkedAt(), entry.at()));
            made.add(new Link(end.position(), entry.id(), seal, entry));
        }
        if (!made.isEmpty()) {
            links.add(made);
            links.moveHead(end);
        }
        return made.size();
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return other.isAfter(one) ? other : one;
    }

    private static LocalDateTime earliest(Head head) {
        return head.linkedAt().minus(LATEST_COMMIT);
    }

    /** Where the chain ends now; noted elsewhere, it shows whether its end has been cut off. */
    public String end() {
        Head head = links.getHead();
        return head.position() + " " + head.hash();
    }

    /** Looks through the whole chain. */
    public AuditVerdict verify() {
        Head head = links.getHead();
        List<Fault> faults = new ArrayList<>();
        long position = 0;
        String hash = "";
        List<Link> some = links.listLinks(0, AT_ONCE);
        while (!some.isEmpty() && faults.size() < MOST_FAULTS) {
            for (Link link : some) {
                judge(link, position, hash).ifPresent(faults::add);
                position = link.position();
                hash = link.seal().value();
            }
            some = links.listLinks(position, AT_ONCE);
        }
        if (some.isEmpty() && isShort(head, position)) {
            faults.add(new Fault(Kind.REMOVED, head.position(), 0));
        }
        links.listForgotten(earliest(head), MOST_FAULTS)
                .forEach(entry -> faults.add(new Fault(Kind.INSERTED, 0, entry)));
        return new AuditVerdict(position, faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }

    /** Whether links have been cut off; those that came meanwhile are more, not fewer. */
    private static boolean isShort(Head head, long position) {
        return position < head.position();
    }

    private Optional<Fault> judge(Link link, long before, String hashBefore) {
        if (link.entry() == null || link.position() != before + 1) {
            return Optional.of(new Fault(Kind.REMOVED, link.position(), link.entryId()));
        }
        boolean holds = keys.seals(PURPOSE, link.entry().after(hashBefore)).contains(link.seal());
        return holds
                ? Optional.empty()
                : Optional.of(new Fault(Kind.CHANGED, link.position(), link.entryId()));
    }
}
