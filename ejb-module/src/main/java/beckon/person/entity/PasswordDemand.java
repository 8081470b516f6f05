package beckon.person.entity;

/**
 * What the accounts that a person belongs to ask of a new password. Accounts are made of persons
 * and know them, not the other way round: they say it here.
 */
public interface PasswordDemand {

    /** How many characters a new password of theirs has at least: the strictest account decides. */
    int minimumFor(long personId);
}
