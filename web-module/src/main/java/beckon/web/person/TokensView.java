package beckon.web.person;

import beckon.person.boundary.ApiTokenService;
import beckon.person.entity.ApiTokenRow;
import beckon.person.entity.NewApiToken;
import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** One's keys to the API: which there are, another one, and none of it any more. */
@Named
@RequestScoped
public class TokensView {
    private static final List<Integer> OFFERED = List.of(30, 90, 365);

    @Inject private ApiTokenService tokens;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String name;
    private int days = 90;
    private String password;
    private String made;
    private UUID chosen;
    private List<ApiTokenRow> rows;

    /** Makes one, which the page then shows once. */
    public void make() {
        try {
            made = tokens.make(new NewApiToken(name, days, password, signIn.visit())).secret();
            name = "";
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("token-password", refused);
        }
        rows = null;
    }

    /** Revokes the chosen one. */
    public void revoke() {
        ApiTokenRow row =
                getRows().stream()
                        .filter(each -> each.handle().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> new RefusalException(PersonReason.NOT_FOUND));
        tokens.revoke(row.handle());
        rows = null;
        messages.info("person.tokens.revoked", nameOf(row));
    }

    public String nameOf(ApiTokenRow row) {
        return row.name() == null ? messages.text("person.tokens.nameless") : row.name();
    }

    public List<ApiTokenRow> getRows() {
        if (rows == null) {
            rows = tokens.list();
        }
        return rows;
    }

    public List<Integer> getOffered() {
        return OFFERED;
    }

    /** The key that has just been made; else null. */
    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getChosen() {
        return chosen == null ? "" : chosen.toString();
    }

    /** Takes the handle of a row; what is none is treated like an unknown one. */
    public void setChosen(String handle) {
        try {
            chosen = UUID.fromString(handle);
        } catch (IllegalArgumentException invalid) {
            chosen = new UUID(0, 0);
        }
    }
}
