package beckon.connector.mail.spi;

import beckon.connector.mail.OutgoingMail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a mail out: two alternatives of equal content, ASCII only.
 *
 * <p>By hand, because a general mail library takes ten times as long for it, and this is most of
 * what a mail costs.
 */
final class MailComposer {

    private static final String BOUNDARY = "=_part";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int MAX_ADDRESS = 254;
    private static final int HEADER = 1_000;

    private MailComposer() {}

    /**
     * Writes out a mail.
     *
     * @throws IllegalArgumentException if a field has a line break or the recipient is none
     */
    static byte[] compose(OutgoingMail mail, String from) {
        requireAddress(mail.to());
        StringBuilder header = new StringBuilder(HEADER);
        appendHeader(header, mail, from, CLOCK.instant());
        header.append("\r\n--" + BOUNDARY).append(partHeader("text/plain"));
        byte[] text = QuotedPrintable.encode(mail.text());
        byte[] html = QuotedPrintable.encode(mail.html());
        ByteArrayOutputStream message =
                new ByteArrayOutputStream(2 * HEADER + text.length + html.length);
        message.writeBytes(ascii(header));
        message.writeBytes(text);
        message.writeBytes(ascii("\r\n--" + BOUNDARY + partHeader("text/html")));
        message.writeBytes(html);
        message.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return message.toByteArray();
    }

    private static String partHeader(String type) {
        return "\r\nContent-Type: "
                + type
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static byte[] ascii(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void appendHeader(
            StringBuilder header, OutgoingMail mail, String from, Instant now) {
        header.append("Date: ");
        DATE.formatTo(now, header);
        header.append("\r\nFrom: ");
        if (mail.fromName() == null || mail.fromName().isBlank()) {
            header.append(from);
        } else {
            HeaderText.appendPhrase(header, HeaderText.oneLine(mail.fromName()), "From: ".length());
            header.append("\r\n <").append(from).append('>');
        }
        header.append("\r\nTo: ").append(mail.to());
        header.append("\r\nSubject: ");
        HeaderText.appendText(header, HeaderText.oneLine(mail.subject()), "Subject: ".length());
        appendField(header, "Message-ID", "<" + mail.messageId() + ">");
        appendField(header, "Auto-Submitted", "auto-generated");
        appendField(header, "MIME-Version", "1.0");
        if (mail.language() != null) {
            appendField(header, "Content-Language", mail.language());
        }
        for (Map.Entry<String, String> field : mail.headers().entrySet()) {
            appendField(header, field.getKey(), field.getValue());
        }
        header.append("\r\nContent-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n");
    }

    private static void appendField(StringBuilder header, String name, String value) {
        header.append("\r\n").append(requireGraphic(name)).append(": ");
        header.append(requireAscii(HeaderText.oneLine(value)));
    }

    private static void requireAddress(String address) {
        if (address == null || address.isEmpty() || address.length() > MAX_ADDRESS) {
            throw new IllegalArgumentException("no recipient");
        }
        requireGraphic(address);
        if (address.indexOf('@') < 1 || address.indexOf('<') >= 0 || address.indexOf('>') >= 0) {
            throw new IllegalArgumentException("the recipient is no address");
        }
    }

    private static String requireGraphic(String text) {
        if (text.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("a space where none may be");
        }
        return requireAscii(text);
    }

    private static String requireAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException("a letter outside ASCII where none may be");
            }
        }
        return text;
    }
}
