package beckon.web.admin;

import java.io.Serializable;

/** How long something is open, as two fields of a form: a count and its unit. */
public class OpenFor implements Serializable {
    private static final long serialVersionUID = 1L;

    private Integer count;
    private ExpiryUnit unit;

    OpenFor(int hours) {
        unit = ExpiryUnit.of(hours);
        count = unit.count(hours);
    }

    int hours() {
        return unit.toHours(count);
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    public ExpiryUnit getUnit() {
        return unit;
    }

    public void setUnit(ExpiryUnit unit) {
        this.unit = unit;
    }
}
