package beckon.web.security;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.shared.persistence.SchemaState;
import beckon.web.api.problem.Failure;
import beckon.web.api.problem.Problem;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who calls, at the start of each request, and turns away who may not.
 *
 * <p>Pages know people by the browser's session, the API by a bearer token and by nothing else: so
 * no foreign page can make a browser call the API in somebody's name.
 */
@ApplicationScoped
public class MemberMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final String TWO_STEP = "/person/two-step";

    @Inject private AuthenticationService authentication;
    @Inject private SecurityHeaders headers;
    @Inject private SchemaState schema;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Area area = Area.of(request);
        request.setAttribute(GuardFilter.AREA, area);
        headers.set(area, response);
        if (!schema.isReady() && area != Area.HEALTH && area != Area.RESOURCE) {
            return refuse(Problem.unavailable(), request, response);
        }
        try {
            return authenticate(area, request, response, context);
        } catch (EJBException e) {
            return refuse(Failure.problem(e), request, response);
        }
    }

    private AuthenticationStatus authenticate(
            Area area,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        return switch (area) {
            case RESOURCE, HEALTH, OPERATOR, RECEIPT, API_PUBLIC -> context.doNothing();
            case API -> enterApi(request, response, context);
            case PUBLIC, TOKEN, UNSUBSCRIBE, ATTACHMENT, ADMIN, MEMBER ->
                    enterPage(area, request, response, context);
        };
    }

    private AuthenticationStatus enterApi(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        Optional<Caller> caller =
                header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? authentication.findByApiToken(header.substring(BEARER.length()).trim())
                        : Optional.empty();
        if (caller.isPresent()) {
            return enter(caller.get(), context);
        }
        return refuse(Problem.ofStatus(401), request, response);
    }

    private AuthenticationStatus enterPage(
            Area area,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        Optional<Caller> caller = findBySession(request.getSession(false));
        boolean open = area == Area.PUBLIC || area.isSecretive();
        if (caller.isEmpty() && area.isForPrograms()) {
            return refuse(Problem.ofStatus(401), request, response);
        }
        if (caller.isEmpty()) {
            return open ? context.doNothing() : sendToSignIn(request, response);
        }
        if (area == Area.ADMIN && !caller.get().isAdmin()) {
            return refuse(Problem.ofStatus(404), request, response);
        }
        if (!open && !isAtTwoStep(request) && authentication.owesSecondStep(caller.get())) {
            return area.isForPrograms()
                    ? refuse(Problem.ofStatus(403), request, response)
                    : sendTo(TWO_STEP, request, response);
        }
        return enter(caller.get(), context);
    }

    private Optional<Caller> findBySession(HttpSession session) {
        UUID handle = session == null ? null : (UUID) session.getAttribute(SignIn.SESSION);
        if (handle == null) {
            return Optional.empty();
        }
        Optional<Caller> caller = authentication.findBySession(handle);
        // who has no place any more is let in nowhere, but stays who they are
        if (caller.isEmpty() && authentication.findPersonBySession(handle).isEmpty()) {
            session.removeAttribute(SignIn.SESSION);
        }
        return caller;
    }

    private static AuthenticationStatus enter(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(caller.principalName()), Set.of(caller.kind().name()));
    }

    private static AuthenticationStatus sendToSignIn(
            HttpServletRequest request, HttpServletResponse response) {
        return sendTo(wanted(request).signInPage(), request, response);
    }

    /** Who owes a second step may go nowhere else. */
    private static boolean isAtTwoStep(HttpServletRequest request) {
        return TWO_STEP.equals(Area.path(request))
                || (TWO_STEP + ".xhtml").equals(Area.path(request));
    }

    private static AuthenticationStatus sendTo(
            String page, HttpServletRequest request, HttpServletResponse response) {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            write(
                    response,
                    "text/xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + page
                            + "\"/></partial-response>");
        } else {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", page);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static ReturnPath wanted(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean repeatable = "GET".equals(request.getMethod()) && request.getQueryString() != null;
        return new ReturnPath(repeatable ? path + "?" + request.getQueryString() : path);
    }

    /** The container sends what status says; writing it here it would take for half an answer. */
    private static AuthenticationStatus refuse(
            Problem problem, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(GuardFilter.PROBLEM, problem);
        response.setStatus(problem.status());
        if (problem.retryAfter() > 0) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static void write(HttpServletResponse response, String type, String body) {
        try {
            response.setContentType(type);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
