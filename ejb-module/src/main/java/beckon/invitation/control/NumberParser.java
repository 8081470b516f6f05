package beckon.invitation.control;

import beckon.invitation.entity.Recipient;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads phone numbers out of whatever people type, paste or post: the one for all ways in. */
@ApplicationScoped
public class NumberParser {
    private static final Pattern BETWEEN = Pattern.compile("[,;\\t\\n\\r]+");

    /** Pieces of a typed or pasted text, one number each. */
    public List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : BETWEEN.split(VisibleText.of(text))) {
            if (!piece.isBlank()) {
                pieces.add(piece.strip());
            }
        }
        return pieces;
    }

    /**
     * Each number once, as first spelled, whatever notations it comes in; what is none survives as
     * it is.
     *
     * @param homeCountry whose national form is understood
     */
    public List<Recipient> parse(Collection<String> texts, String homeCountry) {
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        for (String text : texts) {
            for (String piece : split(text == null ? "" : text)) {
                Recipient recipient = read(piece, homeCountry);
                recipients.putIfAbsent(
                        recipient.isValid() ? recipient.key() : " " + piece, recipient);
            }
        }
        return List.copyOf(recipients.values());
    }

    private static Recipient read(String piece, String homeCountry) {
        int open = piece.lastIndexOf('<');
        boolean named = open >= 0 && piece.endsWith(">");
        String typed = named ? piece.substring(open + 1, piece.length() - 1).strip() : piece;
        try {
            return Recipient.valid(typed, PhoneNumber.parse(typed, homeCountry));
        } catch (RefusalException e) {
            return Recipient.invalid(piece, e.reason());
        }
    }
}
