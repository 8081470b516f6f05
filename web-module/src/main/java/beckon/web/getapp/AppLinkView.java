package beckon.web.getapp;

import beckon.getapp.boundary.AppLinkService;
import beckon.getapp.entity.AppLinkRequest;
import beckon.getapp.entity.AppLinkRequest.Proof;
import beckon.getapp.entity.AppReason;
import beckon.shared.PhoneNumber;
import beckon.shared.PhoneReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** Sends the link to Beckon to a visitor's phone. */
@Named
@RequestScoped
public class AppLinkView {
    @Inject private AppLinkService links;
    @Inject private AppBrowser browser;
    @Inject private SignIn signIn;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    private String number;
    private String solved;
    private String solution;
    private String puzzle;
    private boolean sent;

    /** Gives the browser that by which it is known again. */
    public void load() {
        browser.recognise();
    }

    /** Sends the link, or asks the browser to solve a puzzle first. */
    public void send() {
        Proof proof = solved == null || solved.isEmpty() ? null : new Proof(solved, solution);
        try {
            puzzle =
                    links.send(
                                    new AppLinkRequest(
                                            number,
                                            browser.country(),
                                            locales.getLanguage(),
                                            browser.recognise(),
                                            signIn.remote(),
                                            proof))
                            .orElse(null);
            sent = puzzle == null;
        } catch (RefusalException e) {
            if (isAboutTheNumber(e.reason())) {
                messages.refuseAt("app-number", e);
            } else {
                messages.refuse(e);
            }
        }
    }

    private static boolean isAboutTheNumber(Reason reason) {
        return reason instanceof PhoneReason || reason == AppReason.COUNTRY_CLOSED;
    }

    /** Whether texts can be sent at all. */
    public boolean isAvailable() {
        return links.isAvailable();
    }

    /** SENT, CLOSED, PUZZLE or ASK. */
    public String getState() {
        if (sent) {
            return "SENT";
        }
        if (!isAvailable()) {
            return "CLOSED";
        }
        return puzzle == null ? "ASK" : "PUZZLE";
    }

    /** Whose numbers need no country code, such as "+33 (France)". */
    public String getHome() {
        String country = links.homeCountry(browser.country());
        String name =
                new Locale.Builder()
                        .setRegion(country)
                        .build()
                        .getDisplayCountry(locales.getLocale());
        return "+" + PhoneNumber.callingCode(country) + " (" + name + ")";
    }

    /** What the browser has to solve. */
    public String getPuzzle() {
        return puzzle;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Which puzzle the browser has solved; never written back. */
    public String getSolved() {
        return "";
    }

    public void setSolved(String solved) {
        this.solved = solved;
    }

    /** How it has solved it; never written back. */
    public String getSolution() {
        return "";
    }

    public void setSolution(String solution) {
        this.solution = solution;
    }
}
