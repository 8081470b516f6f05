package beckon.contact.entity;

import beckon.shared.EmailAddress;
import jakarta.validation.constraints.NotNull;

/**
 * One of a contact's mail addresses.
 *
 * @param label null: not said
 */
public record LabelledAddress(@NotNull EmailAddress email, ContactLabel label) {}
