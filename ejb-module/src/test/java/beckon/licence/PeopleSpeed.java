package beckon.licence;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactKind;
import beckon.licence.boundary.LicenceService;
import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.Edition;
import beckon.licence.entity.PeopleOrder;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PeopleState;
import beckon.shared.EmailAddress;
import beckon.shared.FoldedText;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import beckon.shared.persistence.TestDatabase;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Measures how long an admin's page takes in an account of 100,000 people, on both databases.
 *
 * <p>Run by hand; prints the middle and the slowest twentieth of each kind of page, on the database
 * that the first argument names, of those whose name has the second in it. PostgreSQL is connected
 * to anew each time, which a server does not; what that costs stands in the first line.
 */
public final class PeopleSpeed {

    private static final int PEOPLE = 100_000;
    private static final int ROUNDS = 40;
    private static final int SIZE = 25;
    private static final String SYLLABLES = "anbeciduelfogahinojakulamonuparisetova";

    private final TestDatabase database;
    private final String only;
    private final TestContainer container;
    private final TestCompany company;
    private final Random random = new Random(7);

    private PeopleSpeed(TestDatabase database, String only) {
        this.database = database;
        this.only = only;
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        Caller admin = company.admin("Ada");
        container.callAs(admin.principalName());
    }

    /** Measures. */
    public static void main(String... arguments) {
        for (TestDatabase database : TestDatabase.values()) {
            if (arguments.length == 0 || database.name().equals(arguments[0])) {
                new PeopleSpeed(database, arguments.length < 2 ? "" : arguments[1]).measure();
            }
        }
        System.exit(0);
    }

    private void measure() {
        fill();
        time("nothing but a transaction", () -> {});
        time("count", () -> people().count());
        time("first page", () -> page("", null, null, PeopleOrder.NAME, 0));
        time("middle page", () -> page("", null, null, PeopleOrder.NAME, 2_000));
        time("last page", () -> page("", null, null, PeopleOrder.NAME, 3_999));
        time("last page of co-workers", () -> kind(MemberKind.COWORKER, PeopleOrder.NAME, 3_500));
        time("last page of guests", () -> kind(MemberKind.GUEST, PeopleOrder.NAME, 390));
        time("newest", () -> page("", null, null, PeopleOrder.NEWEST, 0));
        time("oldest", () -> page("", null, null, PeopleOrder.NEWEST, 3_999));
        time("without a licence", () -> page("", null, false, PeopleOrder.NAME, 0));
        time("with a licence, last", () -> page("", null, true, PeopleOrder.NAME, 3_500));
        time("to assign", () -> container.get(LicenceService.class).countToAssign());
        for (String text : List.of("a", "an", "anib", "ani be", company.domain(), "zzzz")) {
            time("search " + text, () -> page(text, null, null, PeopleOrder.NAME, 0));
        }
        time("search a in guests", () -> page("a", MemberKind.GUEST, null, PeopleOrder.NAME, 0));
    }

    private PeopleService people() {
        return container.get(PeopleService.class);
    }

    private void kind(MemberKind kind, PeopleOrder order, int page) {
        page("", kind, null, order, page);
    }

    private void page(String text, MemberKind kind, Boolean licensed, PeopleOrder order, int page) {
        people().list(new PeopleQuery(text, kind, PeopleState.ACTIVE, licensed, order, page, SIZE));
    }

    private void time(String what, Runnable reading) {
        if (!what.contains(only)) {
            return;
        }
        long[] micros = new long[ROUNDS];
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            database.inTransaction(reading);
            micros[i % ROUNDS] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-10s %-40s fastest %7.1f ms  middle %7.1f ms  p95 %7.1f ms%n",
                database,
                what,
                micros[0] / 1e3,
                micros[ROUNDS / 2] / 1e3,
                micros[ROUNDS * 95 / 100] / 1e3);
    }

    private record Someone(long person, long member, String first, String last, MemberKind kind) {}

    private void fill() {
        LicenceService licences = container.get(LicenceService.class);
        database.inTransaction(
                () -> licences.setEdition(company.accountId(), Edition.PRO_PLUS, PEOPLE));
        for (int i = 0; i < PEOPLE; i += 1_000) {
            int from = i;
            database.inTransaction(() -> fill(from));
        }
        Statements statements = new Statements(database.dataSource());
        statements.update(
                "update licence_pool set assigned = (select count(*) from membership m"
                        + " where m.account_id = ? and m.licensed_at is not null)"
                        + " where account_id = ?",
                company.accountId(),
                company.accountId());
        statements.update(database == TestDatabase.H2 ? "analyze" : "vacuum analyze");
    }

    private void fill(int from) {
        IdRepository ids = container.get(IdRepository.class);
        List<Someone> some = new ArrayList<>();
        for (int i = from; i < from + 1_000; i++) {
            MemberKind kind = i % 10 == 0 ? MemberKind.GUEST : MemberKind.COWORKER;
            some.add(new Someone(ids.next(), ids.next(), name(2), name(3), kind));
        }
        Instant now = container.clock().instant();
        Statements statements = new Statements(database.dataSource());
        statements.batch(
                "insert into person (id, handle, email, email_key, first_name, last_name, language,"
                        + " theme, created_at, version) values (?, ?, ?, ?, ?, ?, 'en', 'SYSTEM',"
                        + " ?, 0)",
                some.stream()
                        .map(
                                one ->
                                        new Object[] {
                                            one.person(),
                                            UUID.randomUUID(),
                                            email(one).typed(),
                                            email(one).key(),
                                            one.first(),
                                            one.last(),
                                            InstantConverter.toColumn(now)
                                        }));
        statements.batch(
                "insert into membership (id, handle, account_id, person_id, kind, sort_key,"
                        + " joined_at, licensed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, 0)",
                some.stream().map(one -> membership(one, now.plus(Duration.ofSeconds(from)))));
        container
                .get(ContactService.class)
                .addForAll(some.stream().map(one -> contact(one)).toList());
    }

    private Object[] membership(Someone one, Instant joined) {
        boolean licensed = one.kind() == MemberKind.COWORKER && one.member() % 1_000 != 0;
        return new Object[] {
            one.member(),
            UUID.randomUUID(),
            company.accountId(),
            one.person(),
            one.kind().name(),
            FoldedText.sortKey(one.first() + " " + one.last()),
            InstantConverter.toColumn(joined),
            licensed ? InstantConverter.toColumn(joined) : null
        };
    }

    private Contact contact(Someone one) {
        return new Contact(
                company.accountId(),
                null,
                one.member(),
                ContactKind.valueOf(one.kind().name()),
                true,
                one.first() + " " + one.last(),
                null,
                email(one),
                null);
    }

    private EmailAddress email(Someone one) {
        return company.email(one.first() + "." + one.last() + one.person());
    }

    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            int at = 2 * random.nextInt(SYLLABLES.length() / 2);
            name.append(SYLLABLES, at, at + 2);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
