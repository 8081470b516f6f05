package beckon.web.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request that a resource itself turned down. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(ProblemException exception) {
        return exception.problem().response(headers);
    }
}
