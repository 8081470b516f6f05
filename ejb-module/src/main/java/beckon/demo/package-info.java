/**
 * The company that a development run starts with, so that there is something to see and to try.
 *
 * <p>Made once, into an empty database, and only where {@code BECKON_DEMO} is true; nothing in
 * production knows of it. A second company stands beside it, with a person who belongs to both.
 */
package beckon.demo;
