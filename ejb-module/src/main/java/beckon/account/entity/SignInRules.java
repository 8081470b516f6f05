package beckon.account.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What an account asks of its members' sign-ins.
 *
 * @param adminsNeedTotp whether admins need a code besides the password
 * @param passwordMinimum how many characters a new password has at least, 12 to 64
 */
public record SignInRules(
        boolean adminsNeedTotp,
        @Min(value = LEAST, message = "{account.passwordMinimum.range}")
                @Max(value = 64, message = "{account.passwordMinimum.range}")
                int passwordMinimum)
        implements java.io.Serializable {
    /** What every account asks. */
    public static final int LEAST = 12;

    /** The rules of a new account. */
    public static final SignInRules NEW = new SignInRules(false, LEAST);

    String told() {
        return "admins need TOTP %s, passwords of %d".formatted(adminsNeedTotp, passwordMinimum);
    }
}
