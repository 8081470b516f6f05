package beckon.web.contact;

import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactCard;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.boundary.OpenInvitationService;
import beckon.invitation.entity.InvitationRow;
import beckon.web.shared.Messages;
import beckon.web.shared.SignedInMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The card of one contact, named by the request, with what one may do there. */
@Named
@RequestScoped
public class ContactCardView {
    @Inject private ContactService contacts;
    @Inject private OpenInvitationService open;
    @Inject private InvitationService invitations;
    @Inject private SignedInMember member;
    @Inject private ContactRequest request;
    @Inject private Messages messages;

    private boolean opened;
    private ContactCard contact;
    private List<InvitationRow> invited = List.of();

    public void open() {
        opened = true;
        contact = contacts.findCard(request.handle("contact")).orElse(null);
        if (contact != null && !contact.member()) {
            invited = open.listTo(keys(contact));
        }
    }

    /** Sends an open invitation of the contact anew, with a new link. */
    public void resend() {
        UUID invitation = request.handle("invitation");
        invitations.resend(invitation);
        open();
        if (contact != null) {
            messages.info("contact.card.resent", contact.displayName());
        }
    }

    private static List<String> keys(ContactCard card) {
        return Stream.concat(
                        card.emails().stream().map(address -> address.email().key()),
                        card.phones().stream().map(number -> number.phone().e164()))
                .toList();
    }

    /** Whether somebody asked for a contact that is not there, or not for them. */
    public boolean isMissing() {
        return opened && contact == null;
    }

    /** Whether there are entries for inviting, working or switched off. */
    public boolean isInvitable() {
        return contact != null
                && contact.own()
                && invited.isEmpty()
                && member.isInvitingShown()
                && !(contact.emails().isEmpty() && contact.phones().isEmpty());
    }

    public ContactCard getContact() {
        return contact;
    }

    /** The reader's open invitations of the contact. */
    public List<InvitationRow> getInvited() {
        return invited;
    }
}
