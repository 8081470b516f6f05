/**
 * Signing up: what makes a signed-in member of somebody who holds an open offer.
 *
 * <p>Person, membership, agreement to the documents and session are made together or not at all. Of
 * the date of birth nothing is kept but that it was early enough. The version of the documents is
 * made of their content, so that a changed word asks everybody anew.
 */
package beckon.signup;
