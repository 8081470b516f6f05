package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.contact.entity.ContactNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedNumbersTest {
    @Test
    void contactsNumberKeepsItsName() {
        String piece = NamedNumbers.piece(new ContactNumber("Marie Curie", "+33612345678"));

        NamedNumbers named = NamedNumbers.of(List.of("06 98 76 54 32", piece));

        assertThat(piece).isEqualTo("Marie Curie <+33612345678>");
        assertThat(named.nameOf("+33612345678")).isEqualTo("Marie Curie");
        assertThat(named.pieceOf("+33612345678")).isEqualTo(piece);
    }

    @Test
    void numberTypedByHandHasNone() {
        NamedNumbers named = NamedNumbers.of(List.of("06 98 76 54 32", "<0612345678>"));

        assertThat(named.nameOf("06 98 76 54 32")).isEmpty();
        assertThat(named.pieceOf("06 98 76 54 32")).isEqualTo("06 98 76 54 32");
        assertThat(named.nameOf("0612345678")).isEmpty();
    }

    @Test
    void nothingInANamePartsIt() {
        assertThat(NamedNumbers.piece(new ContactNumber("Curie, Marie; <b>\n", "+33612345678")))
                .isEqualTo("Curie Marie b <+33612345678>");
        assertThat(NamedNumbers.piece(new ContactNumber("<>", "+33612345678")))
                .isEqualTo("+33612345678");
    }
}
