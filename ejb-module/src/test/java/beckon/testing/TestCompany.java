package beckon.testing;

import beckon.account.boundary.MembershipService;
import beckon.account.control.AccountRepository;
import beckon.account.entity.Account;
import beckon.account.entity.Caller;
import beckon.account.entity.InvitationPolicy;
import beckon.account.entity.MemberKind;
import beckon.account.entity.VerifiedDomain;
import beckon.person.control.PersonRepository;
import beckon.person.entity.Person;
import beckon.person.entity.Registration;
import beckon.shared.EmailAddress;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.TestDatabase;
import java.util.UUID;

/** A company of a test's own, whose domain and people no other test has. */
public final class TestCompany {

    private final String domain = "c" + UUID.randomUUID().toString().replace("-", "") + ".example";
    private final TestDatabase database;
    private final TestContainer container;
    private final long accountId;

    public TestCompany(TestDatabase database, TestContainer container) {
        this.database = database;
        this.container = container;
        accountId = container.get(IdRepository.class).next();
        database.inTransaction(this::found);
    }

    public long accountId() {
        return accountId;
    }

    public String domain() {
        return domain;
    }

    /** A mail address in the company's domain. */
    public EmailAddress email(String local) {
        return EmailAddress.of(local + "@" + domain);
    }

    public Caller admin(String firstName) {
        return member(MemberKind.ADMIN, firstName, "Admin", null);
    }

    public Caller coworker(String firstName, String lastName) {
        return member(MemberKind.COWORKER, firstName, lastName, null);
    }

    /** A guest whom a member has invited. */
    public Caller guest(String firstName, Caller invitedBy) {
        return member(MemberKind.GUEST, firstName, "Guest", invitedBy.membershipId());
    }

    /** A person who is in no account yet. */
    public long person(EmailAddress email, String firstName, String lastName, String hash) {
        Registration registration =
                new Registration(email, firstName, lastName, null, "en", "", null);
        Person person =
                new Person(
                        container.get(IdRepository.class).next(),
                        registration,
                        hash,
                        container.clock().instant());
        database.inTransaction(() -> container.get(PersonRepository.class).add(person));
        return person.id();
    }

    /** A member, with all that follows from joining. */
    public Caller join(long personId, MemberKind kind, Long invitedBy) {
        MembershipService memberships = container.get(MembershipService.class);
        long id =
                database.inTransaction(
                        () -> memberships.join(accountId, personId, kind, invitedBy));
        return new Caller(accountId, id, personId, kind);
    }

    private Caller member(MemberKind kind, String firstName, String lastName, Long invitedBy) {
        String local = "p" + container.get(IdRepository.class).next();
        return join(person(email(local), firstName, lastName, "none"), kind, invitedBy);
    }

    private void found() {
        AccountRepository accounts = container.get(AccountRepository.class);
        Account account = new Account(accountId, "Test & Co", "en", container.clock().instant());
        accounts.add(account, new InvitationPolicy(accountId));
        accounts.add(
                new VerifiedDomain(
                        container.get(IdRepository.class).next(),
                        accountId,
                        domain,
                        false,
                        container.clock().instant()));
    }
}
