package beckon.web.api.json;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** Writes a record as a JSON object: components in their order, null as null. */
public final class RecordWriter {
    private static final JsonGeneratorFactory GENERATORS =
            JsonProvider.provider().createGeneratorFactory(Map.of());
    private static final int USUAL_SIZE = 2048;

    private RecordWriter() {}

    /** The record in UTF-8. */
    public static byte[] write(Record value) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
            write(json, value);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record source) {
            json.writeStartObject();
            RecordShape.of(source.getClass())
                    .accessors()
                    .forEach(
                            (name, accessor) -> {
                                json.writeKey(name);
                                write(json, RecordShape.get(accessor, source));
                            });
            json.writeEnd();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> write(json, element));
            json.writeEnd();
        } else if (value instanceof Integer || value instanceof Long) {
            json.write(((Number) value).longValue());
        } else if (value instanceof Boolean claim) {
            json.write(claim);
        } else {
            json.write(value.toString());
        }
    }
}
