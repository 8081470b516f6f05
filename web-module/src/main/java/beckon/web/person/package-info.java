/** What people see of themselves: where they are signed in. */
package beckon.web.person;
