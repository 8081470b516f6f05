package beckon.web.api;

import beckon.account.boundary.AccountService;
import beckon.contact.boundary.ContactService;
import beckon.contact.boundary.PersonalContactService;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactReason;
import beckon.shared.RefusalException;
import beckon.web.api.json.RecordWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The address book, as the member whose token it is may see it. */
@ApplicationScoped
@Path("v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {
    @Inject private ContactService contacts;
    @Inject private PersonalContactService personal;
    @Inject private AccountService accounts;

    @GET
    public byte[] list(
            @QueryParam("query") String query,
            @QueryParam("group") String group,
            @QueryParam("badge") String badge,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        var wanted =
                new ContactQuery(
                        QueryParameters.oneOf(ContactGroup.class, "group", group, ContactGroup.ALL),
                        QueryParameters.oneOf(ContactBadge.class, "badge", badge, null),
                        QueryParameters.text("query", query),
                        QueryParameters.page(page),
                        QueryParameters.size(size));
        return RecordWriter.write(PageAnswer.of(contacts.list(wanted), ContactAnswer::of));
    }

    /** Adds somebody to the caller's own contacts. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context HttpServletRequest request) {
        ContactRequest body = RequestBody.read(request, ContactRequest.class);
        UUID handle = personal.add(ContactBody.read(body, null, accounts.getHomeCountry()));
        byte[] answer = RecordWriter.write(ContactCardAnswer.of(card(handle)));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @GET
    @Path("{id}")
    public byte[] get(@PathParam("id") String id) {
        return RecordWriter.write(ContactCardAnswer.of(card(handle(id))));
    }

    /** Writes one of the caller's own contacts anew; what is left out is gone. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] change(@PathParam("id") String id, @Context HttpServletRequest request) {
        ContactRequest body = RequestBody.read(request, ContactRequest.class);
        UUID handle = handle(id);
        personal.change(handle, ContactBody.read(body, card(handle), accounts.getHomeCountry()));
        return RecordWriter.write(ContactCardAnswer.of(card(handle)));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        personal.remove(handle(id));
    }

    private ContactCard card(UUID handle) {
        return contacts.findCard(handle)
                .orElseThrow(() -> new RefusalException(ContactReason.NOT_FOUND));
    }

    private static UUID handle(String id) {
        return Handles.read(id).orElseThrow(() -> new RefusalException(ContactReason.NOT_FOUND));
    }
}
