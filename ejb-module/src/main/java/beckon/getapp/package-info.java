/**
 * "Get the app": sends the link to Beckon to whatever phone number a visitor types.
 *
 * <p>Nobody is signed in, so everything is limited, in the database and hence by all nodes
 * together: a minute between two texts to a number, from a browser, from an address; texts a day to
 * a number, from an address, to 10,000 neighbouring numbers, to a country, and in all. When many
 * ask, each browser must first find a number that takes some work to find. Numbers and addresses
 * stand in no limit and no audit entry in full; whether a number is anybody's here is neither asked
 * nor told.
 */
package beckon.getapp;
