package beckon.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateModelTest {

    @Test
    void anyTextComesBackAsItWas() {
        Map<String, String> model =
                Map.of("a", "\"\\ \n\t <b>{\"x\":1}", "b", "日本 👩‍👩‍👧 \u202E", "c", "");

        assertThat(TemplateModel.ofJson(TemplateModel.toJson(model))).isEqualTo(model);
    }

    @Test
    void controlsTakeNoRoom() {
        String json = TemplateModel.toJson(Map.of("a", "x\u0000\u0001\u001By"));

        assertThat(json).isEqualTo("{\"a\":\"x   y\"}");
    }

    @Test
    void absentValuesAreLeftOut() {
        Map<String, String> model = new HashMap<>();
        model.put("message", null);

        assertThat(TemplateModel.toJson(model)).isEqualTo("{}");
    }
}
