package beckon.web.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the REST container itself turns down: no such path, method, media type. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response answer = exception.getResponse();
        Response problem = Problem.ofStatus(answer.getStatus()).response(headers);
        String allowed = answer.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
    }
}
