package beckon.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.AccountReason;
import beckon.person.entity.PersonReason;
import org.junit.jupiter.api.Test;

class SetUpViewTest {

    @Test
    void refusalStandsBesideTheFieldThatCanPutItRight() {
        assertThat(SetUpView.fieldOf(AccountReason.INVALID_EMAIL)).isEqualTo("setup-email");
        assertThat(SetUpView.fieldOf(PersonReason.PASSWORD_TOO_COMMON)).isEqualTo("setup-password");
        assertThat(SetUpView.fieldOf(AccountReason.NOT_FOUND)).isNull();
    }
}
