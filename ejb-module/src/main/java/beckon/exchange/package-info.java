/**
 * Files of contacts: a member's own contacts out to vCard or CSV, and in from them.
 *
 * <p>A file is taken in, read, judged row by row against the owner's book, and only then, when the
 * owner says so, kept in batches, each a transaction of its own; whoever stops in between goes on
 * where it stopped, and a file that comes again changes nothing. What a file holds stands in the
 * database for a day at most. No cell of a file that goes out is a formula.
 */
package beckon.exchange;
