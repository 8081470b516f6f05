package beckon.web.admin;

import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.delivery.boundary.TextService;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.TextUse;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The form about inviting by text: who may, to which countries, how many a day. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class TextPolicyView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private PolicyDraft draft;
    @Inject private TextService texts;
    @Inject private Countries countries;
    @Inject private InvitationService invitations;
    @Inject private Messages messages;

    private WhoMayInvite whoMayText;
    private String homeCountry;
    private String[] allowed;
    private Integer perDay;
    private Integer perPrefix;
    private transient TextUse use;

    @PostConstruct
    void load() {
        TextRules rules = draft.policy().texts();
        whoMayText = rules.whoMayText();
        homeCountry = rules.homeCountry();
        allowed = rules.countries().toArray(String[]::new);
        perDay = rules.perDay();
        perPrefix = rules.perPrefix();
        use = null;
    }

    public void save() {
        TextRules rules =
                new TextRules(
                        whoMayText,
                        homeCountry,
                        Set.of(allowed),
                        orMinusOne(perDay),
                        orMinusOne(perPrefix));
        draft.save(draft.policy().with(rules));
        load();
    }

    /** Nothing typed is no number of texts either. */
    private static int orMinusOne(Integer typed) {
        return typed == null ? -1 : typed;
    }

    /** Whether this server sends texts at all. */
    public boolean isAvailable() {
        return texts.isAvailable();
    }

    /** What the last 24 hours have left. */
    public TextUse getUse() {
        if (use == null) {
            use = invitations.getTextUse();
        }
        return use;
    }

    /** The prefixes that stop at their limit, each with how many texts went there. */
    public List<String> getFullPrefixes() {
        return getUse().prefixes().entrySet().stream()
                .map(
                        prefix ->
                                messages.text(
                                        "admin.policies.texts.use.prefix",
                                        prefix.getKey() + "\u2026",
                                        prefix.getValue(),
                                        draft.policy().texts().perPrefix()))
                .toList();
    }

    /** The names of countries to which texts are halted. */
    public List<String> getHaltedCountries() {
        return countries.list().stream()
                .filter(country -> getUse().halted().contains(country.code()))
                .map(Country::name)
                .toList();
    }

    /** Every country that has phone numbers, by its name. */
    public List<Country> getCountries() {
        return countries.list();
    }

    /** The same, those first that were allowed when the page was opened. */
    public List<Country> getAllowedFirst() {
        Set<String> first = draft.policy().texts().countries();
        return countries.list().stream()
                .sorted(Comparator.comparing(country -> !first.contains(country.code())))
                .toList();
    }

    /** Which are allowed at the start, for the button that goes back to them. */
    public String getUsual() {
        return String.join(" ", TextRules.USUAL_COUNTRIES);
    }

    public WhoMayInvite getWhoMayText() {
        return whoMayText;
    }

    public void setWhoMayText(WhoMayInvite whoMayText) {
        this.whoMayText = whoMayText;
    }

    public String getHomeCountry() {
        return homeCountry;
    }

    public void setHomeCountry(String homeCountry) {
        this.homeCountry = homeCountry;
    }

    public String[] getAllowed() {
        return allowed.clone();
    }

    public void setAllowed(String[] allowed) {
        this.allowed = allowed.clone();
    }

    public Integer getPerDay() {
        return perDay;
    }

    public void setPerDay(Integer perDay) {
        this.perDay = perDay;
    }

    public Integer getPerPrefix() {
        return perPrefix;
    }

    public void setPerPrefix(Integer perPrefix) {
        this.perPrefix = perPrefix;
    }
}
