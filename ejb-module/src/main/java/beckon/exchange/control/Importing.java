package beckon.exchange.control;

import beckon.account.entity.Caller;
import beckon.contact.boundary.ContactBookService;
import beckon.contact.entity.BookOutcome;
import beckon.contact.entity.PersonalContact;
import beckon.exchange.control.ImportRepository.Head;
import beckon.exchange.control.ImportRepository.NewFile;
import beckon.exchange.entity.Column;
import beckon.exchange.entity.ContactImport;
import beckon.exchange.entity.FileFormat;
import beckon.exchange.entity.ImportReason;
import beckon.exchange.entity.ImportRow;
import beckon.exchange.entity.ImportState;
import beckon.exchange.entity.RowOutcome;
import beckon.exchange.entity.Upload;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes a file of contacts from its octets to rows in its owner's book. */
@ApplicationScoped
public class Importing {
    /** So many rows are kept in one transaction. */
    public static final int BATCH = 250;

    private static final int SAMPLE = 4;
    private static final int LONGEST_SAMPLE = 60;
    private static final int LONGEST_NAME = 120;
    private static final Set<Column> NAMING =
            EnumSet.complementOf(EnumSet.of(Column.IGNORED, Column.COMPANY, Column.NOTE));

    private ImportRepository imports;
    private ImportRowRepository rows;
    private ContactBookService books;

    protected Importing() {}

    @Inject
    public Importing(ImportRepository imports, ImportRowRepository rows, ContactBookService books) {
        this.imports = imports;
        this.rows = rows;
        this.books = books;
    }

    /**
     * Takes a file in; one of vCards, which has no columns, is checked at once.
     *
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, FILE_TYPE, FILE_BROKEN, TOO_MANY_ROWS
     */
    public UUID take(Caller owner, Upload upload, String homeCountry, Instant now) {
        byte[] octets = FileText.octets(upload.octets(), upload.declaredSize());
        String text = FileText.decode(octets);
        String called = fileName(upload.name());
        if (VCards.isVCard(text)) {
            NewFile file = new NewFile(called, FileFormat.VCARD, octets, List.of(), false);
            UUID handle = imports.add(owner, file, now);
            check(owner, handle, List.of(), false, homeCountry);
            return handle;
        }
        List<List<String>> table = CsvTable.rows(text);
        boolean header = ColumnGuess.hasHeader(table);
        return imports.add(
                owner,
                new NewFile(
                        called, FileFormat.CSV, octets, ColumnGuess.guess(table, header), header),
                now);
    }

    private static String fileName(String typed) {
        String name =
                PersonalContact.line(typed == null ? "" : typed).replaceFirst("^.*[/\\\\]", "");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Forgets an import that is not wanted any more. */
    public void forget(Caller owner, UUID handle) {
        imports.remove(imports.get(owner, handle).id());
    }

    /**
     * Reads and judges every row; the book stays as it is.
     *
     * @param columns what the columns of a CSV file mean
     * @throws RefusalException NOT_FOUND, NO_COLUMN, TOO_MANY_ROWS, FILE_BROKEN
     */
    public void check(
            Caller owner, UUID handle, List<Column> columns, boolean header, String homeCountry) {
        Head head = imports.get(owner, handle);
        List<Draft> drafts = drafts(head, columns, header, homeCountry);
        if (!imports.check(head.id(), columns, header)) {
            throw new RefusalException(ImportReason.NOT_FOUND);
        }
        rows.replace(head.id(), judge(drafts));
    }

    private List<Draft> drafts(
            Head head, List<Column> columns, boolean header, String homeCountry) {
        String text = FileText.decode(imports.content(head.id()));
        if (head.format() == FileFormat.VCARD) {
            return VCards.drafts(text, homeCountry);
        }
        if (columns.stream().noneMatch(NAMING::contains)) {
            throw new RefusalException(ImportReason.NO_COLUMN);
        }
        List<List<String>> table = CsvTable.rows(text);
        List<List<String>> body = header ? table.subList(1, table.size()) : table;
        if (body.size() > CsvTable.MOST_ROWS) {
            throw CsvTable.tooManyRows();
        }
        return CsvRows.drafts(body, columns, homeCountry);
    }

    private List<ReadRow> judge(List<Draft> drafts) {
        List<Optional<PersonalContact>> contacts = drafts.stream().map(Draft::contact).toList();
        Iterator<BookOutcome> outcomes =
                books.foresee(contacts.stream().flatMap(Optional::stream).toList()).iterator();
        List<ReadRow> judged = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            PersonalContact contact = contacts.get(i).orElse(null);
            judged.add(
                    new ReadRow(
                            i + 1,
                            contact,
                            contact == null ? RowOutcome.INVALID : outcome(outcomes.next()),
                            drafts.get(i).remarks()));
        }
        return judged;
    }

    private static RowOutcome outcome(BookOutcome outcome) {
        return RowOutcome.valueOf(outcome.name());
    }

    /**
     * Keeps the next rows; whoever calls it again when all are kept changes nothing.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void keepNext(Caller owner, UUID handle) {
        Head head = imports.get(owner, handle);
        if (!imports.begin(head.id())) {
            if (head.state() == ImportState.UPLOADED) {
                throw new RefusalException(ImportReason.NOT_FOUND);
            }
            return;
        }
        List<ReadRow> next = rows.listToKeep(head.id(), BATCH);
        if (!next.isEmpty()) {
            List<BookOutcome> outcomes = books.merge(next.stream().map(ReadRow::contact).toList());
            rows.settle(
                    head.id(),
                    next.stream().map(ReadRow::number).toList(),
                    outcomes.stream().map(Importing::outcome).toList());
        }
        if (next.size() < BATCH) {
            imports.finish(head.id());
        }
    }

    /**
     * @throws RefusalException NOT_FOUND
     */
    public ContactImport show(Caller owner, UUID handle) {
        Head head = imports.get(owner, handle);
        boolean mapping = head.format() == FileFormat.CSV && head.state() != ImportState.DONE;
        return new ContactImport(
                head.handle(),
                head.fileName(),
                head.format(),
                head.state(),
                head.columns(),
                head.header(),
                mapping ? sample(head.id()) : List.of(),
                rows.count(head.id()),
                rows.countKept(head.id()));
    }

    private List<List<String>> sample(long id) {
        return CsvTable.sample(
                CsvTable.rows(FileText.decode(imports.content(id))), SAMPLE, LONGEST_SAMPLE);
    }

    /**
     * Rows with what becomes of them, in the order of the file.
     *
     * @param outcome null: all
     */
    public Page<ImportRow> list(
            Caller owner, UUID handle, RowOutcome outcome, int number, int size) {
        Head head = imports.get(owner, handle);
        Map<RowOutcome, Long> counts = rows.count(head.id());
        long total =
                outcome == null
                        ? counts.values().stream().mapToLong(Long::longValue).sum()
                        : counts.getOrDefault(outcome, 0L);
        return new Page<>(
                rows.list(head.id(), outcome, (long) number * size, size), total, number, size);
    }

    /** Forgets files that came before a moment, kept or not. */
    public int sweep(Instant before) {
        return imports.removeBefore(before);
    }
}
