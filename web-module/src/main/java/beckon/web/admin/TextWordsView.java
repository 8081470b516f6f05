package beckon.web.admin;

import beckon.account.boundary.AccountService;
import beckon.delivery.entity.TextMeasure;
import beckon.invitation.boundary.InvitationService;
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

/** The form with the words that texts begin with, one for each language. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class TextWordsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> LANGUAGES = List.of("en", "fr");

    @Inject private AccountService accounts;
    @Inject private InvitationService invitations;
    @Inject private Messages messages;

    /** As they were read last; null: the product's own. */
    private final Map<String, String> read = new TreeMap<>();

    private final Map<String, String> words = new TreeMap<>();
    private String language;

    @PostConstruct
    void load() {
        LANGUAGES.forEach(this::load);
    }

    private void load(String each) {
        read.put(each, accounts.getTextWords(each).orElse(null));
        words.put(
                each, read.get(each) == null ? invitations.getOwnTextWords(each) : read.get(each));
    }

    /** Saves all that is changed, or says beside each field what is wrong with it. */
    public void save() {
        boolean fine = true;
        for (String each : LANGUAGES) {
            fine &= isFine(each, () -> invitations.previewStandardText(each, typed(each)));
        }
        if (fine && LANGUAGES.stream().filter(this::save).count() == LANGUAGES.size()) {
            messages.info("admin.policies.words.saved");
        }
    }

    private String typed(String each) {
        return words.get(each) == null ? "" : words.get(each).strip();
    }

    /** Where somebody was quicker, theirs is shown. */
    private boolean save(String each) {
        String own = invitations.getOwnTextWords(each).equals(typed(each)) ? "" : typed(each);
        boolean saved = isFine(each, () -> accounts.saveTextWords(each, read.get(each), own));
        load(each);
        return saved;
    }

    private boolean isFine(String each, Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("text-words-" + each, refused);
            return false;
        }
    }

    /** Puts the product's words back into one field; saved like any others. */
    public void reset() {
        if (LANGUAGES.contains(language)) {
            words.put(language, invitations.getOwnTextWords(language));
        }
    }

    /** The text with the reader's own name, as its recipient would see it; empty if refused. */
    public String preview(String each) {
        try {
            return invitations.previewStandardText(each, words.get(each));
        } catch (RefusalException refused) {
            return "";
        }
    }

    /** Why there is nothing to see, in words. */
    public String problem(String each) {
        try {
            invitations.previewStandardText(each, words.get(each));
            return "";
        } catch (RefusalException refused) {
            return messages.words(refused);
        }
    }

    /** How long it is. */
    public String length(String each) {
        try {
            TextMeasure measure = invitations.measureStandardText(each, words.get(each));
            return messages.text(
                    "admin.policies.words.length",
                    measure.encoding(),
                    measure.characters(),
                    measure.room(),
                    measure.segments());
        } catch (RefusalException refused) {
            return "";
        }
    }

    /** What the placeholders stand for. */
    public String getExplanation() {
        return messages.text("admin.policies.words.words", "{inviter}", "{company}", "{link}");
    }

    public Map<String, String> getWords() {
        return words;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
