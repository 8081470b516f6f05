/**
 * What happened, who did it, from where, and how it ended.
 *
 * <p>One row per command, written in the transaction of the command, so that neither exists without
 * the other; a refusal is written in a transaction of its own, as the refused one is rolled back.
 * Rows are only ever added. No address in full, no token and no password stands in any of them.
 */
package beckon.audit;
