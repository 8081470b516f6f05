package beckon.person.control;

/** Passwords that are hashed at a cost no attacker would mind, for tests of other things. */
public final class CheapPasswords {

    public static final String COST = "$argon2id$v=19$m=64,t=2,p=1$";

    private CheapPasswords() {}

    public static Passwords make() {
        return new Passwords(4, 64);
    }

    /** A hash at half of that cost, as if the cost had been raised since. */
    public static String cheaper(String password) {
        return new Passwords(1, 32).hash(password);
    }
}
