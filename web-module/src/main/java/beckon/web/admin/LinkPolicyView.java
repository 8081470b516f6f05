package beckon.web.admin;

import beckon.account.entity.LinkRules;
import beckon.account.entity.WhoMayInvite;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form about sharing links: who may, and what one link may do at most. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class LinkPolicyView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PolicyDraft draft;

    private WhoMayInvite whoMayShare;
    private OpenFor expiry;
    private Integer maxUses;

    @PostConstruct
    void load() {
        LinkRules links = draft.policy().links();
        whoMayShare = links.whoMayShare();
        expiry = new OpenFor(links.expiryHours());
        maxUses = links.maxUses();
    }

    public void save() {
        draft.save(draft.policy().with(new LinkRules(whoMayShare, expiry.hours(), maxUses)));
        load();
    }

    public WhoMayInvite getWhoMayShare() {
        return whoMayShare;
    }

    public void setWhoMayShare(WhoMayInvite whoMayShare) {
        this.whoMayShare = whoMayShare;
    }

    public OpenFor getExpiry() {
        return expiry;
    }

    public Integer getMaxUses() {
        return maxUses;
    }

    public void setMaxUses(Integer maxUses) {
        this.maxUses = maxUses;
    }
}
