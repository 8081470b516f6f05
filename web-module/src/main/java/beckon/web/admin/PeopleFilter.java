package beckon.web.admin;

import beckon.account.entity.MemberKind;
import beckon.licence.entity.PeopleOrder;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PeopleState;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which people a page lists, as its address says.
 *
 * @param kind null: all
 * @param licensed null: with or without a licence
 */
record PeopleFilter(
        String text, MemberKind kind, PeopleState state, Boolean licensed, PeopleOrder order)
        implements Serializable {

    private static final int LONGEST = 254;
    private static final String WITH = "with";
    private static final String WITHOUT = "without";

    /** Reads an address; what it does not know filters nothing. */
    static PeopleFilter of(Map<String, String> parameters) {
        String text = parameters.getOrDefault("q", "").strip();
        String licence = parameters.getOrDefault("licence", "");
        return new PeopleFilter(
                text.substring(0, Math.min(text.length(), LONGEST)),
                known(MemberKind.values(), parameters.get("kind"), null),
                known(PeopleState.values(), parameters.get("state"), PeopleState.ACTIVE),
                licence.equals(WITH) ? Boolean.TRUE : licence.equals(WITHOUT) ? false : null,
                known(PeopleOrder.values(), parameters.get("sort"), PeopleOrder.NAME));
    }

    PeopleFilter of(MemberKind other) {
        return new PeopleFilter(text, other, PeopleState.ACTIVE, licensed, order);
    }

    PeopleFilter in(PeopleState other) {
        return new PeopleFilter(text, null, other, licensed, order);
    }

    PeopleFilter licensed(Boolean other) {
        return new PeopleFilter(text, kind, state, other, order);
    }

    PeopleFilter by(PeopleOrder other) {
        return new PeopleFilter(text, kind, state, licensed, other);
    }

    boolean isFiltered() {
        return !text.isEmpty() || kind != null || state != PeopleState.ACTIVE;
    }

    PeopleQuery query(int page, int size) {
        return new PeopleQuery(text, kind, state, licensed, order, page, size);
    }

    /** The address of a page, counted from 1. */
    String address(String path, int page) {
        String parameters =
                parameters(page).entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    private Map<String, String> parameters(int page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parameters.put("q", text);
        }
        if (kind != null) {
            parameters.put("kind", kind.name());
        }
        if (state != PeopleState.ACTIVE) {
            parameters.put("state", state.name());
        }
        if (licensed != null) {
            parameters.put("licence", licensed ? WITH : WITHOUT);
        }
        if (order != PeopleOrder.NAME) {
            parameters.put("sort", order.name());
        }
        if (page > 1) {
            parameters.put("page", Integer.toString(page));
        }
        return parameters;
    }

    private static <E extends Enum<E>> E known(E[] all, String name, E otherwise) {
        for (E each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
