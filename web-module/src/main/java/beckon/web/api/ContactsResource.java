package beckon.web.api;

import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.web.api.json.RecordWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The address book, as the member whose token it is may see it. */
@ApplicationScoped
@Path("v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {
    @Inject private ContactService contacts;

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
}
