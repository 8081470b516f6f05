package beckon.web.admin;

import beckon.account.boundary.AccountMailService;
import beckon.account.entity.AccountMail;
import beckon.delivery.entity.RenderedMail;
import beckon.invitation.boundary.InvitationMailService;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The form with the words that invitation mails begin with, some for each language. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class MailWordsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> LANGUAGES = List.of("en", "fr");

    @Inject private AccountMailService mails;
    @Inject private InvitationMailService invitations;
    @Inject private Messages messages;

    private final Map<String, AccountMail> read = new TreeMap<>();
    private final Map<String, String> subjects = new TreeMap<>();
    private final Map<String, String> openings = new TreeMap<>();
    private transient Map<String, RenderedMail> previews;
    private String language;

    @PostConstruct
    void load() {
        LANGUAGES.forEach(this::load);
    }

    private void load(String each) {
        AccountMail standard = invitations.getStandard(each);
        AccountMail own = mails.get(each);
        read.put(each, own);
        subjects.put(each, own.subject() == null ? standard.subject() : own.subject());
        openings.put(each, own.opening() == null ? standard.opening() : own.opening());
    }

    /** Saves all that is changed, or says beside each field what is wrong with it. */
    public void save() {
        boolean fine = true;
        for (String each : LANGUAGES) {
            fine &= isFine(each);
        }
        if (fine && LANGUAGES.stream().filter(this::save).count() == LANGUAGES.size()) {
            messages.info("admin.mails.saved");
        }
    }

    /** Where somebody was quicker, theirs is shown. */
    private boolean save(String each) {
        boolean saved =
                isFine("mail-subject-" + each, () -> mails.save(each, read.get(each), own(each)));
        load(each);
        return saved;
    }

    /** What is typed in the place of our words. */
    private AccountMail own(String each) {
        AccountMail standard = invitations.getStandard(each);
        AccountMail typed = AccountMail.of(subjects.get(each), openings.get(each));
        return new AccountMail(
                standard.subject().equals(typed.subject()) ? null : typed.subject(),
                standard.opening().equals(typed.opening()) ? null : typed.opening());
    }

    private boolean isFine(String each) {
        return isFine("mail-subject-" + each, () -> AccountMail.subjectOf(subjects.get(each)))
                & isFine("mail-opening-" + each, () -> AccountMail.openingOf(openings.get(each)));
    }

    private boolean isFine(String field, Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(field, refused);
            return false;
        }
    }

    /** Puts our words back into the fields of one language; saved like any others. */
    public void reset() {
        if (LANGUAGES.contains(language)) {
            AccountMail standard = invitations.getStandard(language);
            subjects.put(language, standard.subject());
            openings.put(language, standard.opening());
        }
    }

    /** Shows the mail with what is typed, unless that is no good. */
    public void show() {
        if (LANGUAGES.contains(language) && isFine(language)) {
            previews = Map.of(language, invitations.preview(language, own(language)));
        }
    }

    /** What the placeholders stand for. */
    public String getExplanation() {
        return messages.text("admin.mails.words", "{inviter}", "{company}", "{expiry}");
    }

    public Map<String, RenderedMail> getPreviews() {
        return previews == null ? Map.of() : previews;
    }

    public Map<String, String> getSubjects() {
        return subjects;
    }

    public Map<String, String> getOpenings() {
        return openings;
    }

    public int getLongestSubject() {
        return AccountMail.MAX_SUBJECT;
    }

    public int getLongestOpening() {
        return AccountMail.MAX_OPENING;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
