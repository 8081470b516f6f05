package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller may see, as a condition on the table {@code contact c} with its parameters.
 *
 * <p>The one place that says so: list, search, count and card all build on it.
 */
record Sight(String condition, List<Object> parameters) {

    private static final String INTRODUCED =
            "c.id in (select i.contact_id from contact_introduction i where i.viewer_id = ?)";

    /** In two parts, each along an index of its own. */
    private static final String WAITING =
            " and c.id in (select w.id from contact w where w.account_id = ?"
                    + " and w.activated = false and w.owner_id is null union all"
                    + " select v.id from contact v where v.owner_id = ? and v.activated = false)";

    /** Everything that the caller may see at all. */
    static Sight of(Caller caller) {
        return caller.isGuest()
                ? new Sight(
                        "c.account_id = ? and c.id in (select i.contact_id from contact_introduction i"
                                + " where i.viewer_id = ? union all"
                                + " select o.id from contact o where o.owner_id = ?)",
                        List.of(caller.accountId(), caller.membershipId(), caller.membershipId()))
                : new Sight(
                        "c.account_id = ? and (c.owner_id is null or c.owner_id = ?)",
                        List.of(caller.accountId(), caller.membershipId()));
    }

    /** The entries that only the caller has. */
    static Sight ownOf(Caller caller) {
        return new Sight(
                "c.account_id = ? and c.owner_id = ?",
                List.of(caller.accountId(), caller.membershipId()));
    }

    /** The members of the account that the caller, a guest, was introduced to. */
    static Sight introducedTo(Caller caller) {
        return new Sight(
                "c.account_id = ? and c.owner_id is null and " + INTRODUCED,
                List.of(caller.accountId(), caller.membershipId()));
    }

    /** All members of the account. */
    static Sight membersOf(Caller caller) {
        return new Sight("c.account_id = ? and c.owner_id is null", List.of(caller.accountId()));
    }

    /** The part of it that belongs to one list. */
    Sight within(ContactGroup group) {
        return switch (group) {
            case ALL -> this;
            case COMPANY -> and(" and c.kind in ('ADMIN', 'COWORKER')");
            case GUESTS -> and(" and c.kind = 'GUEST'");
            case PERSONAL -> and(" and c.kind = 'PERSONAL'");
        };
    }

    /** The part of it that has a badge; null: all. */
    Sight with(Caller caller, ContactBadge badge) {
        if (badge == null) {
            return this;
        }
        return switch (badge) {
            case ADMIN -> and(" and c.kind = 'ADMIN'");
            case GUEST -> and(" and c.kind = 'GUEST'");
            case NOT_ACTIVATED -> and(WAITING, caller.accountId(), caller.membershipId());
        };
    }

    /** The part of it with a number to text. */
    Sight withNumber() {
        return and(
                " and (c.phone is not null or exists"
                        + " (select 1 from contact_phone p where p.contact_id = c.id))");
    }

    /** The part of it that another condition holds for. */
    Sight and(String more, Object... moreParameters) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(moreParameters));
        return new Sight(condition + more, all);
    }
}
