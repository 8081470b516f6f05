package beckon.web.invitation;

import beckon.contact.entity.ContactNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that go along with numbers in the dialog's field: a contact's number is there as {@code
 * Marie Curie <+33612345678>}, one typed by hand as it was typed.
 */
final class NamedNumbers {
    private final Map<String, String> names = new HashMap<>();

    private NamedNumbers() {}

    static NamedNumbers of(List<String> pieces) {
        NamedNumbers named = new NamedNumbers();
        pieces.forEach(named::add);
        return named;
    }

    /** How a contact's number stands in the field; nothing in the name parts it. */
    static String piece(ContactNumber contact) {
        String name = contact.displayName().replaceAll("[<>,;\\p{Cntrl}\\s]+", " ").strip();
        return name.isEmpty() ? contact.phone() : name + " <" + contact.phone() + ">";
    }

    private void add(String piece) {
        int open = piece.lastIndexOf('<');
        if (open > 0 && piece.endsWith(">")) {
            String number = piece.substring(open + 1, piece.length() - 1).strip();
            names.putIfAbsent(number, piece.substring(0, open).strip());
        }
    }

    /** Whose number it is; empty if nobody has said so. */
    String nameOf(String number) {
        return names.getOrDefault(number, "");
    }

    /** The number with its name, as it stands in the field. */
    String pieceOf(String number) {
        String name = nameOf(number);
        return name.isEmpty() ? number : name + " <" + number + ">";
    }
}
