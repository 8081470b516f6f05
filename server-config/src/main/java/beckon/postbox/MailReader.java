package beckon.postbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

/** Takes a mail apart into what people read. */
final class MailReader {

    private static final String UNREADABLE = "(not a readable mail)";
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    /** What stands in a list: all but the bodies. */
    static ReceivedMessage head(long id, String from, String to, Instant at, byte[] source) {
        String subject;
        try {
            subject = new MimeMessage(SESSION, new ByteArrayInputStream(source)).getSubject();
        } catch (MessagingException e) {
            subject = UNREADABLE;
        }
        return ReceivedMessage.mail(
                id, from, to, Objects.requireNonNullElse(subject, ""), "", "", at, "");
    }

    static ReceivedMessage read(long id, String from, String to, Instant at, byte[] source) {
        var raw = new String(source, StandardCharsets.UTF_8);
        try {
            var mail = new MimeMessage(SESSION, new ByteArrayInputStream(source));
            var parts = new Parts();
            parts.collect(mail);
            return ReceivedMessage.mail(
                    id,
                    from,
                    to,
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    parts.text.toString(),
                    parts.html.toString(),
                    at,
                    raw);
        } catch (MessagingException | IOException | IllegalArgumentException e) {
            return ReceivedMessage.mail(id, from, to, UNREADABLE, raw, "", at, raw);
        }
    }

    private static final class Parts {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        private void collect(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*")) {
                var several = new MimeMultipart(part.getDataHandler().getDataSource());
                for (int i = 0; i < several.getCount(); i++) {
                    collect(several.getBodyPart(i));
                }
            } else if (part.isMimeType("text/html")) {
                html.append(decoded(part));
            } else if (part.isMimeType("text/*")) {
                text.append(decoded(part));
            }
        }

        /** By hand, because which content handlers are found depends on the calling thread. */
        private static String decoded(Part part) throws MessagingException, IOException {
            var charset = new ContentType(part.getContentType()).getParameter("charset");
            return new String(
                    part.getInputStream().readAllBytes(),
                    charset == null
                            ? StandardCharsets.UTF_8
                            : Charset.forName(MimeUtility.javaCharset(charset)));
        }
    }
}
