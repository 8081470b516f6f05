/** What people see of themselves: how and where they are signed in. */
package beckon.web.person;
