/**
 * The first page of a new Beckon: whoever holds the link that the server printed makes the company
 * and becomes its admin. The link works once.
 */
package beckon.web.setup;
