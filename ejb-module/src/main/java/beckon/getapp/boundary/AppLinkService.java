package beckon.getapp.boundary;

import beckon.delivery.boundary.TextService;
import beckon.getapp.control.AppLinks;
import beckon.getapp.control.Browsers;
import beckon.getapp.entity.AppLinkRequest;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The door for visitors who want the link to Beckon on their phone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AppLinkService {

    @Inject AppLinks links;
    @Inject Browsers browsers;
    @Inject TextService texts;
    @Inject Settings settings;
    @Inject Clock clock;

    /** Whether texts can be sent at all. */
    public boolean isAvailable() {
        return texts.isAvailable();
    }

    /** By which a browser is known again when it comes with a number. */
    public String drawBrowser() {
        return browsers.draw();
    }

    /** Whether a browser still has what we gave it. */
    public boolean knows(String browser) {
        return browsers.find(browser).isPresent();
    }

    /** The country whose numbers need no country code, for a browser from this one. */
    public String homeCountry(String browsersCountry) {
        return browsersCountry != null && PhoneNumber.callingCode(browsersCountry) > 0
                ? browsersCountry
                : settings.homeCountry();
    }

    /**
     * Sends the link, or asks for the solution of a puzzle first.
     *
     * @return the puzzle; empty if the text is on its way
     * @throws RefusalException a {@link beckon.shared.PhoneReason}, COUNTRY_CLOSED, WAIT_A_MINUTE,
     *     NOT_SENT
     */
    public Optional<String> send(@NotNull @Valid AppLinkRequest request) {
        Instant now = clock.instant();
        try {
            Optional<String> puzzle = links.findPuzzle(request, now);
            if (puzzle.isEmpty()) {
                links.send(request, now);
            }
            return puzzle;
        } catch (RefusalException e) {
            links.tell(request, e, now);
            throw e;
        }
    }
}
