package beckon.invitation.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.MemberKind;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.RenderedMail;
import beckon.invitation.InvitationTest;
import beckon.invitation.boundary.ApprovalService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingNewsTest extends InvitationTest {
    private static final int MANY = 10_000;

    @BeforeEach
    void askForApproval() {
        company.execute(
                "update invitation_policy set approval = 'EVERYONE' where account_id = ?",
                company.accountId());
    }

    private int look() {
        WaitingNews news = container.get(WaitingNews.class);
        List<Object> before = told();
        database.inTransaction(() -> news.tell(container.clock().instant(), MANY));
        return told().size() - before.size();
    }

    private void lookAfter(Duration time) {
        container.clock().move(time);
        look();
    }

    private void approve(String name) {
        UUID handle = (UUID) newest("handle", stranger(name));
        as(company.admin());
        database.inTransaction(() -> container.get(ApprovalService.class).approve(handle));
        as(company.coworker());
    }

    private List<Object> told() {
        return company.query(
                "select recipient from dispatch where account_id = ? and template = 'waiting'"
                        + " order by id",
                company.accountId());
    }

    private String ada() {
        return "ada@" + company.domain();
    }

    @Test
    void eachAdminIsToldOnceOfABatchAndNobodyElse() {
        String second = "abe@" + company.domain();
        company.join(MemberKind.ADMIN, second);
        invite(stranger("sam"));
        invite(stranger("tom"), stranger("tim"));
        look();
        assertThat(told()).as("while it gathers").isEmpty();

        lookAfter(Duration.ofMinutes(1));
        lookAfter(Duration.ofHours(2));

        assertThat(told()).containsExactlyInAnyOrder(ada(), second);
    }

    @Test
    void steadyStreamDoesNotKeepTheFirstMailBack() {
        List<Integer> tellingSeconds = new ArrayList<>();

        for (int second = 1; second <= 180; second++) {
            invite(stranger("sam" + second));
            container.clock().move(Duration.ofSeconds(1));
            if (second % 60 == 25 && look() > 0) {
                tellingSeconds.add(second);
            }
        }

        assertThat(tellingSeconds).containsExactly(85);
        assertThat(told()).containsExactly(ada());
    }

    @Test
    void whatComesLongAfterAnApprovedOneGathersAnew() {
        invite(stranger("sam"));
        approve("sam");
        container.clock().move(Duration.ofDays(1));

        invite(stranger("tom"));
        look();
        assertThat(told()).as("while it gathers").isEmpty();

        lookAfter(Duration.ofMinutes(1));
        assertThat(told()).containsExactly(ada());
    }

    @Test
    void nobodyIsToldMoreThanOnceAnHourAndNothingIsForgotten() {
        invite(stranger("sam"));
        lookAfter(Duration.ofMinutes(1));
        container.clock().move(Duration.ofMinutes(5));
        invite(stranger("tom"));

        lookAfter(Duration.ofMinutes(54));
        assertThat(told()).hasSize(1);
        lookAfter(Duration.ofMinutes(1));
        assertThat(told()).containsExactly(ada(), ada());
    }

    @Test
    void whatIsApprovedMeanwhileIsNoNews() {
        invite(stranger("sam"));
        approve("sam");

        lookAfter(Duration.ofMinutes(1));

        assertThat(told()).isEmpty();
    }

    @Test
    void accountsThatWantNoMailsGetNone() {
        company.execute(
                "update invitation_policy set approval_mails = false where account_id = ?",
                company.accountId());
        invite(stranger("sam"));

        lookAfter(Duration.ofMinutes(1));

        assertThat(told()).isEmpty();
    }

    @Test
    void mailLeadsToTheApprovals() {
        RenderedMail mail =
                container
                        .get(DeliveryService.class)
                        .preview(
                                "waiting",
                                "fr",
                                Map.of("memberName", "Ada", "accountName", "Acme"));

        assertThat(mail.subject())
                .isEqualTo("Des invitations à rejoindre Acme attendent votre approbation");
        assertThat(mail.text()).contains("Ada, des membres de Acme");
    }
}
