package beckon.web.admin;

import beckon.account.boundary.AccountService;
import beckon.account.boundary.LogoService;
import beckon.account.entity.AccountForm;
import beckon.account.entity.AccountReason;
import beckon.licence.boundary.LicenceService;
import beckon.licence.entity.Edition;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.omnifaces.util.Faces;

/** The account: its name, its language, its logo. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class AccountView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/admin/account";

    @Inject private AccountService accounts;
    @Inject private LogoService logos;
    @Inject private LicenceService licences;
    @Inject private Messages messages;

    private String name;
    private String language;
    private int version;
    private transient Part picture;

    @PostConstruct
    void load() {
        AccountForm form = accounts.getForm();
        name = form.name();
        language = form.language();
        version = form.version();
    }

    /** Saves name and language; the page is drawn anew, for the name stands in its head. */
    public void save() {
        try {
            accounts.change(new AccountForm(name.strip(), language, version));
        } catch (RefusalException refused) {
            if (refused.reason() == AccountReason.CHANGED_MEANWHILE) {
                load();
            }
            throw refused;
        }
        leave("admin.account.saved");
    }

    /** Shows the chosen picture as the logo. */
    public void changeLogo() {
        if (picture == null || picture.getSize() == 0) {
            refuse(new RefusalException(AccountReason.NO_PICTURE));
            return;
        }
        try (InputStream octets = picture.getInputStream()) {
            logos.change(octets.readNBytes(LogoService.MOST_OCTETS + 1));
            leave("admin.account.logo.changed");
        } catch (RefusalException refused) {
            refuse(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows no logo any more. */
    public void removeLogo() {
        logos.remove();
        leave("admin.account.logo.removed");
    }

    private void refuse(RefusalException refused) {
        FacesContext.getCurrentInstance().validationFailed();
        messages.refuseAt("account-logo", refused);
    }

    private void leave(String key) {
        Faces.getFlash().setKeepMessages(true);
        messages.info(key);
        Faces.redirect(PAGE);
    }

    public Edition getEdition() {
        return licences.getSeats().edition();
    }

    public int getMostOctets() {
        return LogoService.MOST_OCTETS;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public Part getPicture() {
        return picture;
    }

    public void setPicture(Part picture) {
        this.picture = picture;
    }
}
