package beckon.web.contact;

import beckon.contact.boundary.ContactService;
import beckon.contact.boundary.PersonalContactService;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.PersonalContact;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.Numbers;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The form for a personal contact: a new one, or one that is there. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class ContactEditView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private ContactService contacts;
    @Inject private PersonalContactService personal;
    @Inject private ContactRequest request;
    @Inject private ContactLines lines;
    @Inject private Numbers numbers;
    @Inject private Messages messages;

    private UUID handle;
    private String name = "";
    private String company = "";
    private String note = "";
    private List<ContactLine> emails = new ArrayList<>();
    private List<ContactLine> phones = new ArrayList<>();
    private String problem;

    /** Shows an empty form, or the contact that the request names. */
    public void begin() {
        ContactCard card =
                request.has("contact")
                        ? contacts.findCard(request.handle("contact"))
                                .filter(ContactCard::own)
                                .orElse(null)
                        : null;
        if (card == null && request.has("contact")) {
            messages.error("contact.card.missing");
            answer("ready", false);
            return;
        }
        show(card);
        answer("ready", true);
    }

    private void show(ContactCard card) {
        handle = card == null ? null : card.handle();
        name = card == null ? "" : card.displayName();
        company = card == null || card.company() == null ? "" : card.company();
        note = card == null || card.note() == null ? "" : card.note();
        emails = card == null ? new ArrayList<>() : lines.addresses(card);
        phones = card == null ? new ArrayList<>() : lines.numbers(card, numbers);
        problem = null;
        if (emails.isEmpty()) {
            addEmail();
        }
        if (phones.isEmpty()) {
            addPhone();
        }
    }

    public void addEmail() {
        emails.add(new ContactLine("", ContactLabel.WORK));
    }

    public void addPhone() {
        phones.add(new ContactLine("", ContactLabel.MOBILE));
    }

    public void dropEmail(ContactLine line) {
        emails.remove(line);
    }

    public void dropPhone(ContactLine line) {
        phones.remove(line);
    }

    /** Keeps what was typed; a line that is no address or number stays, with the reason. */
    public void save() {
        problem = null;
        answer("saved", false);
        var addresses = lines.readAddresses(emails);
        var read = lines.readNumbers(phones, numbers.getHome());
        if (!lines.areFine(emails) || !lines.areFine(phones)) {
            problem = messages.text("contact.edit.lines");
            return;
        }
        try {
            keep(new PersonalContact(nameOrAddress(), company, addresses, read, note));
        } catch (RefusalException refusal) {
            problem = messages.words(refusal);
        }
    }

    private void keep(PersonalContact contact) {
        if (handle == null) {
            handle = personal.add(contact);
            messages.info("contact.edit.added", contact.name());
        } else {
            personal.change(handle, contact);
            messages.info("contact.edit.changed", contact.name());
        }
        answer("saved", true);
    }

    /** Whoever types no name means the address, or the number. */
    private String nameOrAddress() {
        return !name.isBlank()
                ? name
                : List.of(emails, phones).stream()
                        .flatMap(List::stream)
                        .filter(line -> !line.isEmpty())
                        .map(ContactLine::getText)
                        .findFirst()
                        .orElse("");
    }

    private static void answer(String key, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(key, value);
    }

    public boolean isNew() {
        return handle == null;
    }

    public boolean isRoomForEmails() {
        return emails.size() < PersonalContact.MOST_EACH;
    }

    public boolean isRoomForPhones() {
        return phones.size() < PersonalContact.MOST_EACH;
    }

    public List<ContactLabel> getEmailLabels() {
        return List.of(ContactLabel.WORK, ContactLabel.HOME, ContactLabel.OTHER);
    }

    public List<ContactLabel> getPhoneLabels() {
        return List.of(ContactLabel.values());
    }

    public String getProblem() {
        return problem;
    }

    public List<ContactLine> getEmails() {
        return emails;
    }

    public List<ContactLine> getPhones() {
        return phones;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
