package beckon.web.api.problem;

import beckon.shared.RefusalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A business "no". */
@Provider
public class RefusalMapper implements ExceptionMapper<RefusalException> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(RefusalException refusal) {
        return Problem.of(refusal).response(headers);
    }
}
