/**
 * Files that members send along with a text: taken in, kept apart, handed out by a link that
 * expires.
 *
 * <p>What a file is, its content says, never its name or its sender; what is not on the list is
 * refused. A row tells whose a file is and how long it stays, and what it holds lies in a directory
 * that no server shows, under an id. Until an invitation claims it, a file is its uploader's alone,
 * for an hour; from then on whoever holds the link may look at its name and take it, until the
 * invitation expires. A file is written before its row and deleted after it, so that a crash leaves
 * no row without a file; a file without a row is swept.
 */
package beckon.attachment;
