package beckon.exchange.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Caller;
import beckon.contact.boundary.ContactService;
import beckon.contact.boundary.PersonalContactService;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.PersonalContact;
import beckon.exchange.control.Importing;
import beckon.exchange.entity.ContactImport;
import beckon.exchange.entity.FileFormat;
import beckon.exchange.entity.ImportReason;
import beckon.exchange.entity.ImportRow;
import beckon.exchange.entity.ImportState;
import beckon.exchange.entity.RowOutcome;
import beckon.exchange.entity.Upload;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportServiceTest extends DatabaseTest {

    private static final String TWO =
            "Name,E-mail,Phone\nZoë Brun,zoe@x.example,06 12 34 56 78\nAdam,adam@x.example,\n";

    private TestContainer container;
    private TestCompany company;
    private ImportService imports;
    private ExportService exports;
    private ContactService contacts;
    private Caller ada;
    private Caller bob;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        imports = container.get(ImportService.class);
        exports = container.get(ExportService.class);
        contacts = container.get(ContactService.class);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Brun");
        callAs(ada);
    }

    @Test
    void nothingIsKeptBeforeItsOwnerSaysSo() {
        UUID file = upload(TWO);
        assertThat(get(file).state()).isEqualTo(ImportState.UPLOADED);

        check(file);

        assertThat(get(file).state()).isEqualTo(ImportState.CHECKED);
        assertThat(outcomes(file)).containsExactly(RowOutcome.NEW, RowOutcome.NEW);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatNobodyHasCheckedIsNotKept() {
        UUID file = upload(TWO);

        assertRefused(ImportReason.NOT_FOUND, () -> keepNext(file));

        assertThat(get(file).state()).isEqualTo(ImportState.UPLOADED);
    }

    @Test
    void whatIsBeingKeptIsNotCheckedAnew() {
        UUID file = upload(many(Importing.BATCH + 1));
        check(file);
        keepNext(file);

        assertRefused(
                ImportReason.NOT_FOUND,
                () -> {
                    check(file);
                    return null;
                });

        assertThat(get(file).state()).isEqualTo(ImportState.RUNNING);
    }

    @Test
    void fileItselfIsGoneOnceAllOfItIsKept() {
        UUID file = upload(TWO);
        check(file);

        keepNext(file);

        assertThat(get(file).state()).isEqualTo(ImportState.DONE);
        assertThat(
                        new Statements(database.dataSource())
                                .number(
                                        "select count(*) from exchange_import"
                                                + " where handle = ? and content is not null",
                                        file))
                .isZero();
    }

    @Test
    void rowsAreKeptInBatchesThatCanBeCounted() {
        int people = 2 * Importing.BATCH + 10;
        UUID file = upload(many(people));
        check(file);

        ContactImport begun = keepNext(file);
        assertThat(begun.state()).isEqualTo(ImportState.RUNNING);
        assertThat(begun.kept()).isEqualTo(Importing.BATCH);
        assertThat(keepNext(file).kept()).isEqualTo(2L * Importing.BATCH);
        ContactImport done = keepNext(file);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.kept()).isEqualTo(people);
        assertThat(contacts.count().personal()).isEqualTo(people);
        assertThat(keepNext(file).kept()).isEqualTo(people);
    }

    @Test
    void fileThatComesAgainBringsNothingTwice() {
        importAll(TWO);
        assertThat(names()).containsExactly("Adam", "Zoë Brun");

        UUID again = upload(TWO);
        check(again);
        assertThat(outcomes(again)).containsExactly(RowOutcome.KNOWN, RowOutcome.KNOWN);
        assertThat(keepNext(again).state()).isEqualTo(ImportState.DONE);
        assertThat(names()).hasSize(2);
    }

    @Test
    void whatGoesOutComesInAgainWithoutAChange() {
        importAll(
                "Name,Company,E-mail (work),E-mail (home),Mobile phone,Phone,Note\n"
                        + "Zoë Brun,Brun & Co,zoe@work.example ::: z2@work.example,"
                        + "zoe@home.example,+33612345678,+33142685300,\"=1+1\nline two\"\n"
                        + "\"=HYPERLINK(1)\",,evil@x.example,,,,\n"
                        + "No Address,,,,,,\n");
        List<PersonalContact> before = book();

        for (FileFormat format : FileFormat.values()) {
            String file = new String(exports.export(format), StandardCharsets.UTF_8);
            UUID again = upload(file);
            check(again);
            assertThat(outcomes(again)).as(format.name()).containsOnly(RowOutcome.KNOWN).hasSize(3);
            callAs(bob);
            importAll(file);
            assertThat(book()).as(format.name()).isEqualTo(before);
            book().forEach(contact -> removeAll());
            callAs(ada);
        }
    }

    @Test
    void exportedSheetHoldsNoFormula() {
        importAll("Name,Note,E-mail\n\"=cmd|' /C calc'!A0\",@SUM(1),zoe@x.example\n");

        String sheet = new String(exports.export(FileFormat.CSV), StandardCharsets.UTF_8);

        assertThat(sheet).startsWith("\ufeff").contains("'=cmd|", "'@SUM");
        assertThat(sheet.lines().flatMap(line -> List.of(line.split(",")).stream()))
                .noneMatch(cell -> cell.replace("\"", "").matches("[=+@-].*"));
    }

    @Test
    void whoIsThereGetsWhatTheyHadNot() {
        importAll(TWO);

        UUID file = upload("Name,E-mail,E-mail 2,Phone\nZoë,ZOE@x.example,more@x.example,\n");
        check(file);
        assertThat(outcomes(file)).containsExactly(RowOutcome.COMPLETED);
        keepNext(file);

        assertThat(names()).containsExactly("Adam", "Zoë Brun");
        assertThat(search("more@x")).containsExactly("Zoë Brun");
    }

    @Test
    void onePersonInSeveralRowsIsOneContact() {
        importAll(
                "Name,E-mail,Phone\nZoë,z@x.example,\nZoë,z@x.example,0612345678\nZoë,Z@X.example,");

        assertThat(names()).containsExactly("Zoë");
        assertThat(search("612345")).containsExactly("Zoë");
    }

    @Test
    void familyWithOneNumberStaysApart() {
        importAll("Name,Phone\nAnn,0142685300\nBen,0142685300\nAnn,0142685300\n");

        assertThat(names()).containsExactly("Ann", "Ben");
    }

    @Test
    void badRowIsSaidSoAndHoldsNothingUp() {
        UUID file = upload("Name,E-mail,Note\n,,nobody\nZoë,not an address,\n");
        check(file);

        List<ImportRow> rows = imports.listRows(file, null, 0, 50).rows();
        assertThat(rows)
                .extracting(ImportRow::outcome)
                .containsExactly(RowOutcome.INVALID, RowOutcome.NEW);
        assertThat(rows.get(1).remarks()).hasSize(1);
        assertThat(imports.listRows(file, RowOutcome.INVALID, 0, 50).total()).isEqualTo(1);
        keepNext(file);
        assertThat(names()).containsExactly("Zoë");
    }

    @Test
    void othersFilesAndBooksAreNotThere() {
        UUID file = upload(TWO);
        check(file);

        for (Caller stranger : List.of(bob, new TestCompany(database, container).admin("Eve"))) {
            callAs(stranger);
            assertRefused(ImportReason.NOT_FOUND, () -> get(file));
            assertRefused(ImportReason.NOT_FOUND, () -> imports.listRows(file, null, 0, 9));
            assertRefused(ImportReason.NOT_FOUND, () -> keepNext(file));
            assertRefused(
                    ImportReason.NOT_FOUND,
                    () -> {
                        check(file);
                        return null;
                    });
            assertRefused(
                    ImportReason.NOT_FOUND,
                    () -> {
                        database.inTransaction(() -> imports.forget(file));
                        return null;
                    });
            assertThat(names()).isEmpty();
            assertThat(new String(exports.export(FileFormat.CSV), StandardCharsets.UTF_8))
                    .doesNotContain("Zoë");
        }
        callAs(ada);
        assertThat(get(file).rows()).isEqualTo(2);
    }

    @Test
    void fileIsForgottenADayLaterAndWhenAnotherComes() {
        UUID first = upload(TWO);
        UUID second = upload(TWO);
        assertRefused(ImportReason.NOT_FOUND, () -> get(first));

        container.clock().move(Duration.ofHours(25));
        database.inTransaction(() -> container.get(ImportSweeperTimer.class).sweep());

        assertRefused(ImportReason.NOT_FOUND, () -> get(second));
    }

    @Test
    void whatIsTooLargeOrEmptyIsRefused() {
        assertRefused(ImportReason.EMPTY_FILE, () -> upload(""));
        assertRefused(ImportReason.EMPTY_FILE, () -> upload(" \n"));
        assertRefused(ImportReason.FILE_TOO_LARGE, () -> upload("x".repeat(10_000_001)));
        UUID plain = upload("Birthday\n1 May\n");
        assertRefused(
                ImportReason.NO_COLUMN,
                () -> {
                    check(plain);
                    return null;
                });
    }

    private void removeAll() {
        PersonalContactService personal = container.get(PersonalContactService.class);
        rows("").forEach(
                        row ->
                                database.inTransaction(
                                        () -> {
                                            personal.remove(row.handle());
                                        }));
    }

    private List<PersonalContact> book() {
        return rows("").stream()
                .map(row -> contacts.findCard(row.handle()).orElseThrow())
                .map(ContactCard::toPersonal)
                .map(ImportServiceTest::inOrder)
                .toList();
    }

    /** Files know no order of addresses with different labels. */
    private static PersonalContact inOrder(PersonalContact contact) {
        return new PersonalContact(
                contact.name(),
                contact.company(),
                contact.emails().stream()
                        .sorted(
                                java.util.Comparator.comparing(
                                        (LabelledAddress one) -> one.email().key()))
                        .toList(),
                contact.phones().stream()
                        .sorted(java.util.Comparator.comparing(one -> one.phone().e164()))
                        .toList(),
                contact.note());
    }

    private void importAll(String text) {
        UUID file = upload(text);
        check(file);
        ContactImport state = keepNext(file);
        while (state.state() != ImportState.DONE) {
            state = keepNext(file);
        }
    }

    private UUID upload(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return database.inTransaction(
                () ->
                        imports.upload(
                                new Upload(
                                        "people.csv",
                                        new ByteArrayInputStream(octets),
                                        octets.length)));
    }

    private void check(UUID file) {
        ContactImport shown = get(file);
        if (shown.format() == FileFormat.CSV) {
            database.inTransaction(() -> imports.check(file, shown.columns(), shown.header()));
        }
    }

    private ContactImport keepNext(UUID file) {
        return database.inTransaction(() -> imports.keepNext(file));
    }

    private ContactImport get(UUID file) {
        return imports.get(file);
    }

    private List<RowOutcome> outcomes(UUID file) {
        return imports.listRows(file, null, 0, 100).rows().stream()
                .map(ImportRow::outcome)
                .toList();
    }

    private List<String> names() {
        return search("");
    }

    private List<String> search(String text) {
        return rows(text).stream().map(ContactRow::displayName).toList();
    }

    private List<ContactRow> rows(String text) {
        return contacts.list(new ContactQuery(ContactGroup.PERSONAL, text, 0, 100)).rows();
    }

    private static String many(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> "Person " + i + ",p" + i + "@x.example")
                .collect(Collectors.joining("\n", "Name,E-mail\n", "\n"));
    }

    private static void assertRefused(ImportReason reason, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private void callAs(Caller caller) {
        container.callAs(caller.principalName());
    }
}
