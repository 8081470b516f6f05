package beckon.web.person;

import beckon.person.boundary.SessionService;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SessionRow;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Where one is signed in, and signing out there. */
@Named
@RequestScoped
public class SessionsView {
    @Inject private SessionService sessions;
    @Inject private SignIn signIn;
    @Inject private SessionWords words;
    @Inject private Messages messages;

    private UUID chosen;
    private List<SessionRow> rows;

    /** Signs out in the chosen session. */
    public void end() {
        SessionRow row = chosenRow();
        sessions.end(row.handle());
        rows = null;
        messages.info("person.sessions.ended", words.device(row));
    }

    /** Signs out everywhere but here. */
    public void endOthers() {
        int ended = sessions.endOthers(here());
        rows = null;
        messages.info("person.sessions.othersEnded", ended);
    }

    /** Live sessions, this one first. */
    public List<SessionRow> getRows() {
        if (rows == null) {
            rows = sessions.list(here());
        }
        return rows;
    }

    /** Whether this is the only place where one is signed in. */
    public boolean isAlone() {
        return getRows().size() <= 1;
    }

    private SessionRow chosenRow() {
        return getRows().stream()
                .filter(row -> row.handle().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new RefusalException(PersonReason.NOT_FOUND));
    }

    private UUID here() {
        return signIn.current().orElseThrow();
    }

    public String getChosen() {
        return chosen == null ? "" : chosen.toString();
    }

    /** Takes the handle of a row; what is none is treated like an unknown one. */
    public void setChosen(String handle) {
        try {
            chosen = UUID.fromString(handle);
        } catch (IllegalArgumentException invalid) {
            chosen = new UUID(0, 0);
        }
    }
}
