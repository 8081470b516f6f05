/**
 * Who may come in, and how: turns a session or an API token into the caller of each request, keeps
 * everybody else at the sign-in page, and sets the headers that make a browser careful.
 *
 * <p>Every path is closed unless {@link beckon.web.security.Area} opens it. The mechanism answers
 * before any filter or servlet runs, so nothing can be forgotten behind it; boundaries ask for
 * roles once more.
 */
package beckon.web.security;
