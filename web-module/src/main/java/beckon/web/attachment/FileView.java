package beckon.web.attachment;

import beckon.attachment.boundary.AttachmentService;
import beckon.attachment.entity.SharedFile;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** What whoever got a file's link is told of it. */
@Named
@RequestScoped
public class FileView {
    @Inject private AttachmentService attachments;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private SharedFile file;

    /** Looks at what the link is about, which changes nothing. */
    public void look() {
        file = token == null ? null : attachments.look(token).orElse(null);
    }

    /** The file; null if the link opens nothing. */
    public SharedFile getFile() {
        return file;
    }

    public String getTitle() {
        return messages.text(file == null ? "attachment.file.goneTitle" : "attachment.file.title");
    }

    /** What kind of file it is, and how large. */
    public String getFacts() {
        FileSize size = FileSize.of(file.size());
        return messages.text("attachment.type." + file.type())
                + " · "
                + messages.text("attachment.size." + size.unit(), size.amount());
    }

    public String getIcon() {
        return switch (file.type()) {
            case JPEG, PNG, GIF, WEBP, HEIC -> "pi-image";
            case PDF -> "pi-file-pdf";
            case MP4 -> "pi-video";
        };
    }

    public String getDownload() {
        return "/download/" + token;
    }
}
