package beckon.invitation.entity;

import beckon.delivery.entity.Channel;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.Reason;

/**
 * One piece of what somebody typed or pasted as recipients: an address or a number.
 *
 * @param typed the bare address or number as it was spelled; of an invalid piece all of it, so that
 *     it can be shown and put right
 * @param email null if invalid, or a number
 * @param phone null if invalid, or an address
 * @param flaw why invalid; else null
 */
public record Recipient(String typed, EmailAddress email, PhoneNumber phone, Reason flaw) {
    public static Recipient valid(EmailAddress email) {
        return new Recipient(email.typed(), email, null, null);
    }

    public static Recipient valid(String typed, PhoneNumber phone) {
        return new Recipient(typed, null, phone, null);
    }

    public static Recipient invalid(String typed, Reason flaw) {
        return new Recipient(typed, null, null, flaw);
    }

    public boolean isValid() {
        return flaw == null;
    }

    /** How the invitation travels. */
    public Channel channel() {
        return phone == null ? Channel.EMAIL : Channel.TEXT;
    }

    /** What is compared: the address in lower case, or the number as E.164; only of a valid one. */
    public String key() {
        return phone == null ? email.key() : phone.e164();
    }

    /** What is kept of it: the address as spelled, or the number as E.164. */
    public String address() {
        return phone == null ? email.typed() : phone.e164();
    }
}
