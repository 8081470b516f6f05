package beckon.web.api.problem;

import beckon.shared.RefusalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that nobody expected, and a refusal that the container has wrapped. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(Exception exception) {
        Problem problem =
                exception.getCause() instanceof RefusalException refusal
                        ? Problem.of(refusal)
                        : Failure.problem(exception);
        return problem.response(headers);
    }
}
