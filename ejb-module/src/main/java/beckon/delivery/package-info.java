/**
 * Takes messages from other components to people's mailboxes, and says what became of each.
 *
 * <p>The dispatch row is the truth: it is written in the transaction of what it is about. A JMS
 * message after the commit only hurries it on its way and carries nothing but ids; whatever it
 * loses, the sweeper brings again. A consumer claims rows for the time of a lease, sends outside of
 * any transaction and settles; whoever comes second claims nothing. A crash between the mail
 * server's yes and our writing it down sends the mail again, with the same Message-ID.
 *
 * <p>Delivery has never heard of invitations: it gets a template's name and what its placeholders
 * stand for. A link's token is derived when the mail is written and is stored nowhere.
 */
package beckon.delivery;
