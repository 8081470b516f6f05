package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.delivery.entity.MailTrouble;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationWordsTest {
    @Test
    void serversReplyGoesBeforeAllElse() {
        assertThat(InvitationWords.answerKey(550, null)).isEqualTo("550");
        assertThat(InvitationWords.answerKey(599, MailTrouble.EXPIRED)).isEqualTo("refused");
        assertThat(InvitationWords.answerKey(499, null)).isEqualTo("later");
        assertThat(InvitationWords.answerKey(null, MailTrouble.SIGN_IN)).isEqualTo("SIGN_IN");
        assertThat(InvitationWords.answerKey(null, null)).isEqualTo("CONNECTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTroubleHasWordsOfItsOwn(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "beckon.web.text", java.util.Locale.forLanguageTag(language));

        assertThat(Arrays.stream(MailTrouble.values()))
                .extracting(trouble -> texts.getString("invitation.mail.answer." + trouble))
                .doesNotHaveDuplicates()
                .allMatch(words -> !words.isBlank());
    }
}
