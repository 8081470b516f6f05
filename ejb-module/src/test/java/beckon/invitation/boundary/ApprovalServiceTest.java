package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Approval;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.shared.TokenHash;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalServiceTest extends InvitationTest {
    private String sam;
    private InviteResult result;

    @BeforeEach
    void askForSam() {
        require(Approval.EVERYONE);
        sam = stranger("sam");
        as(company.coworker());
        result = invite(sam).get(0);
    }

    private void require(Approval approval) {
        company.execute(
                "update invitation_policy set approval = ? where account_id = ?",
                approval.name(),
                company.accountId());
    }

    private ApprovalService approvals() {
        return container.get(ApprovalService.class);
    }

    private void approve() {
        as(company.admin());
        database.inTransaction(() -> approvals().approve(result.invitationId()));
    }

    private void reject() {
        as(company.admin());
        database.inTransaction(() -> approvals().reject(result.invitationId()));
    }

    private InvitationRow row() {
        return invitations().find(result.invitationId()).orElseThrow();
    }

    private long mails(String template) {
        return company.query(
                        "select id from dispatch where account_id = ? and template = ?",
                        company.accountId(),
                        template)
                .size();
    }

    private long spent() {
        return company.query(
                        "select used from rate_limit where bucket = ?",
                        "invite.to:" + TokenHash.hex(sam).substring(0, 32))
                .size();
    }

    @Test
    void invitationWaitsAndNothingIsSentOrCounted() {
        assertThat(result.outcome()).isEqualTo(InviteOutcome.WAITING);
        assertThat(result.kind()).isEqualTo(MemberKind.GUEST);
        assertThat(row().state()).isEqualTo(InvitationState.WAITING);
        assertThat(mails("invitation")).isZero();
        assertThat(spent()).isZero();
        assertThat(company.query("select id from contact where email = ?", sam)).isEmpty();
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.ALREADY_INVITED);
    }

    @Test
    void approvedInvitationIsSentAndItsInviterToldAndCounted() {
        container.clock().move(Duration.ofDays(3));

        approve();

        assertThat(row().state()).isEqualTo(InvitationState.PENDING);
        assertThat(row().inviterName()).startsWith("ben");
        assertThat(row().expiresAt())
                .isEqualTo(container.clock().instant().plus(Duration.ofHours(168)));
        assertThat(mails("invitation")).isOne();
        assertThat(mails("approved")).isOne();
        assertThat(spent()).isOne();
        assertThat(company.query("select id from contact where email = ?", sam)).hasSize(1);
        assertRefused(InvitationReason.NOT_OPEN, this::approve);
        assertRefused(InvitationReason.NOT_OPEN, this::reject);
    }

    @Test
    void rejectedInvitationIsOverAndTheAddressFreeAgain() {
        reject();

        assertThat(row().state()).isEqualTo(InvitationState.REJECTED);
        assertThat(mails("invitation")).isZero();
        assertThat(mails("rejected")).isOne();
        assertRefused(InvitationReason.NOT_OPEN, this::approve);
        assertThat(invite(sam).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void rulesOfTheMomentDecideWhenItIsApproved() {
        company.execute(
                "update invitation_policy set denied_recipients = ? where account_id = ?",
                sam,
                company.accountId());

        assertRefused(InvitationReason.RECIPIENT_DENIED, this::approve);
        assertThat(row().state()).isEqualTo(InvitationState.WAITING);
        assertThat(mails("invitation")).isZero();
    }

    @Test
    void onlyAdminsListAndNobodyElsesAre() {
        as(company.admin());
        assertThat(database.inTransaction(() -> approvals().list(0, 20)).rows())
                .extracting(InvitationRow::recipient)
                .containsExactly(sam);

        Company other = new Company(database, container);
        as(other.admin());
        assertThat(database.inTransaction(() -> approvals().count())).isZero();
        assertRefused(
                InvitationReason.NOT_FOUND,
                () -> database.inTransaction(() -> approvals().approve(result.invitationId())));
        assertRefused(
                InvitationReason.NOT_FOUND,
                () -> database.inTransaction(() -> approvals().reject(result.invitationId())));
    }

    @Test
    void adminsOwnInvitationsNeverWait() {
        as(company.admin());

        assertThat(invite(stranger("kim")).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void onlyGuestsWaitWhereOnlyGuestsHaveTo() {
        require(Approval.GUESTS);

        assertThat(invite("new@" + company.domain()).get(0).outcome())
                .isEqualTo(InviteOutcome.QUEUED);
        assertThat(invite(stranger("kim")).get(0).outcome()).isEqualTo(InviteOutcome.WAITING);
    }

    @Test
    void waitingInvitationIsRevokedByItsInviter() {
        database.inTransaction(() -> invitations().revoke(result.invitationId()));

        assertThat(row().state()).isEqualTo(InvitationState.REVOKED);
        assertRefused(InvitationReason.NOT_OPEN, this::approve);
    }

    @Test
    void whatNobodyAnsweredExpiresAndIsNotResentUnapproved() {
        container.clock().move(Duration.ofDays(30));

        assertThat(row().state()).isEqualTo(InvitationState.EXPIRED);
        assertRefused(InvitationReason.NOT_OPEN, this::approve);
        as(company.coworker());
        assertRefused(InvitationReason.NOT_OPEN, () -> invitations().resend(result.invitationId()));
        database.inTransaction(() -> container.get(InvitationExpiryTimer.class).sweep());
        assertRefused(
                InvitationReason.RESEND_NEEDS_APPROVAL,
                () -> invitations().resend(result.invitationId()));
        assertThat(mails("invitation")).isZero();
    }

    @Test
    void whatAnAdminHasApprovedIsResentWithoutAnotherWord() {
        approve();
        as(company.coworker());

        invitations().resend(result.invitationId());

        assertThat(mails("invitation")).isEqualTo(2);
    }

    @Test
    void leftBehindByADeactivatedMemberItBecomesTheAdmins() {
        company.deactivate(company.coworker());

        approve();

        assertThat(row().inviterName()).startsWith("ada");
        assertThat(newest("taken_over", sam)).isEqualTo(true);
        assertThat(mails("approved")).isZero();
    }

    @Test
    void previewSaysThatItWaitsAndByWhichRule() {
        assertThat(invitations().preview(List.of(stranger("kim")), InviteAs.AUTOMATIC))
                .singleElement()
                .satisfies(
                        preview -> {
                            assertThat(preview.outcome()).isEqualTo(InviteOutcome.WAITING);
                            assertThat(preview.rule()).isEqualTo("APPROVAL_POLICY");
                        });
    }

    @Test
    void approvalIsAudited() {
        Caller admin = company.admin();
        approve();

        assertThat(audited("invitation.approved", admin, result.invitationId()))
                .containsExactly("done");
    }

    private List<Object> audited(String action, Caller admin, UUID subject) {
        return company.query(
                "select outcome from audit_entry where action = ? and actor_id = ? and subject = ?",
                action,
                admin.membershipId(),
                subject.toString());
    }
}
