package beckon.web.invitation;

import beckon.invitation.entity.LinkState;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is said of links, and in which tone. */
@Named
@RequestScoped
public class LinkWords {
    @Inject private Messages messages;
    @Inject private Clock clock;

    /** The moment so many hours from now. */
    Instant after(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    public String state(LinkState state) {
        return messages.text("invitation.link.state." + state);
    }

    public String tone(LinkState state) {
        return switch (state) {
            case OPEN -> "good";
            case EXPIRED, USED_UP -> "warn";
            case DEACTIVATED -> "note";
        };
    }

    /** How many have come by a link, of how many. */
    public String uses(int uses, Integer maxUses) {
        return maxUses == null
                ? messages.text("invitation.link.used", uses)
                : messages.text("invitation.link.usedOf", uses, maxUses);
    }

    /** How many a link may be for at most. */
    public String mostUses(Integer most) {
        return most == null
                ? messages.text("invitation.link.uses.any")
                : messages.text("invitation.link.uses.most", most);
    }
}
