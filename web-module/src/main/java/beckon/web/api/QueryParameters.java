package beckon.web.api;

import beckon.shared.Page;
import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import java.util.List;

/** Reads what stands behind the question mark; what cannot be meant is an invalid request. */
final class QueryParameters {
    private static final int LAST_PAGE = 1_000_000;
    private static final int LONGEST_TEXT = 200;

    private QueryParameters() {}

    static int page(String value) {
        return number("page", value, 0, 0, LAST_PAGE);
    }

    static int size(String value) {
        return number("size", value, 50, 1, Page.MAX_SIZE);
    }

    static String text(String name, String value) {
        if (value != null && value.length() > LONGEST_TEXT) {
            throw invalid(name, "api.fault.tooLong");
        }
        return value == null ? "" : value;
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String name, String value, E absent) {
        if (value == null || value.isEmpty()) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw invalid(name, "api.fault.choice");
    }

    private static int number(String name, String value, int absent, int least, int most) {
        if (value == null || value.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, "api.fault.number");
        }
        throw invalid(name, "api.fault.number");
    }

    private static ProblemException invalid(String name, String key) {
        return new ProblemException(Problem.invalid(List.of(new Fault(name, key))));
    }
}
