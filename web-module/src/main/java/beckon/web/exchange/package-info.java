/** Files of contacts on screen: what comes in, row by row, and what goes out. */
package beckon.web.exchange;
