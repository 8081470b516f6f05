package beckon.contact.boundary;

import beckon.account.entity.MemberKind;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.shared.EmailAddress;
import beckon.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to the address book; what a reader may not see is not found. */
@Stateless
public class ContactService {

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Page<ContactRow> list(@NotNull ContactQuery query) {
        throw new UnsupportedOperationException("not built yet");
    }

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public ContactCounts count() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** One contact; empty if there is none that the caller may see. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Optional<ContactRow> find(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Inner door: notes people whom {@code ownerId} has invited as not activated yet, in one
     * statement.
     */
    @PermitAll
    public void addInvited(
            long accountId, long ownerId, MemberKind kind, List<EmailAddress> emails) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Inner door: takes the not activated entry of an invitation that came to nothing away. */
    @PermitAll
    public void removeInvited(long accountId, long ownerId, String emailKey) {
        throw new UnsupportedOperationException("not built yet");
    }
}
