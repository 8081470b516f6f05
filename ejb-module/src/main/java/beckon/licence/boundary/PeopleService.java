package beckon.licence.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.contact.boundary.ContactService;
import beckon.licence.control.PeopleRepository;
import beckon.licence.entity.PeopleCounts;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PersonRow;
import beckon.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for admins to the list of their account's people. */
@Stateless
@RolesAllowed("ADMIN")
public class PeopleService {

    @Inject CurrentCaller current;
    @Inject PeopleRepository people;
    @Inject ContactService contacts;
    @Inject AuditService audit;

    /**
     * A page of people; a total above {@link PeopleQuery#MOST_FOUND} found by a text means that
     * there are more.
     */
    public Page<PersonRow> list(@NotNull @Valid PeopleQuery query) {
        Caller caller = current.get();
        List<Long> among = among(caller, query, PeopleQuery.MOST_FOUND + 1);
        return new Page<>(
                people.list(caller, query, among),
                people.count(caller, query, among),
                query.page(),
                query.size());
    }

    public PeopleCounts count() {
        return people.count(current.get().accountId());
    }

    /** One of the account's people, in or out; empty if there is none. */
    public Optional<PersonRow> find(@NotNull UUID handle) {
        return people.find(current.get(), handle);
    }

    /**
     * All that the query finds, whatever page it asks for, as a file wants it; on record. Of what a
     * text finds, the first {@link PeopleQuery#MOST_EXPORTED}.
     */
    public List<PersonRow> export(@NotNull @Valid PeopleQuery query) {
        Caller who = current.get();
        List<PersonRow> found =
                people.listAll(who, query, among(who, query, PeopleQuery.MOST_EXPORTED));
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        "people.exported",
                        null,
                        AuditRecord.DONE,
                        Integer.toString(found.size()),
                        null));
        return found;
    }

    /** Members among whom those are that a text finds; null if nothing is looked for. */
    private List<Long> among(Caller caller, PeopleQuery query, int most) {
        boolean searching = query.isActive() && !query.text().isBlank();
        return searching
                ? people.listMembers(contacts.findMembers(caller, query.kind(), query.text(), most))
                : null;
    }
}
