package beckon.web.api.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A caller whose role the boundary does not admit. */
@Provider
public class AccessMapper implements ExceptionMapper<EJBAccessException> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(EJBAccessException exception) {
        return Problem.of("forbidden", 403).response(headers);
    }
}
