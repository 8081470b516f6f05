package beckon.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.audit.entity.AuditRecord;
import beckon.audit.entity.AuditVerdict;
import beckon.audit.entity.AuditVerdict.Kind;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditChainTest extends DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Statements statements;
    private AuditRepository audit;
    private AuditChain chain;

    @BeforeEach
    void beginANewChain() {
        TestContainer container = new TestContainer(database);
        statements = new Statements(database.dataSource());
        audit = container.get(AuditRepository.class);
        chain = container.get(AuditChain.class);
        statements.update("delete from audit_link");
        statements.update("delete from audit_entry");
        statements.update(
                "update audit_head set position = 0, hash = '',"
                        + " linked_at = timestamp '1970-01-01 00:00:00'");
    }

    private void act(String action, Instant at) {
        audit.add(new AuditRecord(1L, 2L, action, null, AuditRecord.DONE, "1/1", "127.0.0.1"), at);
    }

    private void actAndLink(int number) {
        for (int i = 0; i < number; i++) {
            act("test.act" + i, NOON.plusSeconds(i));
        }
        linkAll();
    }

    private void linkAll() {
        linkAll(AuditChain.LATEST_COMMIT);
    }

    private void linkAll(Duration back) {
        while (database.inTransaction(() -> chain.link(back)) > 0) {
            continue;
        }
    }

    private long entry(String action) {
        return statements.number("select id from audit_entry where action = ?", action);
    }

    private List<Kind> faults() {
        return chain.verify().faults().stream().map(AuditVerdict.Fault::kind).toList();
    }

    @Test
    void whatWasWrittenHolds() {
        actAndLink(4_203);

        AuditVerdict verdict = chain.verify();

        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.checked()).isEqualTo(4_203);
    }

    @Test
    void changedRowIsFoundByItsNumber() {
        actAndLink(5);
        for (String change :
                List.of(
                        "outcome = 'REFUSED'",
                        "actor_id = 3",
                        "details = null",
                        "at = timestamp '2026-03-01 12:00:03'")) {
            statements.update("update audit_entry set " + change + " where action = 'test.act2'");

            assertThat(chain.verify().faults())
                    .as(change)
                    .singleElement()
                    .satisfies(
                            fault -> {
                                assertThat(fault.kind()).isEqualTo(Kind.CHANGED);
                                assertThat(fault.entryId()).isEqualTo(entry("test.act2"));
                                assertThat(fault.position()).isEqualTo(3);
                            });
        }
    }

    @Test
    void wordsThatMoveToTheNextColumnAreAChange() {
        actAndLink(1);
        statements.update("update audit_entry set outcome = 'done1/1', details = ''");

        assertThat(faults()).containsExactly(Kind.CHANGED);
    }

    @Test
    void removedRowIsFound() {
        actAndLink(5);
        long gone = entry("test.act3");
        statements.update("delete from audit_entry where id = ?", gone);

        assertThat(chain.verify().faults())
                .containsExactly(new AuditVerdict.Fault(Kind.REMOVED, 4, gone));
    }

    @Test
    void rowRemovedWithItsLinkIsFound() {
        actAndLink(5);
        long gone = entry("test.act3");
        statements.update("delete from audit_entry where id = ?", gone);
        statements.update("delete from audit_link where entry_id = ?", gone);

        assertThat(faults()).containsExactly(Kind.REMOVED);
        statements.update("update audit_link set position = 4 where position = 5");
        assertThat(faults()).contains(Kind.CHANGED);
    }

    @Test
    void endThatIsCutOffIsFound() {
        actAndLink(5);
        statements.update("delete from audit_entry where action in ('test.act3', 'test.act4')");
        statements.update("delete from audit_link where position > 3");

        assertThat(faults()).containsExactly(Kind.REMOVED);
    }

    @Test
    void rowSlippedInIsFound() {
        actAndLink(5);
        act("test.forged", NOON.minus(Duration.ofHours(1)));
        linkAll();

        assertThat(chain.verify().faults())
                .containsExactly(new AuditVerdict.Fault(Kind.INSERTED, 0, entry("test.forged")));
    }

    @Test
    void rowThatIsCommittedLateIsLinkedNevertheless() {
        actAndLink(2);
        act("test.late", NOON.minus(Duration.ofMinutes(9)));
        linkAll(AuditChain.USUAL_COMMIT);
        assertThat(chain.verify().checked()).isEqualTo(2);

        linkAll(AuditChain.LATEST_COMMIT);

        assertThat(chain.verify()).isEqualTo(new AuditVerdict(3, List.of()));
    }

    @Test
    void linkMadeWithoutTheKeyDoesNotHold() {
        actAndLink(3);
        statements.update("update audit_entry set outcome = 'x' where action = 'test.act2'");
        statements.update(
                "update audit_link set hash = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"
                        + " where position = 3");

        assertThat(faults()).containsExactly(Kind.CHANGED);
    }

    @Test
    void severalNodesMakeOneChainWhileOthersAct() throws Exception {
        int nodes = 4;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2 * nodes);
        List<Future<?>> work =
                IntStream.range(0, 2 * nodes)
                        .<Future<?>>mapToObj(
                                node ->
                                        pool.submit(
                                                () -> {
                                                    start.await();
                                                    for (int i = 0; i < 40; i++) {
                                                        if (node < nodes) {
                                                            act(
                                                                    "test." + node + "." + i,
                                                                    NOON.plusMillis(i));
                                                        } else {
                                                            database.inTransaction(
                                                                    () ->
                                                                            chain.link(
                                                                                    AuditChain
                                                                                            .USUAL_COMMIT));
                                                        }
                                                    }
                                                    return null;
                                                }))
                        .toList();

        start.countDown();
        for (Future<?> each : work) {
            each.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        linkAll();

        assertThat(chain.verify()).isEqualTo(new AuditVerdict(4 * 40, List.of()));
    }
}
