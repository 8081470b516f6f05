package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.TextMeasure;
import beckon.web.invitation.TextReview.Person;
import beckon.web.invitation.TextReview.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReviewTest {
    private static final Person MARIE =
            new Person("Marie Curie", "06 12 34 56 78", MemberKind.GUEST, "Guest", "good");
    private static final Person NOBODY =
            new Person("", "01 42 68 53 00", null, "fixed line", "bad");

    @Test
    void onlyTextsToThoseInvitedAreCounted() {
        TextReview review = review("Hello", 3, MARIE, NOBODY, MARIE);

        assertThat(review.getInvited()).containsExactly(MARIE, MARIE);
        assertThat(review.getOthers()).containsExactly(NOBODY);
        assertThat(review.getTotal()).isEqualTo(6);
    }

    @Test
    void linksStandOut() {
        assertThat(review("Come: https://x.example/join/a now", 1).getPieces())
                .containsExactly(
                        new Piece("Come: ", false),
                        new Piece("https://x.example/join/a", true),
                        new Piece(" now", false));
        assertThat(review("http://x.example/a", 1).getPieces())
                .containsExactly(new Piece("http://x.example/a", true));
    }

    @Test
    void whoHasNoNameIsCalledByTheirNumber() {
        assertThat(MARIE.getLabel()).isEqualTo("Marie Curie");
        assertThat(NOBODY.getLabel()).isEqualTo("01 42 68 53 00");
    }

    private static TextReview review(String text, int segments, Person... people) {
        return new TextReview(
                List.of(people), text, new TextMeasure("GSM-7", 100, 160, segments), false);
    }
}
