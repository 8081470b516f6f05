package beckon.web.exchange;

import beckon.exchange.boundary.ImportService;
import beckon.exchange.entity.Column;
import beckon.exchange.entity.ContactImport;
import beckon.exchange.entity.FileFormat;
import beckon.exchange.entity.ImportRow;
import beckon.exchange.entity.ImportState;
import beckon.exchange.entity.RowOutcome;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/** A file of contacts from the choice of its columns to the list of what became of its rows. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class ImportView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @Inject private ImportService imports;
    @Inject private Messages messages;

    private UUID handle;
    private boolean header;
    private boolean mapping;
    private List<ColumnChoice> choices = new ArrayList<>();
    private RowOutcome outcome;
    private int number;
    private transient ContactImport file;
    private transient Page<ImportRow> page;

    /** Finds the file that the address names; one that is not there is none. */
    public void open() {
        if (handle == null) {
            return;
        }
        try {
            show(imports.get(handle));
            choose();
        } catch (RefusalException gone) {
            handle = null;
            messages.refuse(gone);
        }
    }

    private void show(ContactImport shown) {
        file = shown;
        page = null;
    }

    private void choose() {
        header = getFile().header();
        mapping = getFile().format() == FileFormat.CSV && is(ImportState.UPLOADED);
        choices = ColumnChoices.of(getFile(), header);
    }

    /** Judges every row by what the columns mean now. */
    public void check() {
        List<Column> columns = choices.stream().map(ColumnChoice::getColumn).toList();
        try {
            imports.check(handle, columns, header);
            mapping = false;
            narrow(null);
        } catch (RefusalException refusal) {
            messages.refuse(refusal);
        }
        show(imports.get(handle));
    }

    /** Lets the columns be chosen again. */
    public void map() {
        mapping = true;
    }

    /** Keeps the next rows, and tells the page whether there are more. */
    public void keepNext() {
        show(imports.keepNext(handle));
        PrimeFaces.current().ajax().addCallbackParam("more", !is(ImportState.DONE));
    }

    /** Forgets the file, and begins with another. */
    public void forget() {
        imports.forget(handle);
        handle = null;
        file = null;
    }

    /** Shows the rows of one outcome only; null: all again. */
    public void narrow(RowOutcome wanted) {
        outcome = wanted;
        number = 0;
        page = null;
    }

    public void showNext() {
        number++;
        page = null;
    }

    public void showPrevious() {
        number = Math.max(0, number - 1);
        page = null;
    }

    public ContactImport getFile() {
        if (file == null && handle != null) {
            file = imports.get(handle);
        }
        return file;
    }

    public Page<ImportRow> getPage() {
        if (page == null) {
            page = imports.listRows(handle, outcome, number, SIZE);
        }
        return page;
    }

    public boolean isPaged() {
        return number > 0 || getPage().hasNext();
    }

    private boolean is(ImportState state) {
        return getFile().state() == state;
    }

    public boolean isChoosing() {
        return handle == null;
    }

    public boolean isMapping() {
        return handle != null && mapping;
    }

    public boolean isChecked() {
        return handle != null && !mapping && is(ImportState.CHECKED);
    }

    public boolean isRunning() {
        return handle != null && is(ImportState.RUNNING);
    }

    public boolean isDone() {
        return handle != null && is(ImportState.DONE);
    }

    public boolean isMappable() {
        return isChecked() && getFile().format() == FileFormat.CSV;
    }

    /** The outcomes that some row has. */
    public List<RowOutcome> getOutcomes() {
        return Stream.of(RowOutcome.values())
                .filter(each -> getFile().outcomes().containsKey(each))
                .toList();
    }

    public List<Column> getColumns() {
        return List.of(Column.values());
    }

    public List<ColumnChoice> getChoices() {
        return choices;
    }

    public RowOutcome getOutcome() {
        return outcome;
    }

    public int getNumber() {
        return number;
    }

    public boolean isHeader() {
        return header;
    }

    public void setHeader(boolean header) {
        this.header = header;
    }

    public String getHandle() {
        return handle == null ? null : handle.toString();
    }

    /** Takes a file from the address; what is no handle is nobody's. */
    public void setHandle(String text) {
        try {
            handle = text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            handle = new UUID(0, 0);
        }
    }
}
