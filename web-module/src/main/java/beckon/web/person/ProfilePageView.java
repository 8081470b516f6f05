package beckon.web.person;

import beckon.person.boundary.PersonService;
import beckon.person.boundary.ProfileService;
import beckon.person.entity.Profile;
import beckon.person.entity.ProfileForm;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** What people say of themselves. */
@Named
@RequestScoped
public class ProfilePageView {
    @Inject private PersonService persons;
    @Inject private ProfileService profiles;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    private String firstName;
    private String lastName;
    private String language;
    private String timeZone;

    /** Shows what is kept; what is sent comes after it. */
    public void load() {
        Profile profile = persons.getProfile();
        firstName = profile.firstName();
        lastName = profile.lastName();
        language = profile.language();
        timeZone = profile.timeZone() == null ? "" : profile.timeZone();
    }

    /** Keeps it, and shows the page anew, since names and language stand everywhere on it. */
    public void save() throws IOException {
        profiles.change(new ProfileForm(firstName, lastName, language, timeZone));
        locales.choose(language);
        locales.live(timeZone);
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.getFlash().setKeepMessages(true);
        messages.info("person.profile.saved");
        external.redirect("/person/profile");
    }

    /** Time zones by the names of their cities. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(
                        id ->
                                id.matches(
                                        "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .toList();
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }
}
