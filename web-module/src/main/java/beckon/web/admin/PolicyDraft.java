package beckon.web.admin;

import beckon.account.boundary.AccountService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.LinkRules;
import beckon.account.entity.PolicyForm;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The policy that the forms of the page change, each its own part of it. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class PolicyDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private AccountService accounts;
    @Inject private Messages messages;

    private WhoMayInvite whoMayInvite;
    private boolean guestsMayInvite;
    private int expiryHours;
    private LinkRules links;
    private TextRules texts;
    private int version;

    @PostConstruct
    void load() {
        PolicyForm policy = accounts.getPolicy();
        whoMayInvite = policy.whoMayInvite();
        guestsMayInvite = policy.guestsMayInvite();
        expiryHours = policy.expiryHours();
        links = policy.links();
        texts = policy.texts();
        version = policy.version();
    }

    /** Saves another who, whether guests may, and how long. */
    void save(WhoMayInvite who, boolean guests, int hours) {
        save(new PolicyForm(who, guests, hours, links, texts, version));
    }

    /** Saves other rules about links. */
    void save(LinkRules changed) {
        save(new PolicyForm(whoMayInvite, guestsMayInvite, expiryHours, changed, texts, version));
    }

    /** Saves other rules about texts. */
    void save(TextRules changed) {
        save(new PolicyForm(whoMayInvite, guestsMayInvite, expiryHours, links, changed, version));
    }

    private void save(PolicyForm policy) {
        try {
            accounts.savePolicy(policy);
            messages.info("admin.policies.saved");
            load();
        } catch (RefusalException refused) {
            if (refused.reason() == AccountReason.CHANGED_MEANWHILE) {
                load();
            }
            throw refused;
        }
    }

    WhoMayInvite whoMayInvite() {
        return whoMayInvite;
    }

    boolean guestsMayInvite() {
        return guestsMayInvite;
    }

    int expiryHours() {
        return expiryHours;
    }

    LinkRules links() {
        return links;
    }

    TextRules texts() {
        return texts;
    }

    public WhoMayInvite[] getChoices() {
        return WhoMayInvite.values();
    }

    public ExpiryUnit[] getExpiryUnits() {
        return ExpiryUnit.values();
    }
}
