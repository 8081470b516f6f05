package beckon.account.boundary;

import beckon.account.entity.AccountRow;
import beckon.account.entity.DomainRow;
import beckon.account.entity.MembershipRow;
import beckon.account.entity.PolicyForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The door to an account's rules. */
@Stateless
public class AccountService {

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public AccountRow getCurrent() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The accounts that the signed-in person has a place in. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public List<MembershipRow> listMemberships() {
        throw new UnsupportedOperationException("not built yet");
    }

    @RolesAllowed("ADMIN")
    public PolicyForm getPolicy() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @throws beckon.shared.RefusalException CHANGED_MEANWHILE
     */
    @RolesAllowed("ADMIN")
    public void savePolicy(@NotNull @Valid PolicyForm policy) {
        throw new UnsupportedOperationException("not built yet");
    }

    @RolesAllowed("ADMIN")
    public List<DomainRow> listDomains() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @throws beckon.shared.RefusalException WEBMAIL_DOMAIN, INVALID_DOMAIN, DOMAIN_TAKEN
     */
    @RolesAllowed("ADMIN")
    public void addDomain(
            @NotBlank(message = "{account.domain.missing}") String domain, boolean subDomains) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @throws beckon.shared.RefusalException NOT_FOUND
     */
    @RolesAllowed("ADMIN")
    public void removeDomain(@NotNull UUID handle) {
        throw new UnsupportedOperationException("not built yet");
    }
}
