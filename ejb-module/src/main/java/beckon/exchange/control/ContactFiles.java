package beckon.exchange.control;

import beckon.contact.entity.ContactCard;
import beckon.exchange.entity.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes contacts into files. */
@ApplicationScoped
public class ContactFiles {

    /** A file in UTF-8. */
    public byte[] write(List<ContactCard> contacts, FileFormat format) {
        String text = format == FileFormat.CSV ? CsvSheet.write(contacts) : VCards.write(contacts);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
