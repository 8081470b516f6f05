package beckon.web.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InviteeViewTest {

    @Test
    void aMaskedAddressShowsItsFirstLetterAndItsDomain() {
        assertThat(InviteeView.masked("bob@x.example")).isEqualTo("b…\u2060@x.example");
        assertThat(InviteeView.masked("b@x.example")).isEqualTo("b…\u2060@x.example");
    }

    @Test
    void aMaskedLetterOfTwoCodeUnitsStaysWhole() {
        assertThat(InviteeView.masked("𝒃ob@x.example")).isEqualTo("𝒃…\u2060@x.example");
    }

    @Test
    void whatIsNoAddressShowsNothing() {
        assertThat(InviteeView.masked("@x.example")).isEqualTo("…");
        assertThat(InviteeView.masked("bob")).isEqualTo("…");
    }
}
