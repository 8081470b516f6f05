package beckon.getapp.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.PhoneNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2::1, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "fe80::1%eth0, fe80000000000000",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::x, ::x",
        "'', ''"
    })
    void oneSubscriberIsOneNetwork(String remote, String network) {
        assertThat(new Wish(new PhoneNumber("+33612345678"), "en", null, remote).network())
                .isEqualTo(network);
    }
}
