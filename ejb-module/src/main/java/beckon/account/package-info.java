/**
 * The company: its name, its verified domains, its rules, and who belongs to it as what.
 *
 * <p>A person belongs to an account by a membership of one kind; one person may have several. The
 * caller of every request is a membership, found in one statement from the session or the API token
 * ({@code AuthenticationService}); a deactivated one is out with its next request. Only verified
 * domains make co-workers, and a webmail domain is never one.
 */
package beckon.account;
