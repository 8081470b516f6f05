package beckon.web.api;

import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.shared.RefusalException;
import beckon.web.api.json.RecordWriter;
import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Invitations of the member whose token it is. */
@ApplicationScoped
@Path("v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    @Inject private InvitationService invitations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] invite(@Context HttpServletRequest request) {
        InviteRequest body = RequestBody.read(request, InviteRequest.class);
        var command =
                new Invite(
                        orNone(body.emails()),
                        orNone(body.phones()),
                        body.message(),
                        body.language(),
                        kind(body.inviteAs()),
                        null);
        return RecordWriter.write(InviteAnswer.of(invitations.invite(command)));
    }

    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : given;
    }

    @GET
    public byte[] list(
            @QueryParam("state") String state,
            @QueryParam("query") String query,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        var wanted =
                new InvitationQuery(
                        QueryParameters.oneOf(InvitationState.class, "state", state, null),
                        QueryParameters.text("query", query),
                        false,
                        QueryParameters.page(page),
                        QueryParameters.size(size));
        return RecordWriter.write(
                PageAnswer.of(invitations.list(wanted), InvitationAnswer::inList));
    }

    @GET
    @Path("{id}")
    public byte[] get(@PathParam("id") String id) {
        return answer(handle(id));
    }

    @POST
    @Path("{id}/resend")
    public byte[] resend(@PathParam("id") String id) {
        UUID handle = handle(id);
        invitations.resend(handle);
        return answer(handle);
    }

    @POST
    @Path("{id}/revoke")
    public byte[] revoke(@PathParam("id") String id) {
        UUID handle = handle(id);
        invitations.revoke(handle);
        return answer(handle);
    }

    private byte[] answer(UUID handle) {
        InvitationRow row =
                invitations
                        .find(handle)
                        .orElseThrow(() -> new RefusalException(InvitationReason.NOT_FOUND));
        return RecordWriter.write(InvitationAnswer.of(row, invitations.listDispatches(handle)));
    }

    private static UUID handle(String id) {
        return Handles.read(id).orElseThrow(() -> new RefusalException(InvitationReason.NOT_FOUND));
    }

    private static InviteAs kind(String inviteAs) {
        if (inviteAs == null) {
            return InviteAs.AUTOMATIC;
        }
        for (InviteAs kind : InviteAs.values()) {
            if (kind.name().equals(inviteAs)) {
                return kind;
            }
        }
        throw new ProblemException(
                Problem.invalid(List.of(Fault.inField("inviteAs", "api.fault.choice"))));
    }
}
