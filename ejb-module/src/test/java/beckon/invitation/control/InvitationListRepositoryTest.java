package beckon.invitation.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.InvitationTest;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationRow;
import beckon.shared.Page;
import org.junit.jupiter.api.Test;

class InvitationListRepositoryTest extends InvitationTest {

    private Page<InvitationRow> page(int number) {
        return new InvitationListRepository(database.dataSource(), 3)
                .list(
                        company.coworker(),
                        new InvitationQuery(null, "", false, number, 2),
                        container.clock().instant());
    }

    private void invitePeople(int number) {
        for (int i = 0; i < number; i++) {
            invite(stranger("person" + i));
        }
    }

    @Test
    void listIsCountedToItsEndIfThatIsNear() {
        invitePeople(3);

        assertThat(page(0).total()).isEqualTo(3);
        assertThat(page(0).hasNext()).isTrue();
        assertThat(page(1).rows()).hasSize(1);
        assertThat(page(1).hasNext()).isFalse();
    }

    @Test
    void longListIsNotCountedAndHasAllItsPages() {
        invitePeople(7);

        assertThat(page(0).total()).isEqualTo(4);
        assertThat(page(0).rows()).hasSize(2);
        assertThat(page(1).hasNext()).isTrue();
        assertThat(page(2).rows()).hasSize(2);
        assertThat(page(2).hasNext()).isTrue();
        assertThat(page(3).rows()).hasSize(1);
        assertThat(page(3).hasNext()).isFalse();
    }
}
