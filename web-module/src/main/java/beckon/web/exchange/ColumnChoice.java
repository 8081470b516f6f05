package beckon.web.exchange;

import beckon.exchange.entity.Column;
import java.io.Serializable;

/** One column of a file, with what it holds and what its owner says that it means. */
public class ColumnChoice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String sample;
    private Column column;

    ColumnChoice(String name, String sample, Column column) {
        this.name = name;
        this.sample = sample;
        this.column = column;
    }

    /** As the first row calls it; empty if nothing does. */
    public String getName() {
        return name;
    }

    /** What the first rows hold. */
    public String getSample() {
        return sample;
    }

    public Column getColumn() {
        return column;
    }

    public void setColumn(Column column) {
        this.column = column;
    }
}
