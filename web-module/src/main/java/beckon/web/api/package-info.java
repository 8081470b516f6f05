/**
 * Beckon for programs: invitations and contacts as JSON under {@code /api/v1}.
 *
 * <p>Resources only translate: a strict request becomes a command for a boundary, what comes back
 * becomes JSON, a refusal becomes problem details (RFC 9457). They decide nothing, and no answer
 * holds a token, but for the one that hands it out. {@code openapi.json} is the contract; a test
 * compares it with these classes.
 */
package beckon.web.api;
