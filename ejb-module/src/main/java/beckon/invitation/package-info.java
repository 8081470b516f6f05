/**
 * Inviting: offers to addresses to become members of an account, from the command to acceptance.
 *
 * <p>Who may invite whom as what is decided in one place, {@code AdmissionPolicy}, for the dialog,
 * the API and again when an offer is taken. A command is one transaction that writes invitations,
 * messages and contacts and counts against the limits in a number of statements that does not
 * depend on its recipients. Among several who try at once the database decides: by the unique open
 * key, and by conditional updates whose row count is the verdict. A link is judged anew each time
 * it is looked at, so that it is dead the moment its ground is gone.
 */
package beckon.invitation;
