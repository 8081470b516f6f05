package beckon.demo.control;

import beckon.account.entity.MemberKind;
import beckon.demo.control.DemoPeople.Name;
import beckon.shared.EmailAddress;
import beckon.shared.FoldedText;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes the demo's accounts and people in a few batches, so that a first start is no slower. */
@ApplicationScoped
public class DemoRepository {

    private Statements statements;
    private IdRepository ids;

    protected DemoRepository() {}

    @Inject
    public DemoRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /** A person in an account. */
    record Member(
            long id,
            long accountId,
            long personId,
            MemberKind kind,
            Name name,
            EmailAddress email,
            String company,
            String phone,
            Instant joined) {

        /** The same person's place in another account. */
        Member in(long otherId, long otherAccount, MemberKind otherKind, Instant since) {
            return new Member(
                    otherId, otherAccount, personId, otherKind, name, email, company, phone, since);
        }
    }

    boolean isMade() {
        return statements
                .find("select 1 from person where email_key = 'anna@acme.example'", row -> true)
                .isPresent();
    }

    long newId() {
        return ids.next();
    }

    long addAccount(String name, String domain, Instant at) {
        long id = ids.next();
        statements.update(
                "insert into account (id, handle, name, language, created_at, version)"
                        + " values (?, ?, ?, 'en', ?, 1)",
                id,
                UUID.randomUUID(),
                name,
                InstantConverter.toColumn(at));
        statements.update(
                "insert into invitation_policy (account_id, who_may_invite, guests_may_invite,"
                        + " expiry_hours, version) values (?, 'EVERYONE', false, 168, 1)",
                id);
        statements.update(
                "insert into verified_domain (id, handle, account_id, domain, sub_domains,"
                        + " verified_at) values (?, ?, ?, ?, false, ?)",
                ids.next(),
                UUID.randomUUID(),
                id,
                domain,
                InstantConverter.toColumn(at));
        return id;
    }

    /**
     * @param hash of their password; null for people who never sign in
     */
    void addPersons(List<Member> members, String hash) {
        statements.batch(
                "insert into person (id, handle, email, email_key, first_name, last_name, company,"
                        + " language, theme, password_hash, age_attested_at, created_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'en', 'SYSTEM', ?, ?, ?, 1)",
                members.stream().map(member -> person(member, hash)));
    }

    void addMemberships(List<Member> members) {
        statements.batch(
                "insert into membership (id, handle, account_id, person_id, kind, sort_key,"
                        + " joined_at, version) values (?, ?, ?, ?, ?, ?, ?, 1)",
                members.stream().map(DemoRepository::membership));
    }

    /** Gives everybody of that name in the account's address books another number. */
    void addSecondNumber(long accountId, String name, String phone) {
        statements.update(
                "insert into contact_phone (contact_id, position, phone)"
                        + " select c.id, 1, cast(? as varchar(20)) from contact c"
                        + " where c.account_id = ? and c.display_name = ?",
                phone,
                accountId,
                name);
        statements.update(
                "update contact set found_by = ? where account_id = ? and display_name = ?",
                phone,
                accountId,
                name);
    }

    /** Subscribes to Pro+, with licences for all who had joined by then, and a few to spare. */
    void license(long accountId, int seats, Instant joinedBefore) {
        statements.update("update account set edition = 'PRO_PLUS' where id = ?", accountId);
        int assigned =
                statements.update(
                        "update membership set licensed_at = joined_at where account_id = ?"
                                + " and kind <> 'GUEST' and joined_at < ?",
                        accountId,
                        InstantConverter.toColumn(joinedBefore));
        statements.update(
                "insert into licence_pool (account_id, seats, assigned) values (?, ?, ?)",
                accountId,
                seats,
                assigned);
    }

    private static Object[] person(Member member, String hash) {
        return new Object[] {
            member.personId(),
            UUID.randomUUID(),
            member.email().typed(),
            member.email().key(),
            member.name().first(),
            member.name().last(),
            member.company(),
            hash,
            InstantConverter.toColumn(member.joined()),
            InstantConverter.toColumn(member.joined())
        };
    }

    private static Object[] membership(Member member) {
        return new Object[] {
            member.id(),
            UUID.randomUUID(),
            member.accountId(),
            member.personId(),
            member.kind().name(),
            FoldedText.sortKey(member.name().full()),
            InstantConverter.toColumn(member.joined())
        };
    }
}
