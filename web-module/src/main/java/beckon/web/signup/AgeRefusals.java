package beckon.web.signup;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The invitations for which this browser has told too young an age; neither Back nor another date
 * takes that back as long as the browser's session lasts.
 */
@SessionScoped
public class AgeRefusals implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<UUID> invitations = new HashSet<>();

    void add(UUID invitation) {
        invitations.add(invitation);
    }

    boolean contains(UUID invitation) {
        return invitations.contains(invitation);
    }
}
