package beckon.web.security;

import beckon.web.api.problem.Failure;
import beckon.web.api.problem.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Turns away requests that no page and no program of ours would send, and words what the container
 * itself reports.
 */
public class GuardFilter extends HttpFilter {
    /** Request attribute: what was wrong, where the container is left to report it. */
    static final String PROBLEM = "beckon.problem";

    /** Request attribute: the {@link Area} that was asked for. */
    static final String AREA = "beckon.area";

    private static final long serialVersionUID = 1L;
    private static final long LARGEST_BODY = 1 << 20;
    private static final int MISDIRECTED = 421;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");

    @Inject private transient Site site;
    @Inject private transient SecurityHeaders headers;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            tell(request, response, chain);
        } else {
            guard(areaOf(request), request, response, chain);
        }
    }

    /** As the mechanism has found it: a filter before this one may have put a page in its place. */
    private static Area areaOf(HttpServletRequest request) {
        return request.getAttribute(AREA) instanceof Area asked ? asked : Area.of(request);
    }

    private void guard(
            Area area, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Problem objection = objection(area, request);
        if (objection != null) {
            refuse(objection, area, request, response);
        } else if (area.isApi()) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(request, new CarefulResponse(response, headers, area));
        }
    }

    /** Programs get a problem, people a page; should that fail as well, a plainer one. */
    private void tell(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Area area = request.getAttribute(AREA) instanceof Area asked ? asked : Area.MEMBER;
        if (area.isForPrograms()) {
            problem(request).write(request, response);
            return;
        }
        try {
            chain.doFilter(request, new CarefulResponse(response, headers, area));
        } catch (ServletException | RuntimeException e) {
            Problem failure = Failure.problem(e);
            if (!response.isCommitted()) {
                response.reset();
                headers.set(area, response);
                PlainPage.write(failure, request, response);
            }
        }
    }

    private static Problem problem(HttpServletRequest request) {
        Object known = request.getAttribute(PROBLEM);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return known instanceof Problem problem
                ? problem
                : Problem.ofStatus(status instanceof Integer code ? code : 500);
    }

    private Problem objection(Area area, HttpServletRequest request) {
        if (area == Area.HEALTH || area == Area.OPERATOR || area == Area.RECEIPT) {
            return null;
        }
        if (!site.isHere(request)) {
            return Problem.of("misdirected", MISDIRECTED, site.base().toString());
        }
        // a file is counted while it is read
        if (area != Area.ATTACHMENT && request.getContentLengthLong() > LARGEST_BODY) {
            return Problem.of("too-large", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (area.isApi()) {
            return null;
        }
        if (!PAGE_METHODS.contains(request.getMethod())) {
            return Problem.of("method-not-allowed", HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        // what can be done there takes the secret and nothing that a browser adds by itself
        return area != Area.UNSUBSCRIBE
                        && !HARMLESS.contains(request.getMethod())
                        && site.isFromElsewhere(request, area == Area.TOKEN)
                ? Problem.of("foreign-origin", HttpServletResponse.SC_FORBIDDEN)
                : null;
    }

    private static void refuse(
            Problem objection,
            Area area,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (area.isForPrograms()) {
            objection.write(request, response);
        } else {
            PlainPage.write(objection, request, response);
        }
    }
}
