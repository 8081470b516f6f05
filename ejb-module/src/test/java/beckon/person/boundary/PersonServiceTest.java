package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.Caller;
import beckon.person.control.CheapPasswords;
import beckon.person.control.Passwords;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.Registration;
import beckon.person.entity.Theme;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private PersonService persons;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database).with(Passwords.class, CheapPasswords.make());
        company = new TestCompany(database, container);
        persons = container.get(PersonService.class);
    }

    @Test
    void registeredPersonIsFoundByAddressInAnyNotation() {
        long id = register("Zoé.B@" + company.domain().toUpperCase(java.util.Locale.ROOT));

        assertThat(database.inTransaction(() -> persons.findIdByEmail(company.email("zoe.b"))))
                .contains(id);
        Profile profile = database.inTransaction(() -> persons.getProfileOf(id));
        assertThat(profile.displayName()).isEqualTo("Zoé \"><img src=x> Brun");
        assertThat(profile.theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void addressHasOneSignIn() {
        register("zoe@" + company.domain());

        RefusalException refusal =
                catchThrowableOfType(
                        RefusalException.class, () -> register("ZOE@" + company.domain()));

        assertThat(refusal.reason()).isEqualTo(PersonReason.ALREADY_REGISTERED);
    }

    @Test
    void anotherTroubleIsNotTakenForASecondSignIn() {
        assertThatThrownBy(
                        () ->
                                company.person(
                                        company.email("long"), "x".repeat(101), "Long", "none"))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void weakPasswordMakesNoPerson() {
        RefusalException refusal =
                catchThrowableOfType(
                        RefusalException.class,
                        () ->
                                database.inTransaction(
                                        () ->
                                                persons.register(
                                                        registration(
                                                                "weak@" + company.domain(),
                                                                "password1234"))));

        assertThat(refusal.reason()).isEqualTo(PersonReason.PASSWORD_TOO_COMMON);
        assertThat(database.inTransaction(() -> persons.findIdByEmail(company.email("weak"))))
                .isEmpty();
    }

    @Test
    void choicesAreKept() {
        Caller caller = company.coworker("Bob", "Builder");
        container.callAs(caller.principalName());

        database.inTransaction(() -> persons.chooseLanguage("fr"));
        database.inTransaction(() -> persons.chooseTheme(Theme.DARK));

        Profile profile = database.inTransaction(persons::getProfile);
        assertThat(profile.language()).isEqualTo("fr");
        assertThat(profile.theme()).isEqualTo(Theme.DARK);
    }

    private long register(String email) {
        return database.inTransaction(
                () -> persons.register(registration(email, "violet-tram-anchored-42")));
    }

    private static Registration registration(String email, String password) {
        return new Registration(
                EmailAddress.of(email.replace('é', 'e')),
                "Zoé \"><img src=x>",
                "Brun",
                null,
                "fr",
                password,
                null);
    }
}
