package beckon.web.invitation;

import beckon.shared.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The recipients in the dialog's field while they are gathered: each once, so many at most, none
 * lost.
 *
 * @param accepted what the field holds, in the order of typing
 * @param repeated what was there already
 * @param left what there was no room for
 */
record Recipients(List<String> accepted, List<String> repeated, List<String> left) {

    static Recipients gather(List<String> present, List<String> added, int most) {
        Map<String, String> accepted = new LinkedHashMap<>();
        Map<String, String> left = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        present.forEach(typed -> accepted.putIfAbsent(key(typed), typed));
        for (String typed : added) {
            if (accepted.containsKey(key(typed))) {
                repeated.add(typed);
            } else if (accepted.size() < most) {
                accepted.put(key(typed), typed);
            } else {
                left.putIfAbsent(key(typed), typed);
            }
        }
        return new Recipients(List.copyOf(accepted.values()), repeated, List.copyOf(left.values()));
    }

    /** How many there would be together. */
    int wanted() {
        return accepted.size() + left.size();
    }

    private static String key(String typed) {
        try {
            return EmailAddress.of(typed).key();
        } catch (IllegalArgumentException invalid) {
            return typed.strip().toLowerCase(Locale.ROOT);
        }
    }
}
