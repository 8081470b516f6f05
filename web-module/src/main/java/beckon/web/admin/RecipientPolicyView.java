package beckon.web.admin;

import beckon.account.entity.RecipientRules;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form about the addresses that may be invited. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class RecipientPolicyView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PolicyDraft draft;
    @Inject private Messages messages;

    private boolean disposableRefused;
    private String allowed;
    private String denied;

    @PostConstruct
    void load() {
        RecipientRules rules = draft.policy().recipients();
        disposableRefused = rules.disposableRefused();
        allowed = RecipientRules.written(rules.allowed());
        denied = RecipientRules.written(rules.denied());
    }

    public void save() {
        if (isRead("policy-allowed", allowed) & isRead("policy-denied", denied)) {
            draft.save(draft.policy().with(RecipientRules.of(disposableRefused, allowed, denied)));
            load();
        }
    }

    /** Says beside the field what is no entry of a list. */
    private boolean isRead(String field, String list) {
        try {
            RecipientRules.of(disposableRefused, list, "");
            return true;
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(field, refused);
            return false;
        }
    }

    public boolean isDisposableRefused() {
        return disposableRefused;
    }

    public void setDisposableRefused(boolean disposableRefused) {
        this.disposableRefused = disposableRefused;
    }

    public String getAllowed() {
        return allowed;
    }

    public void setAllowed(String allowed) {
        this.allowed = allowed;
    }

    public String getDenied() {
        return denied;
    }

    public void setDenied(String denied) {
        this.denied = denied;
    }
}
