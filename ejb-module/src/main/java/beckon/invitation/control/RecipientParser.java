package beckon.invitation.control;

import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Recipient;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads addresses out of whatever people type, paste or post: the one parser for all ways in. */
@ApplicationScoped
public class RecipientParser {
    private static final String WRAPPINGS = "''\"\"()[]\u2018\u2019\u201C\u201D\u00AB\u00BB";

    /** Each address once, as first spelled; what is none survives as it is. */
    public List<Recipient> parse(String text) {
        return parse(List.of(text));
    }

    /** The same over several texts, such as the elements of an API call. */
    public List<Recipient> parse(Collection<String> texts) {
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        for (String text : texts) {
            for (String piece : RecipientSplitter.split(text == null ? "" : text)) {
                for (Recipient recipient : read(piece)) {
                    recipients.putIfAbsent(keyOf(recipient), recipient);
                }
            }
        }
        return List.copyOf(recipients.values());
    }

    /**
     * The one address in a field for one.
     *
     * @throws RefusalException ADDRESS_…
     */
    EmailAddress parseOne(String typed) {
        List<Recipient> read = parse(typed);
        if (read.size() != 1) {
            throw new RefusalException(
                    read.isEmpty()
                            ? InvitationReason.ADDRESS_INCOMPLETE
                            : InvitationReason.ADDRESS_NOT_VALID);
        }
        if (!read.get(0).isValid()) {
            throw new RefusalException(read.get(0).flaw());
        }
        return read.get(0).email();
    }

    private static String keyOf(Recipient recipient) {
        return recipient.isValid()
                ? recipient.key()
                : " " + recipient.typed().toLowerCase(Locale.ROOT);
    }

    private static List<Recipient> read(String piece) {
        String bare = unwrapped(bracketed(piece));
        List<Recipient> read = new ArrayList<>();
        for (String address : RecipientSplitter.isLink(bare) ? linked(bare) : List.of(bare)) {
            try {
                read.add(Recipient.valid(EmailAddress.of(address)));
            } catch (EmailAddress.FlawException e) {
                return List.of(Recipient.invalid(piece, reasonOf(e.flaw())));
            }
        }
        return read.isEmpty()
                ? List.of(Recipient.invalid(piece, InvitationReason.ADDRESS_INCOMPLETE))
                : read;
    }

    private static String bracketed(String piece) {
        int open = piece.lastIndexOf('<');
        return open >= 0 && piece.endsWith(">")
                ? piece.substring(open + 1, piece.length() - 1).strip()
                : piece;
    }

    private static String unwrapped(String piece) {
        for (int i = 0; i < WRAPPINGS.length(); i += 2) {
            boolean wrapped =
                    piece.length() > 2
                            && piece.charAt(0) == WRAPPINGS.charAt(i)
                            && piece.charAt(piece.length() - 1) == WRAPPINGS.charAt(i + 1);
            if (wrapped) {
                return piece.substring(1, piece.length() - 1).strip();
            }
        }
        return piece;
    }

    /** The addresses of a {@code mailto:} link (RFC 6068): before the query, or its {@code to}. */
    private static List<String> linked(String link) {
        String[] parts = link.substring(RecipientSplitter.MAILTO.length()).split("\\?", 2);
        List<String> addresses = new ArrayList<>(addresses(parts[0]));
        if (parts.length > 1) {
            for (String field : parts[1].split("&(?:amp;)?")) {
                if (field.regionMatches(true, 0, "to=", 0, 3)) {
                    addresses.addAll(addresses(field.substring(3)));
                }
            }
        }
        return addresses;
    }

    private static List<String> addresses(String encoded) {
        List<String> addresses = new ArrayList<>();
        for (String address : decoded(encoded).split(",")) {
            if (!address.isBlank()) {
                addresses.add(address.strip());
            }
        }
        return addresses;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // not percent-encoded after all: an address may have a percent sign
            return encoded;
        }
    }

    private static InvitationReason reasonOf(EmailAddress.Flaw flaw) {
        return switch (flaw) {
            case INCOMPLETE -> InvitationReason.ADDRESS_INCOMPLETE;
            case TOO_LONG -> InvitationReason.ADDRESS_TOO_LONG;
            case NOT_VALID -> InvitationReason.ADDRESS_NOT_VALID;
        };
    }
}
