/**
 * How the API says no: problem details (RFC 9457) in the reader's language, with a type that
 * programs can rely on, and a status per kind of refusal.
 */
package beckon.web.api.problem;
