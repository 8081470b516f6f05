package beckon.web.admin;

import beckon.account.boundary.DomainService;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.WebmailDomains;
import beckon.web.shared.Messages;
import beckon.web.shared.SignedInMember;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** The last step of setting up: the company's first mail domain, as its admin's address has it. */
@Named
@RequestScoped
public class FirstDomainView {
    @Inject private DomainService domains;
    @Inject private SignedInMember member;
    @Inject private Messages messages;

    private String domain;

    @PostConstruct
    void suggest() {
        var own = EmailAddress.of(member.getProfile().email()).domain();
        domain = WebmailDomains.contains(own) ? "" : own.key();
    }

    /** Puts the domain on the list and shows how to prove it. */
    public void claim() {
        try {
            Faces.redirect(
                    "/admin/domains?prove=%s", domains.claim(domain.strip(), false).toString());
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("claim-domain", refused);
        }
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }
}
