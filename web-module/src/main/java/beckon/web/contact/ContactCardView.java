package beckon.web.contact;

import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The card of one contact, named by the request. */
@Named
@RequestScoped
public class ContactCardView {
    @Inject private ContactService contacts;

    private boolean opened;
    private ContactRow contact;

    public void open() {
        opened = true;
        contact = contacts.find(wanted()).orElse(null);
    }

    /** Whether somebody asked for a contact that is not there, or not for them. */
    public boolean isMissing() {
        return opened && contact == null;
    }

    public ContactRow getContact() {
        return contact;
    }

    private static UUID wanted() {
        String handle =
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("contact");
        try {
            return UUID.fromString(handle);
        } catch (IllegalArgumentException | NullPointerException e) {
            return new UUID(0, 0);
        }
    }
}
