package beckon.person.entity;

import java.util.List;

/**
 * What a browser says of itself, in names that people know.
 *
 * @param browser such as {@code Firefox}; null if it is none that is known
 * @param system such as {@code Windows}; null if it is none that is known
 */
public record Device(String browser, String system) {

    // the order counts: most browsers also claim to be others that are more common
    private static final List<Sign> BROWSERS =
            List.of(
                    new Sign("Edg", "Edge"),
                    new Sign("OPR/", "Opera"),
                    new Sign("SamsungBrowser/", "Samsung Internet"),
                    new Sign("Firefox/", "Firefox"),
                    new Sign("FxiOS/", "Firefox"),
                    new Sign("Chrome/", "Chrome"),
                    new Sign("CriOS/", "Chrome"),
                    new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS =
            List.of(
                    new Sign("Windows", "Windows"),
                    new Sign("iPhone", "iPhone"),
                    new Sign("iPad", "iPad"),
                    new Sign("Android", "Android"),
                    new Sign("CrOS", "ChromeOS"),
                    new Sign("Mac OS X", "macOS"),
                    new Sign("Linux", "Linux"));

    /** Reads the header {@code User-Agent}; null is nothing that is known. */
    public static Device of(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return new Device(name(BROWSERS, said), name(SYSTEMS, said));
    }

    private static String name(List<Sign> signs, String said) {
        return signs.stream()
                .filter(sign -> said.contains(sign.word()))
                .map(Sign::name)
                .findFirst()
                .orElse(null);
    }

    private record Sign(String word, String name) {}
}
