package beckon.web.api.json;

import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON object into a record of strings, lists of strings and whole numbers.
 *
 * <p>A field that is left out or null is null in the record. A field that the record does not have,
 * one of another type and one that is given twice are faults, told all at once.
 */
public final class RecordReader {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST_FAULTS = 20;
    private static final int DEEPEST = 30;
    private static final int LONGEST_NUMBER = 9;

    private RecordReader() {}

    /**
     * @throws ProblemException {@code malformed-json} or {@code invalid-request}
     */
    public static <T extends Record> T read(byte[] body, Class<T> type) {
        List<Fault> faults = new ArrayList<>();
        T read = RecordShape.of(type).create(fields(body, RecordShape.of(type), faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
        return read;
    }

    private static Map<String, Object> fields(
            byte[] body, RecordShape<?> shape, List<Fault> faults) {
        try (JsonParser parser = JSON.createParser(new StringReader(text(body)))) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (parser.next() != Event.START_OBJECT) {
                throw new ProblemException(
                        Problem.invalid(List.of(new Fault("", "api.fault.notAnObject"))));
            }
            while (parser.next() == Event.KEY_NAME) {
                readField(parser, shape, fields, faults);
            }
            if (parser.hasNext()) {
                throw malformed();
            }
            return fields;
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
            throw malformed();
        }
    }

    private static void readField(
            JsonParser parser,
            RecordShape<?> shape,
            Map<String, Object> fields,
            List<Fault> faults) {
        String name = parser.getString();
        Event event = parser.next();
        Object value = null;
        String fault = null;
        if (!shape.has(name)) {
            fault = "api.fault.unknown";
            skip(parser, event);
        } else if (fields.containsKey(name)) {
            fault = "api.fault.twice";
            skip(parser, event);
        } else if (event != Event.VALUE_NULL) {
            value = value(parser, event, shape, name);
            fault = value != null ? null : faultOf(shape, name);
        }
        if (fault == null) {
            fields.put(name, value);
        } else if (faults.size() < MOST_FAULTS) {
            faults.add(Fault.inField(name, fault));
        }
    }

    private static Object value(JsonParser parser, Event event, RecordShape<?> shape, String name) {
        if (shape.isList(name)) {
            return strings(parser, event);
        }
        return shape.isNumber(name) ? number(parser, event) : string(parser, event);
    }

    private static String faultOf(RecordShape<?> shape, String name) {
        if (shape.isList(name)) {
            return "api.fault.list";
        }
        return shape.isNumber(name) ? "api.fault.number" : "api.fault.text";
    }

    private static Integer number(JsonParser parser, Event event) {
        if (event == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
            var number = parser.getBigDecimal();
            boolean fits = number.precision() - number.scale() <= LONGEST_NUMBER;
            return fits ? number.intValue() : null;
        }
        skip(parser, event);
        return null;
    }

    private static String string(JsonParser parser, Event event) {
        if (event == Event.VALUE_STRING) {
            return parser.getString();
        }
        skip(parser, event);
        return null;
    }

    private static List<String> strings(JsonParser parser, Event event) {
        if (event != Event.START_ARRAY) {
            skip(parser, event);
            return null;
        }
        List<String> strings = new ArrayList<>();
        boolean good = true;
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            if (next == Event.VALUE_STRING) {
                strings.add(parser.getString());
            } else {
                good = false;
                skip(parser, next);
            }
        }
        return good ? strings : null;
    }

    /** Not by {@code skipArray}: Parsson 1.1.7 runs for ever where the text ends within one. */
    private static void skip(JsonParser parser, Event event) {
        int depth = change(event);
        while (depth > 0) {
            depth += change(parser.next());
            if (depth > DEEPEST) {
                throw malformed();
            }
        }
    }

    private static int change(Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(Problem.of("malformed-json", 400));
    }
}
