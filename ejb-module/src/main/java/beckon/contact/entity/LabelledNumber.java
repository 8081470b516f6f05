package beckon.contact.entity;

import beckon.shared.PhoneNumber;
import jakarta.validation.constraints.NotNull;

/**
 * One of a contact's phone numbers, of any kind: fixed lines are called, if not texted.
 *
 * @param label null: not said
 */
public record LabelledNumber(@NotNull PhoneNumber phone, ContactLabel label) {}
