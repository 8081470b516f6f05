package beckon.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.ContactNumber;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactReason;
import beckon.contact.entity.ContactRow;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonalContactServiceTest extends DatabaseTest {

    private static final PersonalContact MARIE =
            new PersonalContact(
                    "Marie Curie",
                    "Radium & Co",
                    List.of(
                            address("marie@work.example", ContactLabel.WORK),
                            address("m.curie@home.example", ContactLabel.HOME)),
                    List.of(
                            number("+33612345678", ContactLabel.MOBILE),
                            number("+41795550142", null)),
                    "Likes tea.\nCalls back.");

    private TestContainer container;
    private TestCompany company;
    private PersonalContactService personal;
    private ContactService contacts;
    private Caller ada;
    private Caller bob;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        personal = container.get(PersonalContactService.class);
        contacts = container.get(ContactService.class);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Brun");
        callAs(ada);
    }

    @Test
    void contactIsKeptWithAllThatWasNoted() {
        UUID handle = add(MARIE);

        ContactCard card = contacts.findCard(handle).orElseThrow();
        assertThat(card.toPersonal()).isEqualTo(MARIE);
        assertThat(card.own()).isTrue();
        assertThat(card.member()).isFalse();
        assertThat(names(ContactGroup.PERSONAL, "")).containsExactly("Marie Curie");
        assertThat(contacts.count().personal()).isEqualTo(1);
    }

    @Test
    void furtherAddressesAndNumbersFindTheContactToo() {
        add(MARIE);

        for (String text : List.of("m.curie@home", "home", "079 555", "5550142", "+41 79", "612")) {
            assertThat(names(ContactGroup.ALL, text)).as(text).containsExactly("Marie Curie");
        }
        assertThat(names(ContactGroup.ALL, "ome")).isEmpty();
        assertThat(contacts.listNumbers("079 555", 8))
                .contains(new ContactNumber("Marie Curie", "+41795550142"));
    }

    @Test
    void contactIsFoundBehindManyWhoOnlyHaveTheLetterInTheirMiddle() {
        for (int i = 0; i < 10; i++) {
            add(contact("Liza " + i, "liza" + i + "@a.example", "+3361234567" + i));
        }
        add(contact("Zoe", "zoe@a.example", "+33612345688"));

        assertThat(contacts.listNumbers("z", 2))
                .extracting(ContactNumber::displayName)
                .containsExactly("Zoe");
    }

    @Test
    void changedContactIsFoundByWhatItIsNowOnly() {
        UUID handle = add(MARIE);

        change(handle, contact("Marie Skłodowska", "marie@paris.example", "+33198765432"));

        assertThat(names(ContactGroup.ALL, "sklodowska")).containsExactly("Marie Skłodowska");
        assertThat(names(ContactGroup.ALL, "paris")).hasSize(1);
        assertThat(names(ContactGroup.ALL, "home")).isEmpty();
        assertThat(names(ContactGroup.ALL, "5550142")).isEmpty();
        assertThat(contacts.findCard(handle).orElseThrow().emails()).hasSize(1);
    }

    @Test
    void removedContactIsGoneAndComesBackAsItWas() {
        UUID handle = add(MARIE);

        PersonalContact noted = inTransaction(() -> personal.remove(handle));
        assertThat(contacts.findCard(handle)).isEmpty();
        assertThat(names(ContactGroup.ALL, "marie")).isEmpty();

        UUID again = add(noted);
        assertThat(contacts.findCard(again).orElseThrow().toPersonal()).isEqualTo(MARIE);
    }

    @Test
    void colleaguesContactCanBeNeitherSeenNorChangedNorRemoved() {
        UUID handle = add(MARIE);

        callAs(bob);

        assertStrange(handle);
        assertThat(names(ContactGroup.ALL, "marie")).isEmpty();
        callAs(ada);
        assertThat(contacts.findCard(handle)).isPresent();
    }

    @Test
    void twoBooksWithTheSameEntriesNeverMix() {
        Caller eve = new TestCompany(database, container).admin("Eve");
        UUID adas = add(MARIE);
        callAs(eve);
        UUID eves = add(MARIE);
        callAs(bob);
        UUID bobs = add(MARIE);

        change(bobs, contact("Bob’s Marie", "marie@work.example", "+33612345678"));
        callAs(eve);
        inTransaction(() -> personal.remove(eves));

        assertStrange(adas);
        assertThat(names(ContactGroup.ALL, "marie")).isEmpty();
        callAs(bob);
        assertThat(names(ContactGroup.ALL, "marie")).containsExactly("Bob’s Marie");
        callAs(ada);
        assertThat(contacts.findCard(adas).orElseThrow().toPersonal()).isEqualTo(MARIE);
        assertThat(names(ContactGroup.ALL, "home")).containsExactly("Marie Curie");
    }

    @Test
    void onePersonsBooksInTwoAccountsNeverMix() {
        TestCompany other = new TestCompany(database, container);
        Caller adaThere = other.join(ada.personId(), MemberKind.COWORKER, null);
        UUID here = add(MARIE);

        callAs(adaThere);

        assertStrange(here);
        assertThat(names(ContactGroup.PERSONAL, "")).isEmpty();
        add(MARIE);
        assertThat(names(ContactGroup.ALL, "curie")).hasSize(1);
    }

    @Test
    void addressIsInABookOnce() {
        UUID handle = add(MARIE);

        for (String address : List.of("MARIE@work.example", "m.curie@home.example")) {
            assertRefused(ContactReason.ADDRESS_TAKEN, () -> add(contact("Again", address, null)));
        }
        UUID other = add(contact("Pierre", "pierre@work.example", "+33612345678"));
        assertRefused(ContactReason.ADDRESS_TAKEN, () -> changeTo(other, MARIE));
        change(handle, MARIE);
    }

    @Test
    void whoeverWasInvitedIsInTheBookAlready() {
        EmailAddress zoe = company.email("zoe");
        database.inTransaction(
                () ->
                        contacts.addInvited(
                                company.accountId(),
                                ada.membershipId(),
                                MemberKind.GUEST,
                                List.of(zoe),
                                List.of()));

        assertRefused(ContactReason.ADDRESS_TAKEN, () -> add(contact("Zoë", zoe.typed(), null)));
    }

    @Test
    void colleagueIsNobodysToChange() {
        UUID bobsRow = rows(ContactGroup.COMPANY, "bob").get(0).handle();

        assertThat(contacts.findCard(bobsRow).orElseThrow().own()).isFalse();
        assertRefused(ContactReason.NOT_FOUND, () -> changeTo(bobsRow, MARIE));
        assertRefused(ContactReason.NOT_FOUND, () -> inTransaction(() -> personal.remove(bobsRow)));
        assertThat(names(ContactGroup.COMPANY, "bob")).hasSize(1);
    }

    @Test
    void guestHasABookOfTheirOwn() {
        callAs(company.guest("Gina", bob));

        UUID handle = add(MARIE);

        assertThat(contacts.findCard(handle)).isPresent();
        assertThat(names(ContactGroup.PERSONAL, "marie")).containsExactly("Marie Curie");
    }

    @Test
    void everyChangeStandsInTheAudit() {
        UUID handle = add(MARIE);
        change(handle, MARIE);
        inTransaction(() -> personal.remove(handle));

        assertThat(
                        new beckon.shared.persistence.Statements(database.dataSource())
                                .list(
                                        "select action from audit_entry where subject = ?"
                                                + " order by id",
                                        row -> row.getString(1),
                                        handle.toString()))
                .containsExactly("contact.added", "contact.changed", "contact.removed");
    }

    private void assertStrange(UUID handle) {
        assertThat(contacts.findCard(handle)).isEmpty();
        assertRefused(ContactReason.NOT_FOUND, () -> changeTo(handle, MARIE));
        assertRefused(ContactReason.NOT_FOUND, () -> inTransaction(() -> personal.remove(handle)));
    }

    private static void assertRefused(ContactReason reason, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private UUID add(PersonalContact contact) {
        return inTransaction(() -> personal.add(contact));
    }

    private void change(UUID handle, PersonalContact contact) {
        changeTo(handle, contact);
    }

    private UUID changeTo(UUID handle, PersonalContact contact) {
        database.inTransaction(() -> personal.change(handle, contact));
        return handle;
    }

    private <T> T inTransaction(Callable<T> act) {
        return database.inTransaction(act);
    }

    private void callAs(Caller caller) {
        container.callAs(caller.principalName());
    }

    private List<ContactRow> rows(ContactGroup group, String text) {
        return contacts.list(new ContactQuery(group, text, 0, 100)).rows();
    }

    private List<String> names(ContactGroup group, String text) {
        return rows(group, text).stream().map(ContactRow::displayName).toList();
    }

    private static PersonalContact contact(String name, String email, String phone) {
        return new PersonalContact(
                name,
                null,
                List.of(address(email, null)),
                phone == null ? List.of() : List.of(number(phone, null)),
                null);
    }

    private static LabelledAddress address(String email, ContactLabel label) {
        return new LabelledAddress(EmailAddress.of(email), label);
    }

    private static LabelledNumber number(String e164, ContactLabel label) {
        return new LabelledNumber(new PhoneNumber(e164), label);
    }
}
