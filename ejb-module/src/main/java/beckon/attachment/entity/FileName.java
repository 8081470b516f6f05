package beckon.attachment.entity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file's name that harms nobody who sees it or stores the file under it.
 *
 * <p>It has no folders, no control or invisible characters, nothing that a file system reserves,
 * and its ending tells what the file is.
 *
 * @param value such as {@code Programme.pdf}
 */
public record FileName(String value) {

    private static final int MAX_CHARACTERS = 120;
    private static final int MAX_OCTETS = 200;
    private static final String NAMELESS = "file";
    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%]");
    private static final Pattern EDGES = Pattern.compile("^[ .~-]+|[ .]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(?i)(com|lpt)[0-9¹²³]");

    /** The name that a file of this type gets if somebody calls it so. */
    public static FileName of(String typed, FileType type) {
        String name = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC);
        name = FOLDERS.matcher(name).replaceFirst("");
        name = SPACE.matcher(name).replaceAll(" ");
        name = UNSEEN.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_");
        name = EDGES.matcher(name).replaceAll("");
        String extension = type.extensions().get(0);
        int dot = name.lastIndexOf('.');
        if (EXTENSION.matcher(name).find()) {
            String own = name.substring(dot + 1);
            extension = type.hasExtension(own) ? own : extension;
            name = EDGES.matcher(name.substring(0, dot)).replaceAll("");
        }
        return new FileName(notReserved(shortened(name)) + "." + extension);
    }

    /** The same for whoever reads nothing but ASCII. */
    public String ascii() {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\]", "_");
    }

    private static String notReserved(String name) {
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean device =
                DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT))
                        || NUMBERED_DEVICE.matcher(stem.strip()).matches();
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return device ? NAMELESS + " " + name : name;
    }

    /** Cut between characters, never within one. */
    private static String shortened(String name) {
        StringBuilder kept = new StringBuilder();
        int octets = 0;
        int characters = 0;
        for (int c : name.codePoints().toArray()) {
            octets += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (++characters > MAX_CHARACTERS || octets > MAX_OCTETS) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return EDGES.matcher(kept).replaceAll("");
    }
}
