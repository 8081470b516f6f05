package beckon.web.admin;

import beckon.account.entity.Approval;
import beckon.account.entity.GuestRules;
import beckon.account.entity.PolicyForm;
import beckon.account.entity.WhoMayInvite;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The policies of the account: who may invite, how long an invitation is open. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class PoliciesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PolicyDraft draft;

    private WhoMayInvite whoMayInvite;
    private boolean guestsMayInvite;
    private boolean guestsWelcome;
    private Integer guestMaxDays;
    private Approval approval;
    private boolean approvalMails;
    private OpenFor expiry;

    @PostConstruct
    void load() {
        PolicyForm policy = draft.policy();
        whoMayInvite = policy.whoMayInvite();
        guestsMayInvite = policy.guests().mayInvite();
        guestsWelcome = policy.guests().welcome();
        guestMaxDays = policy.guests().maxDays();
        approval = policy.approval();
        approvalMails = policy.approvalMails();
        expiry = new OpenFor(policy.expiryHours());
    }

    /** Saves who may invite, how long an invitation is open, and the rules about guests. */
    public void save() {
        GuestRules guests = new GuestRules(guestsWelcome, guestsMayInvite, guestMaxDays);
        draft.save(
                draft.policy().with(whoMayInvite, guests, approval, approvalMails, expiry.hours()));
        load();
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

    public Approval[] getApprovals() {
        return Approval.values();
    }

    public Approval getApproval() {
        return approval;
    }

    public void setApproval(Approval approval) {
        this.approval = approval;
    }

    public boolean isApprovalMails() {
        return approvalMails;
    }

    public void setApprovalMails(boolean approvalMails) {
        this.approvalMails = approvalMails;
    }

    public OpenFor getExpiry() {
        return expiry;
    }
}
