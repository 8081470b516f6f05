package beckon.web.admin;

import beckon.account.boundary.DomainService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.ClaimRow;
import beckon.account.entity.DomainRow;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** The mail domains of the account: claimed and proven, added and removed. */
@Named
@RequestScoped
public class DomainsView {
    private static final UUID NONE = new UUID(0, 0);

    @Inject private DomainService domains;
    @Inject private Messages messages;

    private String domain = "";
    private boolean subDomains;
    private UUID acted = NONE;
    private List<DomainRow> verified;
    private List<ClaimRow> claims;

    /** Puts a domain on the list and shows how to prove it. */
    public void claim() {
        try {
            UUID claim = domains.claim(domain.strip(), subDomains);
            Faces.redirect("/admin/domains?prove=%s", claim.toString());
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("claim-domain", refused);
        }
    }

    /** Lets the sub-domains of a verified domain in, or out again. */
    public void switchSubDomains() {
        DomainRow row =
                getVerified().stream()
                        .filter(each -> each.handle().equals(acted))
                        .findFirst()
                        .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
        domains.allowSubDomains(acted, !row.subDomains());
        messages.info(
                row.subDomains() ? "admin.domains.below.off" : "admin.domains.below.on",
                row.domain());
        verified = null;
    }

    /** Takes a domain off the list. */
    public void remove() {
        domains.remove(acted);
        Faces.getFlash().setKeepMessages(true);
        messages.info("admin.domains.removed");
        Faces.redirect("/admin/domains");
    }

    public List<DomainRow> getVerified() {
        if (verified == null) {
            verified = domains.listVerified();
        }
        return verified;
    }

    public List<ClaimRow> getClaims() {
        if (claims == null) {
            claims = domains.listClaims();
        }
        return claims;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public boolean isSubDomains() {
        return subDomains;
    }

    public void setSubDomains(boolean subDomains) {
        this.subDomains = subDomains;
    }

    public String getActed() {
        return acted.equals(NONE) ? "" : acted.toString();
    }

    /** Takes the handle of a row; what is none is treated like an unknown one. */
    public void setActed(String handle) {
        try {
            acted = UUID.fromString(handle);
        } catch (IllegalArgumentException invalid) {
            acted = NONE;
        }
    }
}
