package beckon.invitation.boundary;

import beckon.invitation.entity.Offer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.validation.constraints.NotNull;

/** The door for whoever holds a link: to look, which changes nothing, and to decline. */
@Stateless
@PermitAll
public class OfferService {

    /** What the link offers; nothing is changed, however often it is asked. */
    public Offer look(@NotNull String token) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * @throws beckon.shared.RefusalException EXPIRED, REVOKED, USED, DECLINED, NOT_FOUND
     */
    public void decline(@NotNull String token) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Inner door: uses the offer up, once, for a person who takes it; decides anew what they
     * become.
     *
     * @return the new membership's id
     * @throws beckon.shared.RefusalException EXPIRED, REVOKED, USED, DECLINED, NOT_FOUND,
     *     OTHER_PERSON
     */
    public long accept(@NotNull String token, long personId) {
        throw new UnsupportedOperationException("not built yet");
    }
}
