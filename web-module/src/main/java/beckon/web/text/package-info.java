/** What gateways tell us about texts. */
package beckon.web.text;
