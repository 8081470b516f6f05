package beckon.testing;

import beckon.shared.TokenHash;

/** The link to the page {@code setup.xhtml}, as the first start of a server prints it. */
public final class SetUpLink {
    private static final String SECRET = "s".repeat(43);

    private SetUpLink() {}

    /** Makes the link work, as long as there is no account. */
    public static String open() {
        close();
        Database.update(
                "insert into account_set_up (token_hash, expires_at) values ("
                        + Database.octets(TokenHash.hex(SECRET))
                        + ", cast('2100-01-01 00:00:00' as timestamp))");
        return "/setup/" + SECRET;
    }

    /** Ends the link. */
    public static void close() {
        Database.update("delete from account_set_up");
    }
}
