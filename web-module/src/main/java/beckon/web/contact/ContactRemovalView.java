package beckon.web.contact;

import beckon.contact.boundary.PersonalContactService;
import beckon.contact.entity.PersonalContact;
import beckon.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Takes a contact away, and brings the one that was taken away last back. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, and a record of values is what is kept
public class ContactRemovalView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PersonalContactService personal;
    @Inject private ContactRequest request;
    @Inject private Messages messages;

    private RemovedContact removed;

    public void remove() {
        removed = RemovedContact.of(personal.remove(request.handle("contact")));
    }

    public void undo() {
        if (removed != null) {
            PersonalContact contact = removed.toPersonal();
            removed = null;
            personal.add(contact);
            messages.info("contact.undo.done", contact.name());
        }
    }

    /** Leaves it taken away. */
    public void forget() {
        removed = null;
    }

    /** Whom one could bring back; null: nobody. */
    public String getName() {
        return removed == null ? null : removed.name();
    }
}
