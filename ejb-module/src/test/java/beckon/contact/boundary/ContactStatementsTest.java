package beckon.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.contact.entity.BookOutcome;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.CountedSource;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each statement is a round trip: a page takes as many of them whatever it holds. */
class ContactStatementsTest extends DatabaseTest {

    private CountedSource counted;
    private ContactService contacts;
    private ContactBookService books;

    @BeforeEach
    void findCompany() {
        counted = new CountedSource(database.dataSource());
        TestContainer container =
                new TestContainer(database).with(DataSource.class, counted.source());
        TestCompany company = new TestCompany(database, container);
        Caller ada = company.admin("Ada");
        contacts = container.get(ContactService.class);
        books = container.get(ContactBookService.class);
        container.callAs(ada.principalName());
        merge(0, 3);
    }

    @Test
    void pageOfAListTakesTwoWhateverItHolds() {
        int few = counted.during(() -> list(ContactGroup.PERSONAL, null, ""));
        merge(3, 80);

        assertThat(few).isEqualTo(2);
        for (ContactGroup group : ContactGroup.values()) {
            assertThat(counted.during(() -> list(group, null, ""))).isEqualTo(few);
        }
        for (ContactBadge badge : ContactBadge.values()) {
            assertThat(counted.during(() -> list(ContactGroup.ALL, badge, ""))).isEqualTo(few);
        }
    }

    @Test
    void searchTakesAsManyForMuchAsForLittle() {
        int few = counted.during(() -> list(ContactGroup.ALL, null, "person"));
        merge(3, 80);

        assertThat(counted.during(() -> list(ContactGroup.ALL, null, "person"))).isEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(4);
        assertThat(counted.during(() -> contacts.listNumbers("person", 8))).isLessThanOrEqualTo(4);
    }

    @Test
    void exportTakesThreeAndItsAuditWhateverItHolds() {
        int few = counted.during(() -> database.inTransaction(() -> books.takeOut()));
        merge(3, 80);

        assertThat(counted.during(() -> database.inTransaction(() -> books.takeOut())))
                .isEqualTo(few);
    }

    @Test
    void batchOfNewContactsTakesAsManyAsAFew() {
        int few = counted.during(() -> merge(10, 15));

        // ids are drawn in blocks of 50
        assertThat(counted.during(() -> merge(100, 200))).isBetween(few - 2, few + 4);
    }

    private void list(ContactGroup group, ContactBadge badge, String text) {
        contacts.list(new ContactQuery(group, badge, text, 0, 50));
    }

    private void merge(int from, int to) {
        List<PersonalContact> some =
                IntStream.range(from, to).mapToObj(ContactStatementsTest::person).toList();
        List<BookOutcome> outcomes = database.inTransaction(() -> books.merge(some));
        assertThat(outcomes).containsOnly(BookOutcome.NEW);
    }

    private static PersonalContact person(int number) {
        return new PersonalContact(
                "Person " + number,
                null,
                List.of(
                        new LabelledAddress(EmailAddress.of("a" + number + "@x.example"), null),
                        new LabelledAddress(EmailAddress.of("b" + number + "@x.example"), null)),
                List.of(new LabelledNumber(new PhoneNumber("+3361234" + (1000 + number)), null)),
                null);
    }
}
