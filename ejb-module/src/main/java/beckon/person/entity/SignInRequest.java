package beckon.person.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * One attempt to sign in.
 *
 * @param remote the browser's address, as the container sees it
 * @param remember whether the device is to be remembered
 */
public record SignInRequest(
        @NotBlank(message = "{person.email.missing}")
                @Size(max = 254, message = "{person.email.tooLong}")
                String email,
        @NotBlank(message = "{person.password.missing}")
                @Size(max = 1000, message = "{person.password.tooLong}")
                String password,
        String remote,
        String userAgent,
        boolean remember) {

    /** One whose device is not to be remembered. */
    public SignInRequest(String email, String password, String remote, String userAgent) {
        this(email, password, remote, userAgent, false);
    }

    @Override
    public String toString() {
        return "SignInRequest[…]";
    }
}
