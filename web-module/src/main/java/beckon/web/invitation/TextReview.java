package beckon.web.invitation;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the dialog for texts shows before it sends.
 *
 * @param text as it will arrive
 * @param linkPutBack whether the link had been deleted
 */
public record TextReview(
        List<Person> everybody, String text, TextMeasure measure, boolean linkPutBack) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /**
     * Somebody in the field.
     *
     * @param name empty if unknown
     * @param kind as what they are invited; null if they are not
     */
    public record Person(String name, String number, MemberKind kind, String words, String tone) {
        public boolean isInvited() {
            return kind != null;
        }

        /** What stands first: the name, or the number. */
        public String getLabel() {
            return name.isEmpty() ? number : name;
        }
    }

    /** A piece of the text. */
    public record Piece(String words, boolean link) {}

    public List<Person> getInvited() {
        return everybody.stream().filter(Person::isInvited).toList();
    }

    public List<Person> getOthers() {
        return everybody.stream().filter(person -> !person.isInvited()).toList();
    }

    /** How many messages go out altogether. */
    public int getTotal() {
        return measure.segments() * getInvited().size();
    }

    /** The text, links apart from the rest. */
    public List<Piece> getPieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(end, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            end = links.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces.stream().filter(piece -> !piece.words().isEmpty()).toList();
    }
}
