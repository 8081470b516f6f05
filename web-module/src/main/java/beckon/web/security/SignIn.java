package beckon.web.security;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.person.boundary.SignInService;
import beckon.person.entity.CodeEntry;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInStep;
import beckon.person.entity.Visit;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * Ties the browser's session to a sign-in, for pages.
 *
 * <p>A change takes effect with the next request, so every page that calls it redirects:
 *
 * <p>{@code signIn.signIn(email, password, false); Faces.redirect(new ReturnPath(to).value());}
 */
@RequestScoped
public class SignIn {
    static final String SESSION = "beckon.session";
    private static final String CHALLENGE = "beckon.challenge";
    private static final String TOO_YOUNG = "beckon.tooYoung";
    private static final int LONGEST_USER_AGENT = 300;

    @Inject private SignInService signIns;
    @Inject private AuthenticationService authentication;
    @Inject private RememberedBrowser devices;
    @Inject private HttpServletRequest request;

    /**
     * Signs in by address and password.
     *
     * @return whether that was enough; if not, {@link #enterCode} is next
     * @throws beckon.shared.RefusalException WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS
     */
    public boolean signIn(String email, String password, boolean remember) {
        SignInStep step =
                signIns.signIn(new SignInRequest(email, password, remote(), userAgent(), remember));
        if (step.finished()) {
            enter(step);
        } else {
            request.getSession();
            renew();
            request.getSession().setAttribute(CHALLENGE, step.handle());
        }
        return step.finished();
    }

    /**
     * Ends signing in by the code that is owed.
     *
     * @throws beckon.shared.RefusalException CHALLENGE_OVER, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    public void enterCode(String code) {
        UUID challenge =
                challenge().orElseThrow(() -> new RefusalException(PersonReason.CHALLENGE_OVER));
        enter(signIns.enterCode(new CodeEntry(challenge, code, visit())));
    }

    /** Whether somebody has entered the right password here and owes a code. */
    public boolean isCodeOwed() {
        return challenge().filter(signIns::isOpen).isPresent();
    }

    /** Lets somebody begin signing in anew. */
    public void forgetChallenge() {
        request.getSession().removeAttribute(CHALLENGE);
    }

    private Optional<UUID> challenge() {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((UUID) session.getAttribute(CHALLENGE));
    }

    /** Signs in where this browser is remembered; whether it is. */
    public boolean resume() {
        Optional<String> kept = devices.find(request);
        Optional<SignInStep> step = kept.flatMap(each -> signIns.resume(each, visit()));
        step.ifPresent(this::enter);
        if (kept.isPresent() && step.isEmpty()) {
            devices.forget();
        }
        return step.isPresent();
    }

    private void enter(SignInStep step) {
        enter(step.handle());
        if (step.device() != null) {
            devices.keep(step.device());
        }
    }

    /** Makes the browser's session one of somebody who has just signed in or up. */
    public void enter(UUID session) {
        current().ifPresent(signIns::signOut);
        request.getSession();
        renew();
        forgetChallenge();
        request.getSession().setAttribute(SESSION, session);
    }

    /**
     * Lets this browser act in another account of the same person.
     *
     * @throws beckon.shared.RefusalException NOT_FOUND
     */
    public void switchAccount(UUID membership) {
        current().ifPresent(session -> authentication.switchAccount(session, membership));
        renew();
    }

    /** Gives the browser's session a new id, since from now on it may do something else. */
    public void renew() {
        request.changeSessionId();
    }

    /** Ends the sign-in and forgets what the browser's session held, save for too young an age. */
    public void signOut() {
        current().ifPresent(signIns::signOut);
        devices.forget();
        HttpSession session = request.getSession(false);
        if (session != null) {
            boolean tooYoung = isTooYoung();
            session.invalidate();
            if (tooYoung) {
                noteTooYoung();
            }
        }
    }

    /**
     * Keeps that somebody told too young an age here: neither Back, nor another date, invitation or
     * person takes that back as long as the browser's session lasts.
     */
    public void noteTooYoung() {
        request.getSession().setAttribute(TOO_YOUNG, true);
    }

    /** Whether somebody told too young an age here. */
    public boolean isTooYoung() {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TOO_YOUNG) != null;
    }

    /** The handle of the sign-in that this browser has; it may have ended. */
    public Optional<UUID> current() {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((UUID) session.getAttribute(SESSION));
    }

    /** Whose live sign-in this browser has, with a place in an account or without. */
    public Optional<Long> findPerson() {
        return current().flatMap(authentication::findPersonBySession);
    }

    /** Whether whoever is signed in may go nowhere before they have set up a second step. */
    public boolean owesSecondStep() {
        Principal caller = request.getUserPrincipal();
        return caller != null && authentication.owesSecondStep(Caller.of(caller));
    }

    /** From where this request comes. */
    public Visit visit() {
        return new Visit(current().orElse(null), remote(), userAgent());
    }

    /** The browser's address, as the container sees it. */
    public String remote() {
        return request.getRemoteAddr();
    }

    /** What the browser calls itself, shortened; may be null. */
    public String userAgent() {
        return shortened(request.getHeader("User-Agent"));
    }

    static String shortened(String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
