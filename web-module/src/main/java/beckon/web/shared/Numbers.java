package beckon.web.shared;

import beckon.account.boundary.AccountService;
import beckon.shared.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Phone numbers as people of the member's country write them. */
@Named
@RequestScoped
public class Numbers {
    @Inject private AccountService accounts;

    private String home;

    public String getHome() {
        if (home == null) {
            home = accounts.getHomeCountry();
        }
        return home;
    }

    /** A number in E.164: nationally if it is one of the home country; a dash if there is none. */
    public String shown(String e164) {
        if (e164 == null || e164.isBlank()) {
            return "—";
        }
        try {
            return new PhoneNumber(e164).shownIn(getHome());
        } catch (IllegalArgumentException foreign) {
            // an entry that came from elsewhere is shown as it is
            return e164;
        }
    }
}
