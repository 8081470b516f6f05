package beckon.web.api;

import beckon.invitation.boundary.LinkService;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.ShareLink;
import beckon.shared.RefusalException;
import beckon.web.api.json.RecordWriter;
import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Links of the member whose token it is. */
@ApplicationScoped
@Path("v1/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {
    @Inject private LinkService links;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context HttpServletRequest request) {
        LinkRequest body = RequestBody.read(request, LinkRequest.class);
        var command = new ShareLink(body.maxUses(), moment(body.expiresAt()), body.domain());
        byte[] answer = RecordWriter.write(NewLinkAnswer.of(links.create(command)));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @GET
    public byte[] list(@QueryParam("page") String page, @QueryParam("size") String size) {
        var rows = links.list(false, QueryParameters.page(page), QueryParameters.size(size));
        return RecordWriter.write(PageAnswer.of(rows, LinkAnswer::of));
    }

    @DELETE
    @Path("{id}")
    public void deactivate(@PathParam("id") String id) {
        links.deactivate(
                Handles.read(id).orElseThrow(() -> new RefusalException(LinkReason.NOT_FOUND)));
    }

    private static Instant moment(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.invalid(List.of(Fault.inField("expiresAt", "api.fault.moment"))));
        }
    }
}
