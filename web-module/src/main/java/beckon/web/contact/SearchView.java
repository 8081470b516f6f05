package beckon.web.contact;

import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationRow;
import beckon.shared.Page;
import beckon.web.shared.SignedInMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The search of the header: people first, then invitations. */
@Named
@RequestScoped
public class SearchView {
    private static final int PEOPLE = 6;
    private static final int INVITATIONS = 3;
    private static final int LONGEST_TEXT = 100;

    @Inject private ContactService contacts;
    @Inject private InvitationService invitations;
    @Inject private SignedInMember member;

    private String text = "";
    private boolean searched;
    private Page<ContactRow> people = new Page<>(List.of(), 0, 0, PEOPLE);
    private List<InvitationRow> invited = List.of();

    public void search() {
        if (text.isBlank()) {
            return;
        }
        searched = true;
        people = contacts.list(new ContactQuery(ContactGroup.ALL, text, 0, PEOPLE));
        invited =
                invitations
                        .list(
                                new InvitationQuery(
                                        null, text.strip(), member.isAdmin(), 0, INVITATIONS))
                        .rows();
    }

    public boolean isSearched() {
        return searched;
    }

    public boolean isNoMatch() {
        return searched && people.rows().isEmpty() && invited.isEmpty();
    }

    public Page<ContactRow> getPeople() {
        return people;
    }

    public List<InvitationRow> getInvited() {
        return invited;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        String wanted = text == null ? "" : text;
        this.text = wanted.substring(0, Math.min(wanted.length(), LONGEST_TEXT));
    }
}
