/**
 * One human, one sign-in: who somebody is, whatever accounts they belong to.
 *
 * <p>Holds what it takes to prove that: password, sessions, API tokens. A password is kept as
 * argon2id only, a token as its SHA-256 only. Whether an address has a sign-in is told to nobody,
 * neither by words nor by the time that an answer takes. Accounts and memberships are unknown here;
 * a session keeps the id of the membership that it acts for, and {@code account} reads it.
 */
package beckon.person;
