package beckon.testing;

import beckon.account.boundary.MembershipService;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * A company that one test has for itself, so that it can change the rules without another test
 * feeling it. Its members sign in with the demo password.
 *
 * @param domain verified for it
 */
public record Company(long id, String name, String domain) {
    /**
     * One of its people.
     *
     * @param caller as whom boundaries know them
     */
    public record Member(String email, String name, Caller caller) {}

    /** Founds a company whose rules are those of a new one. */
    public static Company found(String name) {
        long id = nextId();
        String domain = Addresses.unique("globex").replace('.', '-') + ".example";
        Database.update(
                "insert into account (id, handle, name, language, created_at, version)"
                        + " values (cast(? as bigint), cast(? as uuid), ?, 'en',"
                        + " cast(? as timestamp), 0)",
                id,
                UUID.randomUUID().toString(),
                name,
                now());
        Database.update(
                "insert into verified_domain"
                        + " (id, handle, account_id, domain, sub_domains, verified_at)"
                        + " values (cast(? as bigint), cast(? as uuid), cast(? as bigint), ?,"
                        + " false, cast(? as timestamp))",
                nextId(),
                UUID.randomUUID().toString(),
                id,
                domain,
                now());
        Database.update(
                "insert into invitation_policy"
                        + " (account_id, who_may_invite, guests_may_invite, expiry_hours, version)"
                        + " values (cast(? as bigint), 'EVERYONE', false, 168, 0)",
                id);
        return new Company(id, name, domain);
    }

    public Member admin(String firstName) {
        return member(firstName, MemberKind.ADMIN);
    }

    public Member coworker(String firstName) {
        return member(firstName, MemberKind.COWORKER);
    }

    public Member guest(String firstName) {
        return member(firstName, MemberKind.GUEST);
    }

    /** An address of the company's domain that nobody has yet. */
    public String address(String name) {
        return Addresses.unique(name) + "@" + domain;
    }

    /** Says who may invite, as an admin does on the policies page. */
    public void letInvite(String who) {
        Database.update(
                "update invitation_policy set who_may_invite = ?, version = version + 1"
                        + " where account_id = cast(? as bigint)",
                who,
                id);
    }

    /** Says who may share links, as an admin does on the policies page. */
    public void letShareLinks(String who) {
        Database.update(
                "update invitation_policy set who_may_share_links = ?, version = version + 1"
                        + " where account_id = cast(? as bigint)",
                who,
                id);
    }

    /** Says whether guests may invite too, as an admin does on the policies page. */
    public void letGuestsInvite(boolean allowed) {
        Database.update(
                "update invitation_policy set guests_may_invite = cast(? as boolean),"
                        + " version = version + 1 where account_id = cast(? as bigint)",
                allowed,
                id);
    }

    /** Says whose invitations wait for an admin, as an admin does on the policies page. */
    public void letWait(String approval) {
        Database.update(
                "update invitation_policy set approval = ?, version = version + 1"
                        + " where account_id = cast(? as bigint)",
                approval,
                id);
    }

    /** Says who may text, as an admin does on the policies page. */
    public void letText(String who) {
        Database.update(
                "update invitation_policy set who_may_text = ?, version = version + 1"
                        + " where account_id = cast(? as bigint)",
                who,
                id);
    }

    /** Puts somebody into a member's own address book, with one number or several. */
    public void addContact(Member owner, String name, String... phones) {
        long contact = nextId();
        Database.update(
                "insert into contact (id, handle, account_id, owner_id, kind, activated,"
                        + " display_name, sort_key, phone) values (cast(? as bigint),"
                        + " cast(? as uuid), cast(? as bigint), cast(? as bigint), 'PERSONAL',"
                        + " true, ?, lower(cast(? as varchar)), ?)",
                contact,
                UUID.randomUUID().toString(),
                id,
                owner.caller().membershipId(),
                name,
                name,
                phones[0]);
        for (int i = 1; i < phones.length; i++) {
            Database.update(
                    "insert into contact_phone (contact_id, position, phone)"
                            + " values (cast(? as bigint), cast(? as int), ?)",
                    contact,
                    i,
                    phones[i]);
        }
    }

    private Member member(String firstName, MemberKind kind) {
        String local = firstName.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String email = kind == MemberKind.GUEST ? Addresses.guest(local) : address(local);
        long person = nextId();
        Database.update(
                "insert into person (id, handle, email, email_key, first_name, last_name,"
                        + " language, theme, password_hash, created_at, version)"
                        + " select cast(? as bigint), cast(? as uuid), cast(? as varchar),"
                        + " cast(? as varchar), cast(? as varchar), 'Tester', 'en', 'SYSTEM',"
                        + " password_hash, created_at, 0"
                        + " from person where email_key = 'anna@acme.example'",
                person,
                UUID.randomUUID().toString(),
                email,
                email,
                firstName);
        long membership = join(id, person, kind);
        return new Member(email, firstName + " Tester", new Caller(id, membership, person, kind));
    }

    /** Joins the company by the way that sign-up takes, so that contacts hear of it. */
    static long join(long account, long person, MemberKind kind) {
        if (!TestServer.isHere()) {
            String form = "account=" + account + "&person=" + person + "&kind=" + kind;
            Http.Answer answer =
                    Http.send(
                            "POST",
                            "/tests/membership",
                            form,
                            "Content-Type",
                            "application/x-www-form-urlencoded");
            return Long.parseLong(answer.body().trim());
        }
        try {
            MembershipService memberships =
                    InitialContext.doLookup("java:app/ejb-module/MembershipService");
            return memberships.join(account, person, kind, null);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    static long nextId() {
        return Database.number("select nextval('beckon_id')");
    }

    static String now() {
        return LocalDateTime.now(ZoneOffset.UTC).withNano(0).toString().replace('T', ' ');
    }
}
