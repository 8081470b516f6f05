/**
 * The address book: whom a member sees, by list, search, count and single card.
 *
 * <p>Members of an account stand in it for everybody of the company; an entry with an owner (a
 * personal contact, somebody invited who has not come yet) for its owner only. Guests see nobody
 * but those whom they were introduced to, and every way of reading asks the same question. Rows
 * come and go with memberships ({@code NewMember}) and invitations; each reading of 100,000 people
 * goes along an index.
 */
package beckon.contact;
