/**
 * The screens of members who invite: the dialog "Invite people by email" and the list of
 * invitations with what became of their mails.
 *
 * <p>The dialog's views judge nothing: the server's one parser and one decision object answer for
 * each address, before sending and at sending.
 */
package beckon.web.invitation;
