package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import java.util.EnumSet;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationWordsTest {
    @Test
    void serversReplyGoesBeforeAllElse() {
        assertThat(InvitationWords.answerKey(550, null)).isEqualTo("550");
        assertThat(InvitationWords.answerKey(599, DispatchTrouble.EXPIRED)).isEqualTo("refused");
        assertThat(InvitationWords.answerKey(499, null)).isEqualTo("later");
        assertThat(InvitationWords.answerKey(null, DispatchTrouble.SIGN_IN)).isEqualTo("SIGN_IN");
        assertThat(InvitationWords.answerKey(null, null)).isEqualTo("CONNECTION");
    }

    @Test
    void messageCentresReplyGoesBeforeAllElse() {
        assertThat(textAnswerKey(DispatchState.FAILED, 0x0B, null)).isEqualTo("number");
        assertThat(textAnswerKey(DispatchState.FAILED, 0x45, null)).isEqualTo("refused");
        assertThat(textAnswerKey(DispatchState.DELAYED, 0x58, null)).isEqualTo("later");
        assertThat(textAnswerKey(DispatchState.FAILED, null, DispatchTrouble.STOPPED))
                .isEqualTo("STOPPED");
        assertThat(textAnswerKey(DispatchState.DELAYED, null, null)).isEqualTo("CONNECTION");
    }

    private static String textAnswerKey(
            DispatchState state, Integer code, DispatchTrouble trouble) {
        return InvitationWords.textAnswerKey(
                new DispatchRow(
                        new UUID(0, 1), Channel.TEXT, state, 1, code, "", trouble, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTroubleOfMailsHasWordsOfItsOwn(String language) {
        everyTroubleHasWordsOfItsOwn(
                language,
                "invitation.mail.answer.",
                EnumSet.range(DispatchTrouble.CONNECTION, DispatchTrouble.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTroubleOfTextsHasWordsOfItsOwn(String language) {
        everyTroubleHasWordsOfItsOwn(
                language,
                "invitation.text.answer.",
                EnumSet.complementOf(EnumSet.of(DispatchTrouble.ENCRYPTION)));
    }

    private static void everyTroubleHasWordsOfItsOwn(
            String language, String prefix, Set<DispatchTrouble> troubles) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "beckon.web.text", java.util.Locale.forLanguageTag(language));

        assertThat(troubles)
                .extracting(trouble -> texts.getString(prefix + trouble))
                .doesNotHaveDuplicates()
                .allMatch(words -> !words.isBlank());
    }
}
