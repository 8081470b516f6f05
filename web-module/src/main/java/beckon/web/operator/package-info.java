/**
 * Where the operator's commands arrive ({@code server/bin/beckon account …}): from the same
 * machine, with the key that lies in the data directory, and never through a proxy.
 */
package beckon.web.operator;
