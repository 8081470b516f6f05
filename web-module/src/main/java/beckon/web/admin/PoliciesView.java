package beckon.web.admin;

import beckon.account.boundary.AccountService;
import beckon.account.entity.DomainRow;
import beckon.account.entity.GuestRules;
import beckon.account.entity.PolicyForm;
import beckon.account.entity.WhoMayInvite;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The policies of the account: who may invite, how long an invitation is open, whose domains. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class PoliciesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private AccountService accounts;
    @Inject private PolicyDraft draft;
    @Inject private Messages messages;

    private WhoMayInvite whoMayInvite;
    private boolean guestsMayInvite;
    private boolean guestsWelcome;
    private Integer guestMaxDays;
    private OpenFor expiry;
    private String domain = "";
    private boolean subDomains;
    private String chosen;
    private transient List<DomainRow> domains;

    @PostConstruct
    void load() {
        PolicyForm policy = draft.policy();
        whoMayInvite = policy.whoMayInvite();
        guestsMayInvite = policy.guests().mayInvite();
        guestsWelcome = policy.guests().welcome();
        guestMaxDays = policy.guests().maxDays();
        expiry = new OpenFor(policy.expiryHours());
    }

    /** Saves who may invite, how long an invitation is open, and the rules about guests. */
    public void save() {
        GuestRules guests = new GuestRules(guestsWelcome, guestsMayInvite, guestMaxDays);
        draft.save(
                draft.policy()
                        .with(whoMayInvite, guests, draft.policy().approval(), expiry.hours()));
        load();
    }

    /** Adds a verified domain. */
    public void addDomain() {
        try {
            accounts.addDomain(domain.strip(), subDomains);
            messages.info("admin.policies.domain.added", domain.strip());
            domain = "";
            subDomains = false;
            domains = null;
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("policy-domain", refused);
        }
    }

    /** Removes the chosen domain. */
    public void removeDomain() {
        accounts.removeDomain(UUID.fromString(chosen));
        messages.info("admin.policies.domain.removed");
        domains = null;
    }

    public List<DomainRow> getDomains() {
        if (domains == null) {
            domains = accounts.listDomains();
        }
        return domains;
    }

    /** Whether what is chosen lets guests invite at all. */
    public boolean isGuestsConcerned() {
        return whoMayInvite == WhoMayInvite.EVERYONE;
    }

    public WhoMayInvite getWhoMayInvite() {
        return whoMayInvite;
    }

    public void setWhoMayInvite(WhoMayInvite whoMayInvite) {
        this.whoMayInvite = whoMayInvite;
    }

    public boolean isGuestsMayInvite() {
        return guestsMayInvite;
    }

    public void setGuestsMayInvite(boolean guestsMayInvite) {
        this.guestsMayInvite = guestsMayInvite;
    }

    public boolean isGuestsWelcome() {
        return guestsWelcome;
    }

    public void setGuestsWelcome(boolean guestsWelcome) {
        this.guestsWelcome = guestsWelcome;
    }

    public Integer getMaxDays() {
        return guestMaxDays;
    }

    public void setMaxDays(Integer maxDays) {
        guestMaxDays = maxDays;
    }

    public OpenFor getExpiry() {
        return expiry;
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

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
