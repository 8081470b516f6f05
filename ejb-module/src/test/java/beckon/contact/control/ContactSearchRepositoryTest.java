package beckon.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.contact.entity.ContactGroup;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSearchRepositoryTest extends DatabaseTest {

    @Test
    void manyAndFewAreFoundAlike() {
        TestCompany company = new TestCompany(database, new TestContainer(database));
        Caller ada = company.admin("Ada");
        company.coworker("Adam", "Berg");
        company.coworker("Bea", "Adler");
        company.guest("Carl", ada);
        var few = new ContactSearchRepository(database.dataSource(), 1_000);
        var many = new ContactSearchRepository(database.dataSource(), -1);

        for (List<String> words : List.of(List.of("ad"), List.of("ad", "be"), List.of("zz"))) {
            for (ContactGroup group : ContactGroup.values()) {
                assertThat(many.find(ada, group, null, words))
                        .isEqualTo(few.find(ada, group, null, words));
            }
        }
        assertThat(few.find(ada, ContactGroup.ALL, null, List.of("ad"))).hasSize(3);
        assertThat(few.find(ada, ContactGroup.ALL, null, List.of("ad", "be"))).hasSize(2);
        assertThat(few.find(ada, ContactGroup.GUESTS, null, List.of("carl"))).hasSize(1);
    }
}
