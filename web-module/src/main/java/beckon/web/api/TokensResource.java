package beckon.web.api;

import beckon.person.boundary.SignInService;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.SignInRequest;
import beckon.shared.Settings;
import beckon.web.api.json.RecordWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Personal API tokens for name and password: in the demonstration only. */
@ApplicationScoped
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject private SignInService signIns;
    @Inject private Settings settings;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] issue(@Context HttpServletRequest request) {
        if (!settings.demo()) {
            throw new NotFoundException();
        }
        TokenRequest body = RequestBody.read(request, TokenRequest.class);
        IssuedToken token =
                signIns.issueApiToken(
                        new SignInRequest(
                                body.email(), body.password(), request.getRemoteAddr(), null));
        return RecordWriter.write(new TokenAnswer(token.secret(), token.expiresAt()));
    }
}
