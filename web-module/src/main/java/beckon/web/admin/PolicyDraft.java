package beckon.web.admin;

import beckon.account.boundary.AccountService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.PolicyForm;
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

    private PolicyForm policy;

    @PostConstruct
    void load() {
        policy = accounts.getPolicy();
    }

    /** The policy as it was read last. */
    PolicyForm policy() {
        return policy;
    }

    /** Saves it with a part that is changed; where somebody was quicker, theirs is shown. */
    void save(PolicyForm changed) {
        try {
            accounts.savePolicy(changed);
            messages.info("admin.policies.saved");
            load();
        } catch (RefusalException refused) {
            if (refused.reason() == AccountReason.CHANGED_MEANWHILE) {
                load();
            }
            throw refused;
        }
    }

    public WhoMayInvite[] getChoices() {
        return WhoMayInvite.values();
    }

    public ExpiryUnit[] getExpiryUnits() {
        return ExpiryUnit.values();
    }
}
