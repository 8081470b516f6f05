package beckon.web.contact;

import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import java.io.Serializable;
import java.util.Objects;

/** One line of the form for a contact: an address or a number as somebody types it. */
public class ContactLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private String text;
    private ContactLabel label;
    private String problem;

    ContactLine(String text, ContactLabel label) {
        this.text = text;
        this.label = label;
    }

    static ContactLine of(LabelledAddress address) {
        return new ContactLine(address.email().typed(), orOther(address.label()));
    }

    /** A number as people of the reader's country write it. */
    static ContactLine of(LabelledNumber number, String shown) {
        return new ContactLine(shown, orOther(number.label()));
    }

    private static ContactLabel orOther(ContactLabel label) {
        return label == null ? ContactLabel.OTHER : label;
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Objects.requireNonNullElse(text, "").strip();
    }

    public ContactLabel getLabel() {
        return label;
    }

    public void setLabel(ContactLabel label) {
        this.label = label;
    }

    /** What is wrong with it, in words; null: nothing. */
    public String getProblem() {
        return problem;
    }

    void complain(String words) {
        problem = words;
    }
}
