package beckon.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactNumber;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.shared.EmailAddress;
import beckon.shared.Page;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private ContactService contacts;
    private Caller ada;
    private Caller bob;
    private Caller gina;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        contacts = container.get(ContactService.class);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Ångström");
        gina = company.guest("Gina", bob);
        callAs(ada);
    }

    @Test
    void companyIsListedByNameWhateverItsAccents() {
        company.coworker("Émile", "Zola");
        company.coworker("eva", "Adams");

        assertThat(names(ContactGroup.ALL, ""))
                .containsExactly(
                        "Ada Admin", "Bob Ångström", "Émile Zola", "eva Adams", "Gina Guest");
        assertThat(names(ContactGroup.COMPANY, ""))
                .containsExactly("Ada Admin", "Bob Ångström", "Émile Zola", "eva Adams");
        assertThat(names(ContactGroup.GUESTS, "")).containsExactly("Gina Guest");
        assertThat(names(ContactGroup.PERSONAL, "")).isEmpty();
        assertThat(contacts.count()).isEqualTo(new ContactCounts(5, 4, 1, 0));
    }

    @Test
    void searchFindsByNameAddressAndNumber() {
        contacts.addOwn(List.of(personal(ada, "Zoë Müller", "zoe@other.example", "+33612345678")));

        assertThat(names(ContactGroup.ALL, "angs")).containsExactly("Bob Ångström");
        assertThat(names(ContactGroup.ALL, "ÅNG bob")).containsExactly("Bob Ångström");
        assertThat(names(ContactGroup.ALL, company.domain())).hasSize(3);
        assertThat(names(ContactGroup.ALL, "muller")).containsExactly("Zoë Müller");
        assertThat(names(ContactGroup.ALL, "zoe@other")).containsExactly("Zoë Müller");
        assertThat(names(ContactGroup.ALL, "06 12 34")).containsExactly("Zoë Müller");
        assertThat(names(ContactGroup.COMPANY, "zoe")).isEmpty();
        assertThat(names(ContactGroup.ALL, "nobody")).isEmpty();
        assertThat(names(ContactGroup.ALL, "%")).hasSize(4);
    }

    @Test
    void hostileTextFindsNothingAndHarmsNothing() {
        for (String text :
                List.of("' or 1=1 --", "\\", "!", "_%!", "a\u0000b", "\uD800", "x".repeat(5_000))) {
            assertThat(names(ContactGroup.ALL, text).size()).isBetween(0, 3);
        }
    }

    @Test
    void personalContactIsItsOwnersAlone() {
        contacts.addOwn(List.of(personal(ada, "Paula Private", "paula@home.example", null)));
        ContactRow paula = rows(ContactGroup.PERSONAL, "").get(0);
        assertThat(contacts.count().personal()).isEqualTo(1);
        assertThat(contacts.find(paula.handle())).contains(paula);

        callAs(bob);

        assertThat(names(ContactGroup.ALL, "paula")).isEmpty();
        assertThat(names(ContactGroup.PERSONAL, "")).isEmpty();
        assertThat(contacts.count().personal()).isZero();
        assertThat(contacts.find(paula.handle())).isEmpty();
    }

    @Test
    void guestSeesNobodyButWhomTheyWereIntroducedTo() {
        ContactRow adasRow = rows(ContactGroup.ALL, "ada").get(0);

        callAs(gina);

        assertThat(names(ContactGroup.ALL, "")).containsExactly("Bob Ångström", "Gina Guest");
        assertThat(names(ContactGroup.COMPANY, "")).containsExactly("Bob Ångström");
        assertThat(names(ContactGroup.ALL, "ada")).isEmpty();
        assertThat(names(ContactGroup.ALL, company.domain())).hasSize(2);
        assertThat(contacts.count()).isEqualTo(new ContactCounts(2, 1, 1, 0));
        assertThat(contacts.find(adasRow.handle())).isEmpty();
        contacts.introduce(gina.membershipId(), ada.membershipId());
        assertThat(contacts.find(adasRow.handle())).contains(adasRow);
        assertThat(names(ContactGroup.ALL, "ada")).containsExactly("Ada Admin");
    }

    @Test
    void guestWhoInvitedSeesWhoHasCome() {
        company.guest("Gustav", gina);

        callAs(gina);

        assertThat(names(ContactGroup.GUESTS, "")).containsExactly("Gina Guest", "Gustav Guest");
    }

    @Test
    void otherAccountIsNotThere() {
        ContactRow adasRow = rows(ContactGroup.ALL, "ada").get(0);
        TestCompany other = new TestCompany(database, container);

        callAs(other.admin("Eve"));

        assertThat(names(ContactGroup.ALL, "")).containsExactly("Eve Admin");
        assertThat(names(ContactGroup.ALL, "ada")).isEmpty();
        assertThat(contacts.count().all()).isEqualTo(1);
        assertThat(contacts.find(adasRow.handle())).isEmpty();
    }

    @Test
    void invitedPersonIsNotActivatedUntilTheyCome() {
        EmailAddress zoe = company.email("zoe");
        invite(ada, MemberKind.COWORKER, zoe);
        invite(ada, MemberKind.COWORKER, zoe);

        assertThat(rows(ContactGroup.COMPANY, "zoe"))
                .singleElement()
                .extracting(ContactRow::displayName, ContactRow::activated, ContactRow::kind)
                .containsExactly(zoe.typed(), false, ContactKind.COWORKER);
        company.join(
                company.person(zoe, "Zoë", "Brun", "none"),
                MemberKind.COWORKER,
                ada.membershipId());
        assertThat(rows(ContactGroup.COMPANY, "zoe"))
                .singleElement()
                .extracting(ContactRow::displayName, ContactRow::activated)
                .containsExactly("Zoë Brun", true);
    }

    @Test
    void invitationThatCameToNothingLeavesNothing() {
        EmailAddress zoe = company.email("zoe");
        contacts.addOwn(List.of(personal(bob, "Zoë", zoe.typed(), null)));
        invite(ada, MemberKind.GUEST, zoe);
        invite(bob, MemberKind.GUEST, zoe);

        database.inTransaction(
                () -> contacts.removeInvited(company.accountId(), ada.membershipId(), zoe.key()));
        database.inTransaction(
                () -> contacts.removeInvited(company.accountId(), bob.membershipId(), zoe.key()));

        assertThat(names(ContactGroup.ALL, "zoe")).isEmpty();
        callAs(bob);
        assertThat(names(ContactGroup.PERSONAL, "zoe")).containsExactly("Zoë");
    }

    @Test
    void addressThatBeginsLikeANumberLeavesNothingEither() {
        EmailAddress plus = EmailAddress.of("+33" + company.email("zoe").key());
        invite(ada, MemberKind.GUEST, plus);

        database.inTransaction(
                () -> contacts.removeInvited(company.accountId(), ada.membershipId(), plus.key()));

        assertThat(rows(ContactGroup.ALL, "33zoe")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        contacts.addOwn(
                IntStream.range(0, 7)
                        .mapToObj(i -> personal(ada, "P" + i, "p" + i + "@home.example", null))
                        .toList());

        Page<ContactRow> last = page(ContactGroup.PERSONAL, "", 2, 3);

        assertThat(last.rows()).extracting(ContactRow::displayName).containsExactly("P6");
        assertThat(last.total()).isEqualTo(7);
        assertThat(last.hasNext()).isFalse();
        assertThat(page(ContactGroup.PERSONAL, "", 0, 3).hasNext()).isTrue();
        assertThat(page(ContactGroup.PERSONAL, "home", 1, 5).rows())
                .extracting(ContactRow::displayName)
                .containsExactly("P5", "P6");
        assertThat(page(ContactGroup.PERSONAL, "", 1_000_000, 100).rows()).isEmpty();
    }

    @Test
    void moreThanCanBeFoundCountAsOneMore() {
        contacts.addOwn(
                IntStream.range(0, ContactQuery.MOST_FOUND + 10)
                        .mapToObj(i -> personal(ada, "Many " + i, "m" + i + "@x.example", null))
                        .toList());

        assertThat(page(ContactGroup.PERSONAL, "many", 0, 50).total())
                .isEqualTo(ContactQuery.MOST_FOUND + 1);
    }

    @Test
    void whoHasTwoNumbersIsOfferedWithBoth() {
        contacts.addOwn(List.of(personal(ada, "Marie Curie", "marie@x.example", "+33612345678")));
        addNumber("Marie Curie", "+41795550142");

        assertThat(contacts.listNumbers("mari cu", 8))
                .containsExactly(
                        new ContactNumber("Marie Curie", "+33612345678"),
                        new ContactNumber("Marie Curie", "+41795550142"));
        assertThat(contacts.listNumbers("mari", 1)).hasSize(1);
    }

    @Test
    void numbersAreFoundByNameAndDigitsAmongThoseWhoHaveOne() {
        contacts.addOwn(
                List.of(
                        personal(ada, "Zoë Müller", "zoe@x.example", "+33612345678"),
                        personal(ada, "Zoë Nemo", "nemo@x.example", null)));
        contacts.addForAll(
                List.of(
                        new Contact(
                                company.accountId(),
                                null,
                                null,
                                ContactKind.COWORKER,
                                true,
                                "Zoé Aubry",
                                null,
                                company.email("zoe.aubry"),
                                "+33687654321")));

        assertThat(contacts.listNumbers("ZOE", 8))
                .extracting(ContactNumber::displayName)
                .containsExactly("Zoé Aubry", "Zoë Müller");
        assertThat(contacts.listNumbers("06 87", 8))
                .extracting(ContactNumber::displayName)
                .containsExactly("Zoé Aubry");
        assertThat(contacts.listNumbers(" ", 8)).isEmpty();
    }

    @Test
    void numbersOfPeopleWhomOneMayNotSeeAreNotOffered() {
        contacts.addOwn(List.of(personal(ada, "Marie Curie", "marie@x.example", "+33612345678")));
        contacts.addForAll(
                List.of(
                        new Contact(
                                company.accountId(),
                                null,
                                null,
                                ContactKind.COWORKER,
                                true,
                                "Marius Pont",
                                null,
                                company.email("marius"),
                                "+33687654321")));

        callAs(bob);
        assertThat(contacts.listNumbers("mari", 8))
                .extracting(ContactNumber::displayName)
                .containsExactly("Marius Pont");
        callAs(gina);
        assertThat(contacts.listNumbers("mari", 8)).isEmpty();
        callAs(new TestCompany(database, container).admin("Eve"));
        assertThat(contacts.listNumbers("mari", 8)).isEmpty();
    }

    @Test
    void listIsNarrowedToABadge() {
        company.admin("Zora");
        invite(ada, MemberKind.GUEST, EmailAddress.of("waiting@guest.example"));
        contacts.addForAll(List.of(invitedForAll("Yann Waiting")));

        assertThat(badged(ContactGroup.ALL, ContactBadge.ADMIN, ""))
                .containsExactly("Ada Admin", "Zora Admin");
        assertThat(badged(ContactGroup.COMPANY, ContactBadge.ADMIN, "zor"))
                .containsExactly("Zora Admin");
        assertThat(badged(ContactGroup.ALL, ContactBadge.GUEST, ""))
                .containsExactly("Gina Guest", "waiting@guest.example", "Yann Waiting");
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, ""))
                .containsExactly("waiting@guest.example", "Yann Waiting");
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, "yan"))
                .containsExactly("Yann Waiting");
        assertThat(badged(ContactGroup.COMPANY, ContactBadge.NOT_ACTIVATED, "")).isEmpty();
        assertThat(badged(ContactGroup.GUESTS, ContactBadge.ADMIN, "")).isEmpty();
        callAs(bob);
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, ""))
                .containsExactly("Yann Waiting");
    }

    @Test
    void badgeShowsAGuestAndAStrangerNobodyElse() {
        contacts.addForAll(List.of(invitedForAll("Yann Waiting")));

        callAs(gina);
        assertThat(badged(ContactGroup.ALL, ContactBadge.ADMIN, "")).isEmpty();
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, "")).isEmpty();
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, "yann")).isEmpty();
        assertThat(badged(ContactGroup.ALL, ContactBadge.GUEST, "")).containsExactly("Gina Guest");
        callAs(new TestCompany(database, container).admin("Eve"));
        assertThat(badged(ContactGroup.ALL, ContactBadge.NOT_ACTIVATED, "")).isEmpty();
        assertThat(badged(ContactGroup.ALL, ContactBadge.ADMIN, "")).containsExactly("Eve Admin");
    }

    private Contact invitedForAll(String name) {
        return new Contact(
                company.accountId(),
                null,
                null,
                ContactKind.GUEST,
                false,
                name,
                null,
                company.email("invited"),
                null);
    }

    private List<String> badged(ContactGroup group, ContactBadge badge, String text) {
        Page<ContactRow> page = contacts.list(new ContactQuery(group, badge, text, 0, 50));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(ContactRow::displayName).toList();
    }

    private void addNumber(String name, String phone) {
        database.inTransaction(
                () ->
                        new Statements(database.dataSource())
                                .update(
                                        "insert into contact_phone (contact_id, position, phone)"
                                                + " select c.id, 1, cast(? as varchar(20))"
                                                + " from contact c where c.display_name = ?"
                                                + " and c.account_id = ?",
                                        phone,
                                        name,
                                        company.accountId()));
    }

    private void callAs(Caller caller) {
        container.callAs(caller.principalName());
    }

    private void invite(Caller inviter, MemberKind kind, EmailAddress email) {
        database.inTransaction(
                () ->
                        contacts.addInvited(
                                company.accountId(),
                                inviter.membershipId(),
                                kind,
                                List.of(email),
                                List.of()));
    }

    private Page<ContactRow> page(ContactGroup group, String text, int number, int size) {
        return contacts.list(new ContactQuery(group, text, number, size));
    }

    private List<ContactRow> rows(ContactGroup group, String text) {
        return page(group, text, 0, 100).rows();
    }

    private List<String> names(ContactGroup group, String text) {
        return rows(group, text).stream().map(ContactRow::displayName).toList();
    }

    private static Contact personal(Caller owner, String name, String email, String phone) {
        return new Contact(
                owner.accountId(),
                owner.membershipId(),
                null,
                ContactKind.PERSONAL,
                true,
                name,
                null,
                EmailAddress.of(email),
                phone);
    }
}
