package beckon.web.admin;

import beckon.account.boundary.DomainService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.ClaimRow;
import beckon.account.entity.DomainMailbox;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** How a claimed domain is proven: by a record in the DNS, or by a code that was mailed to it. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class DomainProofView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private DomainService domains;
    @Inject private Messages messages;

    private UUID chosen;
    private DomainMailbox mailbox = DomainMailbox.POSTMASTER;
    private String code = "";
    private transient ClaimRow claim;

    /** Looks for the record in the DNS. */
    public void verifyByRecord() {
        prove("claim-record", () -> domains.verifyByRecord(chosen));
    }

    /** Compares the mailed code. */
    public void verifyByCode() {
        prove("claim-code", () -> domains.verifyByCode(chosen, code.strip()));
    }

    /** Mails a code to the domain. */
    public void mailCode() {
        domains.mailCode(chosen, mailbox);
        messages.info("admin.domains.code.mailed", mailbox.at(claimed().domain()));
        claim = null;
    }

    private void prove(String field, Runnable proof) {
        try {
            String domain = claimed().domain();
            proof.run();
            Faces.getFlash().setKeepMessages(true);
            messages.info("admin.domains.verified", domain);
            Faces.redirect("/admin/domains");
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(field, refused);
        }
    }

    private ClaimRow claimed() {
        return find().orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
    }

    private Optional<ClaimRow> find() {
        return chosen == null
                ? Optional.empty()
                : domains.listClaims().stream()
                        .filter(each -> each.handle().equals(chosen))
                        .findFirst();
    }

    /** The claim that is to be proven; null: none is chosen, or it is proven or gone. */
    public ClaimRow getClaim() {
        if (claim == null) {
            claim = find().orElse(null);
        }
        return claim;
    }

    public DomainMailbox[] getMailboxes() {
        return DomainMailbox.values();
    }

    public DomainMailbox getMailbox() {
        return mailbox;
    }

    public void setMailbox(DomainMailbox mailbox) {
        this.mailbox = mailbox;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getChosen() {
        return chosen == null ? "" : chosen.toString();
    }

    /** Takes the handle of a claim; what is none is treated like an unknown one. */
    public void setChosen(String handle) {
        try {
            chosen = UUID.fromString(handle);
        } catch (IllegalArgumentException invalid) {
            chosen = null;
        }
    }
}
