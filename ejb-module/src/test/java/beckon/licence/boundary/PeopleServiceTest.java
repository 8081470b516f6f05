package beckon.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.licence.entity.Edition;
import beckon.licence.entity.PeopleCounts;
import beckon.licence.entity.PeopleOrder;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PeopleState;
import beckon.licence.entity.PersonRow;
import beckon.shared.Page;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.CountedSource;
import beckon.testing.Roster;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private Roster roster;
    private Caller ada;
    private Caller bob;
    private Caller gina;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        roster = new Roster(database, container);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Ångström");
        gina = company.guest("Gina", bob);
        roster.callAs(ada);
    }

    @Test
    void everybodyIsListedByNameAsWhatTheyAre() {
        company.coworker("Émile", "Zola");
        company.coworker("eva", "Adams");

        assertThat(names(PeopleQuery.everybody(0, 25)))
                .containsExactly(
                        "Ada Admin", "Bob Ångström", "Émile Zola", "eva Adams", "Gina Guest");
        PersonRow row = page(PeopleQuery.everybody(0, 25)).rows().get(4);
        assertThat(row.kind()).isEqualTo(MemberKind.GUEST);
        assertThat(row.sponsorName()).isEqualTo("Bob Ångström");
        assertThat(row.own()).isFalse();
        assertThat(page(PeopleQuery.everybody(0, 25)).rows().get(0).own()).isTrue();
        assertThat(people().count()).isEqualTo(new PeopleCounts(1, 3, 1, 0, 0));
    }

    @Test
    void peopleAreFoundByBeginningsOfNameAndAddress() {
        assertThat(names(search("ang"))).containsExactly("Bob Ångström");
        assertThat(names(search("ÅNG bob"))).containsExactly("Bob Ångström");
        assertThat(names(search(company.domain()))).hasSize(3);
        assertThat(names(search("nobody"))).isEmpty();
        assertThat(names(search("' or 1=1 --"))).isEmpty();
        assertThat(
                        names(
                                new PeopleQuery(
                                        company.domain(),
                                        MemberKind.GUEST,
                                        PeopleState.ACTIVE,
                                        null,
                                        PeopleOrder.NAME,
                                        0,
                                        25)))
                .containsExactly("Gina Guest");
    }

    @Test
    void filtersAndOrderHoldTogether() {
        container.clock().move(java.time.Duration.ofDays(1));
        company.coworker("Zoe", "Young");

        assertThat(names(kind(MemberKind.COWORKER, PeopleOrder.NEWEST)))
                .containsExactly("Zoe Young", "Bob Ångström");
        assertThat(names(kind(MemberKind.GUEST, PeopleOrder.NAME))).containsExactly("Gina Guest");
        assertThat(names(kind(null, PeopleOrder.NEWEST))).first().isEqualTo("Zoe Young");
    }

    @Test
    void pagesFollowEachOther() {
        IntStream.range(0, 7).forEach(i -> company.coworker("P" + i, "Pager"));
        PeopleQuery second =
                new PeopleQuery("pager", null, PeopleState.ACTIVE, null, PeopleOrder.NAME, 1, 5);

        assertThat(names(second)).containsExactly("P5 Pager", "P6 Pager");
        assertThat(page(second).total()).isEqualTo(7);
        assertThat(names(PeopleQuery.everybody(3, 3))).containsExactly("P6 Pager");
        assertThat(page(PeopleQuery.everybody(3, 3)).total()).isEqualTo(10);
    }

    @Test
    void deactivatedAreListedApartAndFoundThere() {
        roster.deactivate(bob);

        assertThat(names(PeopleQuery.everybody(0, 25))).containsExactly("Ada Admin", "Gina Guest");
        assertThat(names(search("bob"))).isEmpty();
        for (String text : List.of("", "angs", "bob ång", company.domain().substring(0, 12))) {
            assertThat(names(deactivated(text))).containsExactly("Bob Ångström");
        }
        assertThat(names(deactivated("gina"))).isEmpty();
        assertThat(page(deactivated("")).rows().get(0).isActive()).isFalse();
        assertThat(people().count().deactivated()).isEqualTo(1);
    }

    @Test
    void whoHasNoLicenceIsToldFromWhoHas() {
        roster.run(
                () ->
                        container
                                .get(LicenceService.class)
                                .setEdition(company.accountId(), Edition.PRO_PLUS, 5));
        Set<java.util.UUID> chosen = Set.of(roster.handleOf(bob));
        database.inTransaction(() -> container.get(LicenceService.class).assign(chosen));

        assertThat(names(licensed(true))).containsExactly("Bob Ångström");
        assertThat(names(licensed(false))).containsExactly("Ada Admin");
        assertThat(people().count().waiting()).isEqualTo(1);
    }

    @Test
    void otherAccountIsNotThere() {
        TestCompany other = new TestCompany(database, container);
        roster.callAs(other.admin("Eve"));

        assertThat(names(PeopleQuery.everybody(0, 25))).containsExactly("Eve Admin");
        assertThat(names(search("bob"))).isEmpty();
        assertThat(people().find(roster.handleOf(bob))).isEmpty();
    }

    @Test
    void pageTakesTheSameNumberOfStatementsHoweverManyPeopleThereAre() {
        int few = statements(PeopleQuery.everybody(0, 25));
        int fewFound = statements(search("ad"));
        IntStream.range(0, 60).forEach(i -> company.coworker("Adele" + i, "Many"));

        assertThat(statements(PeopleQuery.everybody(0, 25))).isEqualTo(few).isLessThanOrEqualTo(5);
        assertThat(statements(search("ad"))).isEqualTo(fewFound).isLessThanOrEqualTo(8);
    }

    private int statements(PeopleQuery query) {
        CountedSource counted = new CountedSource(database.dataSource());
        TestContainer own = new TestContainer(database).with(DataSource.class, counted.source());
        own.callAs(ada.principalName());
        PeopleService service = own.get(PeopleService.class);
        return counted.during(() -> service.list(query));
    }

    private static PeopleQuery search(String text) {
        return new PeopleQuery(text, null, PeopleState.ACTIVE, null, PeopleOrder.NAME, 0, 25);
    }

    private static PeopleQuery deactivated(String text) {
        return new PeopleQuery(
                text, null, PeopleState.DEACTIVATED, null, PeopleOrder.NEWEST, 0, 25);
    }

    private static PeopleQuery licensed(boolean licensed) {
        return new PeopleQuery("", null, PeopleState.ACTIVE, licensed, PeopleOrder.NAME, 0, 25);
    }

    private static PeopleQuery kind(MemberKind kind, PeopleOrder order) {
        return new PeopleQuery("", kind, PeopleState.ACTIVE, null, order, 0, 25);
    }

    private List<String> names(PeopleQuery query) {
        return page(query).rows().stream().map(PersonRow::name).toList();
    }

    private Page<PersonRow> page(PeopleQuery query) {
        return people().list(query);
    }

    private PeopleService people() {
        return container.get(PeopleService.class);
    }
}
