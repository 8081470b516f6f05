package beckon.web.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A command that the boundary's constraints turned down. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        List<Fault> faults =
                exception.getConstraintViolations().stream()
                        .map(ConstraintViolationMapper::fault)
                        .toList();
        return Problem.invalid(faults).response(headers);
    }

    /** Names the field by the last part of the path: request records mirror the commands. */
    private static Fault fault(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return Fault.inField(name, violation.getMessageTemplate());
    }
}
