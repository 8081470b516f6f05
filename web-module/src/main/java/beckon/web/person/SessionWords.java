package beckon.web.person;

import beckon.person.entity.Device;
import beckon.person.entity.SessionRow;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the screens say of a session. */
@Named
@ApplicationScoped
public class SessionWords {
    @Inject private Messages messages;
    @Inject private Clock clock;

    /** Browser and system, as far as they are known. */
    public String device(SessionRow row) {
        Device device = row.device();
        if (device.browser() != null && device.system() != null) {
            return messages.text("person.sessions.device", device.browser(), device.system());
        }
        if (device.browser() != null) {
            return device.browser();
        }
        return device.system() != null
                ? device.system()
                : messages.text("person.sessions.device.unknown");
    }

    /** How long ago. */
    public String ago(Instant moment) {
        Duration past = Duration.between(moment, clock.instant());
        if (past.toDays() > 0) {
            return messages.text("person.sessions.daysAgo", past.toDays());
        }
        return past.toHours() > 0
                ? messages.text("person.sessions.hoursAgo", past.toHours())
                : messages.text("person.sessions.minutesAgo", Math.max(0, past.toMinutes()));
    }
}
