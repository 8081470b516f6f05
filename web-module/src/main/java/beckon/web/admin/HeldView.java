package beckon.web.admin;

import beckon.account.boundary.HeldMessageService;
import beckon.delivery.entity.Hold;
import beckon.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** Messages of before a restore: sent after all, or withdrawn. */
@Named
@RequestScoped
public class HeldView {
    private static final String PAGE = "/admin/held";

    @Inject private HeldMessageService held;
    @Inject private Messages messages;

    private Hold hold;

    @PostConstruct
    void look() {
        hold = held.find().orElse(null);
    }

    /** Sends what waits. */
    public void release() {
        leave("admin.held.released", held.release());
    }

    /** Withdraws what waits. */
    public void discard() {
        leave("admin.held.discarded", held.discard());
    }

    private void leave(String key, int count) {
        Faces.getFlash().setKeepMessages(true);
        messages.info(key, count);
        Faces.redirect(PAGE);
    }

    /** What waits; null if nothing does. */
    public Hold getHold() {
        return hold;
    }
}
