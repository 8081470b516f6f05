package beckon.web.account;

import beckon.person.boundary.PersonService;
import beckon.person.entity.Theme;
import beckon.web.security.SignIn;
import beckon.web.shared.LocaleView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;

/** What the profile menu does. */
@Named
@RequestScoped
public class ProfileView {
    @Inject private PersonService persons;
    @Inject private SignIn signIn;
    @Inject private LocaleView locale;

    public void chooseLanguage(String language) throws IOException {
        persons.chooseLanguage(language);
        locale.choose(language);
        redirect(((HttpServletRequest) external().getRequest()).getRequestURI());
    }

    /** Keeps the look that the page has taken on already; which one stands in the request. */
    public void keepTheme() {
        String wanted = external().getRequestParameterMap().get("theme");
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(wanted)) {
                persons.chooseTheme(theme);
                locale.wear(theme);
            }
        }
    }

    public void switchAccount(UUID membership) throws IOException {
        signIn.switchAccount(membership);
        redirect("/");
    }

    public void signOut() throws IOException {
        signIn.signOut();
        redirect("/signin");
    }

    private static void redirect(String path) throws IOException {
        external().redirect(path);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
