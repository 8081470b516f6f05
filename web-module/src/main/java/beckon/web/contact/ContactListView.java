package beckon.web.contact;

import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.shared.Page;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** One list of the address book, filtered as somebody types, a page at a time. */
@Named
@ViewScoped
public class ContactListView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_TEXT = 100;

    @SuppressWarnings("serial") // what the container injects is serialisable
    @Inject
    private ContactService contacts;

    private ContactGroup group = ContactGroup.ALL;
    private ContactBadge badge;
    private String text = "";
    private int number;
    private transient Page<ContactRow> page;
    private transient ContactCounts counts;

    public void open(ContactGroup wanted) {
        group = wanted;
    }

    public void filter() {
        show(0);
    }

    /** Narrows the list to one badge; null: everybody again. */
    public void choose(ContactBadge wanted) {
        badge = wanted;
        show(0);
    }

    public void clear() {
        text = "";
        badge = null;
        show(0);
    }

    public void showNext() {
        show(number + 1);
    }

    public void showPrevious() {
        show(Math.max(0, number - 1));
    }

    /** Reads lists and numbers anew. */
    public void refresh() {
        show(number);
        counts = null;
    }

    private void show(int wanted) {
        number = wanted;
        page = null;
    }

    public Page<ContactRow> getPage() {
        if (page == null) {
            page = contacts.list(new ContactQuery(group, badge, text, number, PAGE_SIZE));
        }
        return page;
    }

    public ContactCounts getCounts() {
        if (counts == null) {
            counts = contacts.count();
        }
        return counts;
    }

    /** The place of the page's first row in the whole list, counted from 1. */
    public long getFirst() {
        return (long) number * PAGE_SIZE + 1;
    }

    /** The place of the page's last row in the whole list. */
    public long getLast() {
        return (long) number * PAGE_SIZE + getPage().rows().size();
    }

    public boolean isFiltered() {
        return !text.isBlank() || badge != null;
    }

    /** The badges that somebody in this list may have, and others not. */
    public List<ContactBadge> getBadges() {
        return switch (group) {
            case ALL -> List.of(ContactBadge.values());
            case COMPANY -> List.of(ContactBadge.ADMIN, ContactBadge.NOT_ACTIVATED);
            case GUESTS -> List.of(ContactBadge.NOT_ACTIVATED);
            case PERSONAL -> List.of();
        };
    }

    public ContactBadge getBadge() {
        return badge;
    }

    public String getBadgeName() {
        return badge == null ? null : badge.name();
    }

    /** Takes a badge from the address; an unknown one narrows nothing. */
    public void setBadgeName(String name) {
        badge =
                Stream.of(ContactBadge.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    public boolean isPaged() {
        return number > 0 || getPage().hasNext();
    }

    /** As what an invitation from this list invites. */
    public String getInviteAs() {
        return group == ContactGroup.GUESTS ? "GUEST" : "AUTOMATIC";
    }

    public ContactGroup getGroup() {
        return group;
    }

    public int getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        String wanted = text == null ? "" : text;
        this.text = wanted.substring(0, Math.min(wanted.length(), LONGEST_TEXT));
    }
}
