package beckon.exchange.boundary;

import beckon.contact.boundary.ContactBookService;
import beckon.exchange.control.ContactFiles;
import beckon.exchange.entity.FileFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The door for the caller's own contacts on their way out. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class ExportService {

    @Inject ContactBookService books;
    @Inject ContactFiles files;

    /** All contacts that the caller alone has, as one file in UTF-8. */
    public byte[] export(@NotNull FileFormat format) {
        return files.write(books.takeOut(), format);
    }
}
