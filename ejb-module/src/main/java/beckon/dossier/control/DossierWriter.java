package beckon.dossier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/** Writes the dossier of one person, section by section, row by row. */
@ApplicationScoped
public class DossierWriter {

    /** Raised whenever a section or a field is renamed or taken away; more may come without. */
    static final int VERSION = 1;

    private static final JsonProvider JSON = JsonProvider.provider();

    private DossierRepository dossiers;

    protected DossierWriter() {}

    @Inject
    public DossierWriter(DossierRepository dossiers) {
        this.dossiers = dossiers;
    }

    /** All sections, each as it stands when it is read; the stream is left open. */
    @Transactional
    public void write(long personId, Instant now, OutputStream out) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject()
                .write("format", "beckon-own-data")
                .write("version", VERSION)
                .write("takenAt", now.toString());
        for (DossierSection section : DossierSection.values()) {
            json.writeStartArray(section.key());
            dossiers.read(section, personId, fields -> writeRow(json, fields));
            json.writeEnd();
        }
        json.writeEnd().flush();
    }

    private static void writeRow(JsonGenerator json, Map<String, Object> fields) {
        json.writeStartObject();
        fields.forEach((key, value) -> write(json, key, value));
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String key, Object value) {
        if (value == null) {
            json.writeNull(key);
        } else if (value instanceof Boolean claim) {
            json.write(key, claim);
        } else if (value instanceof Number number) {
            json.write(key, number.longValue());
        } else {
            json.write(key, value.toString());
        }
    }
}
