package beckon.exchange.boundary;

import beckon.account.boundary.AccountService;
import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.exchange.control.Importing;
import beckon.exchange.entity.Column;
import beckon.exchange.entity.ContactImport;
import beckon.exchange.entity.ImportRow;
import beckon.exchange.entity.RowOutcome;
import beckon.exchange.entity.Upload;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The door for files of contacts on their way into the caller's own book. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ImportService {

    @Inject CurrentCaller current;
    @Inject Importing importing;
    @Inject AccountService accounts;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Takes a file in, in the place of one that the caller had begun with; keeps nothing of it yet.
     *
     * @return the handle of the import
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, FILE_TYPE, FILE_BROKEN, TOO_MANY_ROWS
     */
    public UUID upload(@NotNull @Valid Upload file) {
        Caller owner = current.get();
        UUID handle = importing.take(owner, file, accounts.getHomeCountry(), clock.instant());
        record(owner, "import.uploaded", handle);
        return handle;
    }

    /**
     * Says what would become of every row; the book stays as it is.
     *
     * @param columns what the columns mean; of a vCard file none
     * @throws RefusalException NOT_FOUND, NO_COLUMN
     */
    public void check(@NotNull UUID handle, @NotNull List<Column> columns, boolean header) {
        importing.check(current.get(), handle, columns, header, accounts.getHomeCountry());
    }

    /**
     * Keeps the next rows, in one transaction, until {@link ContactImport#state} is DONE.
     *
     * @throws RefusalException NOT_FOUND
     */
    public ContactImport keepNext(@NotNull UUID handle) {
        Caller owner = current.get();
        importing.keepNext(owner, handle);
        return importing.show(owner, handle);
    }

    /**
     * @throws RefusalException NOT_FOUND
     */
    public ContactImport get(@NotNull UUID handle) {
        return importing.show(current.get(), handle);
    }

    /**
     * Rows in the order of the file.
     *
     * @param outcome null: all
     * @throws RefusalException NOT_FOUND
     */
    public Page<ImportRow> listRows(
            @NotNull UUID handle,
            RowOutcome outcome,
            @Min(0) int page,
            @Min(1) @Max(Page.MAX_SIZE) int size) {
        return importing.list(current.get(), handle, outcome, page, size);
    }

    /**
     * Forgets a file; what is kept of it stays in the book.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void forget(@NotNull UUID handle) {
        Caller owner = current.get();
        importing.forget(owner, handle);
        record(owner, "import.forgotten", handle);
    }

    private void record(Caller owner, String action, UUID handle) {
        audit.record(
                new AuditRecord(
                        owner.accountId(),
                        owner.membershipId(),
                        action,
                        handle.toString(),
                        AuditRecord.DONE,
                        null,
                        null));
    }
}
