package beckon.web.security;

import beckon.account.boundary.AuthenticationService;
import beckon.person.boundary.SignInService;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * Ties the browser's session to a sign-in, for pages.
 *
 * <p>A change takes effect with the next request, so every page that calls it redirects:
 *
 * <p>{@code signIn.signIn(email, password); Faces.redirect(new ReturnPath(to).value());}
 */
@RequestScoped
public class SignIn {
    static final String SESSION = "beckon.session";
    private static final String TOO_YOUNG = "beckon.tooYoung";
    private static final int LONGEST_USER_AGENT = 300;

    @Inject private SignInService signIns;
    @Inject private AuthenticationService authentication;
    @Inject private HttpServletRequest request;

    /**
     * Signs in by address and password.
     *
     * @throws beckon.shared.RefusalException WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS
     */
    public void signIn(String email, String password) {
        enter(signIns.signIn(new SignInRequest(email, password, remote(), userAgent())));
    }

    /** Makes the browser's session one of somebody who has just signed in or up. */
    public void enter(UUID session) {
        current().ifPresent(signIns::signOut);
        request.getSession();
        renew();
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
