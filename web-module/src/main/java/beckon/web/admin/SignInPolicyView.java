package beckon.web.admin;

import beckon.account.entity.SignInRules;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form about what the account asks of its members' sign-ins. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class SignInPolicyView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PolicyDraft draft;

    private boolean adminsNeedTotp;
    private Integer passwordMinimum;

    @PostConstruct
    void load() {
        SignInRules rules = draft.policy().signIn();
        adminsNeedTotp = rules.adminsNeedTotp();
        passwordMinimum = rules.passwordMinimum();
    }

    public void save() {
        int minimum = passwordMinimum == null ? 0 : passwordMinimum;
        draft.save(draft.policy().with(new SignInRules(adminsNeedTotp, minimum)));
        load();
    }

    public boolean isAdminsNeedTotp() {
        return adminsNeedTotp;
    }

    public void setAdminsNeedTotp(boolean adminsNeedTotp) {
        this.adminsNeedTotp = adminsNeedTotp;
    }

    public Integer getPasswordMinimum() {
        return passwordMinimum;
    }

    public void setPasswordMinimum(Integer passwordMinimum) {
        this.passwordMinimum = passwordMinimum;
    }
}
