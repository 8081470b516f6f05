/**
 * What every page stands on: who is signed in, in which language, what is said to them, and what
 * happens when something is refused or breaks.
 *
 * <p>Refusals and violated constraints become messages on the page; everything else becomes an
 * error page. No other class of the web module catches either.
 */
package beckon.web.shared;
