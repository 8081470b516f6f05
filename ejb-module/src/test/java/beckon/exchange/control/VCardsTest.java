package beckon.exchange.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.PersonalContact;
import beckon.exchange.entity.Flaw;
import beckon.exchange.entity.Remark;
import beckon.shared.RefusalException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VCardsTest {

    @Test
    void versionThreeIsRead() {
        PersonalContact contact =
                one(
                        "VERSION:3.0",
                        "N:Curie;Marie;;;",
                        "FN:Marie Curie",
                        "ORG:Radium & Co;Research",
                        "EMAIL;TYPE=INTERNET,WORK:marie@work.example",
                        "item1.EMAIL;TYPE=HOME:m@home.example",
                        "TEL;TYPE=CELL,VOICE:06 12 34 56 78",
                        "TEL;TYPE=WORK:+33 1 42 68 53 00",
                        "NOTE:one\\ntwo",
                        "PHOTO;ENCODING=b;TYPE=JPEG:AAAA");

        assertThat(contact.name()).isEqualTo("Marie Curie");
        assertThat(contact.company()).isEqualTo("Radium & Co, Research");
        assertThat(contact.emails())
                .extracting(email -> email.email().key() + " " + email.label())
                .containsExactly("marie@work.example WORK", "m@home.example HOME");
        assertThat(contact.phones())
                .extracting(phone -> phone.phone().e164() + " " + phone.label())
                .containsExactly("+33612345678 MOBILE", "+33142685300 WORK");
        assertThat(contact.note()).isEqualTo("one\ntwo");
    }

    @Test
    void versionFourIsReadWithNumbersAsAddresses() {
        PersonalContact contact =
                one(
                        "VERSION:4.0",
                        "FN:Zoë",
                        "TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+33-6-12-34-56-78",
                        "EMAIL;PREF=1:zoe@x.example");

        assertThat(contact.phones())
                .extracting(phone -> phone.phone().e164())
                .containsExactly("+33612345678");
        assertThat(contact.phones().get(0).label()).isEqualTo(ContactLabel.MOBILE);
        assertThat(contact.emails()).hasSize(1);
    }

    @Test
    void foldedLinesAndOldPhonesAreRead() {
        PersonalContact contact =
                one(
                        "VERSION:2.1",
                        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=BBl=C3=A9;Zo=C3=AB",
                        "TEL;CELL:+33612345678");

        assertThat(contact.name()).isEqualTo("Zoë Brûlé");
        assertThat(contact.phones().get(0).label()).isEqualTo(ContactLabel.MOBILE);
        assertThat(one("VERSION:3.0", "FN:A very lo", " ng name").name())
                .isEqualTo("A very long name");
    }

    @Test
    void whatIsNotValidIsLeftOutAndSaidSo() {
        Draft draft =
                drafts("VERSION:3.0", "FN:Zoë", "EMAIL:not an address", "TEL:12", "TEL:nope")
                        .get(0);

        assertThat(draft.contact().orElseThrow().emails()).isEmpty();
        assertThat(draft.remarks())
                .containsExactly(
                        new Remark(Flaw.EMAIL_NOT_VALID, "not an address"),
                        new Remark(Flaw.PHONE_NOT_VALID, "12"),
                        new Remark(Flaw.PHONE_NOT_VALID, "nope"));
    }

    @Test
    void whoHasNoNameIsCalledByTheirAddress() {
        assertThat(one("VERSION:3.0", "EMAIL:zoe@x.example").name()).isEqualTo("zoe@x.example");
        Draft nobody = drafts("VERSION:3.0", "NOTE:nobody").get(0);
        assertThat(nobody.contact()).isEmpty();
        assertThat(nobody.remarks()).containsExactly(new Remark(Flaw.NOTHING, ""));
    }

    @Test
    void hugeAndHostileFieldsAreCutAndShownAsText() {
        PersonalContact contact =
                one(
                        "VERSION:3.0",
                        "FN:\"><img src=x onerror=alert(1)> #{7*7} \u202e" + "x".repeat(100_000),
                        "NOTE:" + "n".repeat(100_000));

        assertThat(contact.name())
                .startsWith("\"><img src=x")
                .hasSize(254)
                .doesNotContain("\u202e");
        assertThat(contact.note()).hasSize(1_000);
    }

    @Test
    void moreCardsThanAFileMayHaveAreRefused() {
        assertThatThrownBy(() -> VCards.drafts(card("VERSION:3.0", "FN:x").repeat(10_001), "FR"))
                .isInstanceOf(RefusalException.class);
    }

    private static PersonalContact one(String... lines) {
        return drafts(lines).get(0).contact().orElseThrow();
    }

    private static List<Draft> drafts(String... lines) {
        return VCards.drafts(card(lines), "FR");
    }

    private static String card(String... lines) {
        return "BEGIN:VCARD\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }
}
