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
    private Integer expiry;
    private ExpiryUnit expiryUnit;
    private Integer maxUses;

    @PostConstruct
    void load() {
        LinkRules links = draft.links();
        whoMayShare = links.whoMayShare();
        expiryUnit = ExpiryUnit.of(links.expiryHours());
        expiry = expiryUnit.count(links.expiryHours());
        maxUses = links.maxUses();
    }

    public void save() {
        draft.save(new LinkRules(whoMayShare, expiryUnit.toHours(expiry), maxUses));
        load();
    }

    public WhoMayInvite getWhoMayShare() {
        return whoMayShare;
    }

    public void setWhoMayShare(WhoMayInvite whoMayShare) {
        this.whoMayShare = whoMayShare;
    }

    public Integer getExpiry() {
        return expiry;
    }

    public void setExpiry(Integer expiry) {
        this.expiry = expiry;
    }

    public ExpiryUnit getExpiryUnit() {
        return expiryUnit;
    }

    public void setExpiryUnit(ExpiryUnit expiryUnit) {
        this.expiryUnit = expiryUnit;
    }

    public Integer getMaxUses() {
        return maxUses;
    }

    public void setMaxUses(Integer maxUses) {
        this.maxUses = maxUses;
    }
}
