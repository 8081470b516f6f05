package beckon.attachment.entity;

import java.util.List;
import java.util.Locale;

/** The kinds of files that may be attached; none of them runs where it is opened. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    PDF("application/pdf", "pdf"),
    MP4("video/mp4", "mp4", "m4v");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** What stands behind the last dot of its names, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether an extension is one of this type's. */
    boolean hasExtension(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }
}
