package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static final int MOST = 20;

    @Test
    void theTwentyFirstAddressIsLeftAndNotLost() {
        Recipients gathered = Recipients.gather(addresses(0, 18), addresses(18, 21), MOST);

        assertThat(gathered.accepted()).hasSize(MOST).endsWith("p18@x.example", "p19@x.example");
        assertThat(gathered.left()).containsExactly("p20@x.example");
        assertThat(gathered.wanted()).isEqualTo(21);
    }

    @Test
    void addressesAreCountedAfterDuplicatesAreTakenOut() {
        Recipients gathered =
                Recipients.gather(
                        addresses(0, MOST), List.of("P3@X.example", "p4@x.EXAMPLE"), MOST);

        assertThat(gathered.accepted()).isEqualTo(addresses(0, MOST));
        assertThat(gathered.repeated()).containsExactly("P3@X.example", "p4@x.EXAMPLE");
        assertThat(gathered.left()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsKeptToBeCorrected() {
        Recipients gathered = Recipients.gather(List.of(), List.of("nobody", "Nobody "), MOST);

        assertThat(gathered.accepted()).containsExactly("nobody");
        assertThat(gathered.repeated()).containsExactly("Nobody ");
    }

    @Test
    void theOrderOfTypingIsKept() {
        Recipients gathered =
                Recipients.gather(
                        List.of("z@x.example", "a@x.example"), List.of("m@x.example"), MOST);

        assertThat(gathered.accepted())
                .containsExactly("z@x.example", "a@x.example", "m@x.example");
    }

    private static List<String> addresses(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "p" + i + "@x.example").toList();
    }
}
