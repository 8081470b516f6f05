/** The address book on screen: lists, search in the header, the card of one contact. */
package beckon.web.contact;
