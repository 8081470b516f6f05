/**
 * The people of an account as its admins see them, and who of them has a licence.
 *
 * <p>In the edition Pro+ every admin and co-worker needs a licence, which an admin assigns; joining
 * never waits for one. There are as many as the account has seats: the last one is given by a
 * conditional update of one row, so that of two admins exactly one succeeds. A licence is free
 * again when its holder is put out or becomes a guest. Lists are read along one index each,
 * whatever the page, in the same number of statements however many people there are.
 */
package beckon.licence;
