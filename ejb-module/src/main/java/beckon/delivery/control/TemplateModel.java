package beckon.delivery.control;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes and reads what a template's placeholders stand for, as a flat JSON object. */
final class TemplateModel {

    /** Found once: each call of {@code Json} looks for it on the whole class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonGeneratorFactory GENERATORS = JSON.createGeneratorFactory(Map.of());

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private TemplateModel() {}

    static String toJson(Map<String, String> model) {
        StringWriter json = new StringWriter(256);
        try (JsonGenerator generator = GENERATORS.createGenerator(json)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> entry : model.entrySet()) {
                if (entry.getValue() != null) {
                    generator.write(entry.getKey(), printable(entry.getValue()));
                }
            }
            generator.writeEnd();
        }
        return json.toString();
    }

    /** Without controls, which would take six characters each and mean nothing in a mail. */
    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    static Map<String, String> ofJson(String json) {
        Map<String, String> model = new LinkedHashMap<>();
        try (var reader = JSON.createReader(new StringReader(json))) {
            for (Map.Entry<String, JsonValue> entry : reader.readObject().entrySet()) {
                model.put(entry.getKey(), ((JsonString) entry.getValue()).getString());
            }
        }
        return model;
    }
}
