/**
 * The screens of invitees: what an invitation offers, accepting and declining it, and the wizard
 * that makes a member of whoever accepts.
 *
 * <p>Opening a link changes nothing. The wizard's state stands in the server's view, so no step can
 * be skipped by an address; each request looks at the offer anew, so a revoked one ends a half
 * filled wizard. The date of birth is forgotten once it was judged.
 */
package beckon.web.signup;
