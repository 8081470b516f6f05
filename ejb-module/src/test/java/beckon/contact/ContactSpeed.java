package beckon.contact;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactBookService;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.TestDatabase;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures how long reading takes in a company of 100,000 people, on both databases.
 *
 * <p>Run by hand; prints the middle and the slowest twentieth of each kind of reading, on the
 * database that the first argument names, of those whose name has the second in it. PostgreSQL is
 * connected to anew each time, which a server does not; what that costs stands in the first line.
 */
public final class ContactSpeed {

    private static final int PEOPLE = 100_000;
    private static final int OWN = 10_000;
    private static final int ROUNDS = 60;
    private static final String SYLLABLES = "anbeciduelfogahinojakulamonuparisetova";

    private final TestDatabase database;
    private final String only;
    private final TestContainer container;
    private final TestCompany company;
    private final Caller admin;
    private final Random random = new Random(7);

    private ContactSpeed(TestDatabase database, String only) {
        this.database = database;
        this.only = only;
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        admin = company.admin("Ada");
    }

    /** Measures. */
    public static void main(String... arguments) throws SQLException {
        for (TestDatabase database : TestDatabase.values()) {
            if (arguments.length == 0 || database.name().equals(arguments[0])) {
                new ContactSpeed(database, arguments.length < 2 ? "" : arguments[1]).measure();
            }
        }
        System.exit(0);
    }

    private void measure() throws SQLException {
        fill();
        time("nothing but a transaction", () -> {});
        container.callAs(admin.principalName());
        ContactService contacts = container.get(ContactService.class);
        time("count", () -> contacts.count());
        for (ContactGroup group : ContactGroup.values()) {
            time("first page of " + group, () -> list(group, "", 0));
        }
        time("middle page", () -> list(ContactGroup.ALL, "", PEOPLE / 100));
        time("last page", () -> list(ContactGroup.ALL, "", PEOPLE / 50 - 1));
        for (String text :
                List.of(
                        "a",
                        "an",
                        "ani",
                        "anib",
                        "ani be",
                        "a b",
                        company.domain(),
                        "06 12",
                        "123456",
                        "5",
                        "zzzz",
                        "guest",
                        "x@")) {
            time("search " + text, () -> list(ContactGroup.ALL, text, 0));
        }
        for (ContactBadge badge : ContactBadge.values()) {
            time("first page of " + badge, () -> list(badge, ""));
            time("search a of " + badge, () -> list(badge, "a"));
        }
        fillBook();
        time("own book: first page", () -> list(ContactGroup.PERSONAL, "", 0));
        for (String text : List.of("a", "ani be", "06 12", "own.example", "zzzz")) {
            time("own book: search " + text, () -> list(ContactGroup.PERSONAL, text, 0));
            time("with own book: search " + text, () -> list(ContactGroup.ALL, text, 0));
        }
        for (String text : List.of("a", "an", "anib", "ani be", "a b", "06 12", "zzzz")) {
            time("numbers of " + text, () -> numbers(text));
        }
        time("search a in guests", () -> list(ContactGroup.GUESTS, "a", 0));
        time("search domain in guests", () -> list(ContactGroup.GUESTS, company.domain(), 0));
        Caller guest = company.guest("Gina", admin);
        container.callAs(guest.principalName());
        time("guest: first page", () -> list(ContactGroup.ALL, "", 0));
        time("guest: search a", () -> list(ContactGroup.ALL, "a", 0));
        time("guest: count", () -> contacts.count());
        time("guest: numbers of a", () -> numbers("a"));
    }

    private void numbers(String text) {
        container.get(ContactService.class).listNumbers(text, 8);
    }

    private void list(ContactBadge badge, String text) {
        container
                .get(ContactService.class)
                .list(new ContactQuery(ContactGroup.ALL, badge, text, 0, 50));
    }

    private void list(ContactGroup group, String text, int page) {
        container.get(ContactService.class).list(new ContactQuery(group, text, page, 50));
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

    private void fill() throws SQLException {
        ContactService contacts = container.get(ContactService.class);
        for (int i = 0; i < PEOPLE; i += 1_000) {
            List<Contact> some = new ArrayList<>();
            for (int j = 0; j < 1_000; j++) {
                some.add(someone(i + j));
            }
            database.inTransaction(() -> contacts.addForAll(some));
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(database == TestDatabase.H2 ? "analyze" : "vacuum analyze");
        }
    }

    /** Fills the admin's own book as an import of 10,000 rows does. */
    private void fillBook() {
        ContactBookService books = container.get(ContactBookService.class);
        for (int i = 0; i < OWN; i += 1_000) {
            List<PersonalContact> some = new ArrayList<>();
            for (int j = 0; j < 1_000; j++) {
                some.add(friend(i + j));
            }
            database.inTransaction(() -> books.merge(some));
        }
    }

    private PersonalContact friend(int number) {
        String name = name(2) + " " + name(3);
        return new PersonalContact(
                name,
                null,
                List.of(
                        address("f" + number + "@own.example"),
                        address("g" + number + "@own.example")),
                List.of(
                        new LabelledNumber(
                                new PhoneNumber("+336" + (10_000_000 + random.nextInt(90_000_000))),
                                null)),
                null);
    }

    private static LabelledAddress address(String text) {
        return new LabelledAddress(EmailAddress.of(text), null);
    }

    private Contact someone(int number) {
        String first = name(2);
        String last = name(3);
        MemberKind kind = number % 10 == 0 ? MemberKind.GUEST : MemberKind.COWORKER;
        return new Contact(
                company.accountId(),
                null,
                null,
                ContactKind.valueOf(kind.name()),
                true,
                first + " " + last,
                null,
                company.email(first + "." + last + number),
                "+336" + (10_000_000 + random.nextInt(90_000_000)));
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
