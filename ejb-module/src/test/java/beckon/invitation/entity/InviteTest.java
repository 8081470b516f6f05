package beckon.invitation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InviteByEmailTest {
    @Test
    void lineBreakCountsAsOneCharacterHoweverItWasSent() {
        assertThat(command("one\r\ntwo\rthree\nfour").message()).isEqualTo("one\ntwo\nthree\nfour");
        assertThat(command("a\r\n".repeat(500)).message()).hasSize(1000);
        assertThat(command(null).message()).isNull();
    }

    private static Invite command(String message) {
        return Invite.byEmail(List.of(), message, null, InviteAs.AUTOMATIC);
    }
}
