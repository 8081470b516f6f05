/**
 * The admin console: for now the policies, that is who may invite, for how long an invitation is
 * open, and which e-mail domains are the company's.
 */
package beckon.web.admin;
