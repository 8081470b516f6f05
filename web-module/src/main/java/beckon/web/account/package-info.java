/** Signing in and out, and the profile menu: language, look, account. */
package beckon.web.account;
