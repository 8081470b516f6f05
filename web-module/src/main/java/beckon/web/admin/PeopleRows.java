package beckon.web.admin;

import beckon.account.entity.MemberKind;
import beckon.licence.boundary.LicenceService;
import beckon.licence.boundary.PeopleService;
import beckon.licence.entity.PeopleCounts;
import beckon.licence.entity.PeopleOrder;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PeopleState;
import beckon.licence.entity.PersonRow;
import beckon.licence.entity.Seats;
import beckon.shared.Page;
import beckon.web.invitation.PagedRows;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lists of people have in common: whom they show, and giving licences to many at once. */
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public abstract class PeopleRows extends PagedRows {
    private static final long serialVersionUID = 1L;

    private static final Pattern HANDLE =
            Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    @Inject private PeopleService people;
    @Inject private LicenceService licences;
    @Inject private LicenceNote note;
    @Inject private Messages messages;

    private final String path;
    private String picked = "";
    private PeopleFilter filter;
    private transient Page<PersonRow> page;
    private transient PeopleCounts counts;
    private transient Seats seats;

    protected PeopleRows(String path) {
        this.path = path;
    }

    /** What an address without a filter shows. */
    abstract PeopleFilter usual(PeopleFilter asked);

    /** Takes the filter and the page from the address; called once, before the page is drawn. */
    protected void load() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filter = usual(PeopleFilter.of(parameters));
        setNumber(parameters.get("page"));
    }

    /** Reads everything anew. */
    public void refresh() {
        page = null;
        counts = null;
        seats = null;
        note.refresh();
    }

    /** Gives everybody who is picked a licence. */
    public void assign() {
        refresh();
        messages.info("admin.licences.done.assigned", licences.assign(picked()));
    }

    /** Takes the licences of everybody who is picked. */
    public void revoke() {
        refresh();
        messages.info("admin.licences.done.revoked", licences.revoke(picked()));
    }

    private Set<UUID> picked() {
        return Stream.of(picked.split(" "))
                .filter(handle -> HANDLE.matcher(handle).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    public Page<PersonRow> getPage() {
        if (page == null) {
            page = people.list(filter.query(index(), SIZE));
        }
        return page;
    }

    public PeopleCounts getCounts() {
        if (counts == null) {
            counts = people.count();
        }
        return counts;
    }

    public Seats getSeats() {
        if (seats == null) {
            seats = licences.getSeats();
        }
        return seats;
    }

    /** Whether a search found more than are counted. */
    public boolean isMoreFound() {
        return !getText().isEmpty() && getPage().total() > PeopleQuery.MOST_FOUND;
    }

    public boolean isFiltered() {
        return filter.isFiltered();
    }

    public boolean isDeactivated() {
        return filter.state() == PeopleState.DEACTIVATED;
    }

    public List<MemberKind> getKinds() {
        return List.of(MemberKind.values());
    }

    /** The address of everybody who is in, of one kind or of all. */
    public String addressOf(MemberKind kind) {
        return filter.of(kind).address(path, 1);
    }

    public String getDeactivatedAddress() {
        return filter.in(PeopleState.DEACTIVATED).address(path, 1);
    }

    /** The address of those with a licence, without one, or all. */
    public String addressLicensed(Boolean licensed) {
        return filter.licensed(licensed).address(path, 1);
    }

    public String addressBy(PeopleOrder order) {
        return filter.by(order).address(path, 1);
    }

    /** The address of another page of this list. */
    public String addressAt(int other) {
        return filter.address(path, other);
    }

    /** Where the list is as a file. */
    public String getExportAddress() {
        return filter.address("/admin/people/export", 1);
    }

    public String getPath() {
        return path;
    }

    public String getText() {
        return filter.text();
    }

    public MemberKind getKind() {
        return filter.kind();
    }

    public Boolean getLicensed() {
        return filter.licensed();
    }

    public PeopleOrder getOrder() {
        return filter.order();
    }

    public List<PeopleOrder> getOrders() {
        return List.of(PeopleOrder.values());
    }

    public String getPicked() {
        return "";
    }

    /** Takes the handles of the rows that are picked, parted by spaces. */
    public void setPicked(String handles) {
        picked = handles == null ? "" : handles;
    }
}
