package beckon.contact.entity;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalContactTest {

    @Test
    void nameIsOneLineOfWhatOneSees() {
        PersonalContact contact = named("\u202e Eve\r\nBcc:\u0000 x\t\u2066y ");

        assertThat(contact.name()).isEqualTo("Eve Bcc: x y");
    }

    @Test
    void joinedEmojiAndMarkupStayAsTheyAre() {
        assertThat(named("👩\u200d👧 \"><img src=x> #{7*7}").name())
                .isEqualTo("👩\u200d👧 \"><img src=x> #{7*7}");
    }

    @Test
    void whatIsGivenTwiceIsKeptOnceAndTheFirst() {
        PersonalContact contact =
                new PersonalContact(
                        "Zoë",
                        " ",
                        List.of(
                                new LabelledAddress(
                                        EmailAddress.of("Zoe@X.example"), ContactLabel.WORK),
                                new LabelledAddress(EmailAddress.of("zoe@x.example"), null)),
                        List.of(
                                new LabelledNumber(new PhoneNumber("+33612345678"), null),
                                new LabelledNumber(
                                        new PhoneNumber("+33612345678"), ContactLabel.HOME)),
                        "one\r\ntwo\u0007");

        assertThat(contact.emails())
                .extracting(LabelledAddress::label)
                .containsExactly(ContactLabel.WORK);
        assertThat(contact.phones()).hasSize(1);
        assertThat(contact.company()).isNull();
        assertThat(contact.note()).isEqualTo("one\ntwo");
    }

    private static PersonalContact named(String name) {
        return new PersonalContact(name, null, List.of(), List.of(), null);
    }
}
