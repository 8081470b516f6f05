package beckon.contact.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.contact.control.ContactPhotoRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/** The door to the photos of contacts: whoever may see a person sees their photo, nobody else. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ContactPhotoService {

    @Inject CurrentCaller caller;
    @Inject ContactPhotoRepository photos;

    /**
     * A photo's JPEG; empty if the caller may not see whom it shows, or it was replaced.
     *
     * @param small as on lists
     */
    public Optional<byte[]> find(@NotNull UUID handle, boolean small) {
        return photos.find(caller.get(), handle, small);
    }
}
