package beckon.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.attachment.boundary.AttachmentService;
import beckon.audit.boundary.AuditService;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.control.DispatchQueue;
import beckon.delivery.entity.Channel;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.boundary.OfferService;
import beckon.invitation.control.Admissions;
import beckon.invitation.control.CommandLimits;
import beckon.invitation.control.InvitationLimits;
import beckon.invitation.control.InvitationMail;
import beckon.invitation.control.InvitationRepository;
import beckon.invitation.control.InvitationWriter;
import beckon.invitation.control.Inviting;
import beckon.invitation.control.InvitingRepository;
import beckon.invitation.control.NumberParser;
import beckon.invitation.control.RecipientParser;
import beckon.invitation.control.Resending;
import beckon.invitation.control.Sending;
import beckon.invitation.control.TextBudget;
import beckon.invitation.control.TextWords;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteResult;
import beckon.person.control.PasswordRules;
import beckon.person.control.Passwords;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A test of inviting through its boundaries, with transactions as in the server. */
public abstract class InvitationTest extends DatabaseTest {
    protected TestContainer container;
    protected Company company;
    protected final List<Long> couriered = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeCompany() {
        container = new TestContainer(database, environment());
        container.with(DataSource.class, dataSource());
        container.with(Passwords.class, Shared.PASSWORDS);
        container.with(PasswordRules.class, Shared.PASSWORD_RULES);
        container.with(DispatchQueue.class, new RecordingQueue());
        container.with(Inviting.class, new TransactionalInviting());
        container.with(
                Resending.class, new TransactionalResending(container.get(InvitationMail.class)));
        company = new Company(database, container);
        container.get(InvitationService.class);
        container.get(CurrentCaller.class);
        as(company.coworker());
    }

    /** What an operator has set. */
    protected Map<String, String> environment() {
        return Map.of("BECKON_INVITES_PER_DAY", "1000");
    }

    /** Through which everything is read and written. */
    protected DataSource dataSource() {
        return database.dataSource();
    }

    protected void as(Caller caller) {
        container.callAs(caller.principalName());
    }

    protected InvitationService invitations() {
        return container.get(InvitationService.class);
    }

    protected OfferService offers() {
        return container.get(OfferService.class);
    }

    protected List<InviteResult> invite(String... recipients) {
        return invite(InviteAs.AUTOMATIC, recipients);
    }

    protected List<InviteResult> invite(InviteAs as, String... recipients) {
        return invitations().invite(Invite.byEmail(List.of(recipients), "", null, as));
    }

    /** An address that no other test has. */
    protected String stranger(String name) {
        return name + "@" + name + company.accountId() + ".org";
    }

    /** The token in the link of the recipient's newest invitation, as the mail would hold it. */
    protected String tokenOf(String recipient) {
        byte[] nonce = (byte[]) newest("nonce", recipient);
        String keyId = (String) newest("key_id", recipient);
        return container
                .get(TokenKeys.class)
                .derive(new TokenSource("invitation", nonce, keyId))
                .secret();
    }

    protected Object newest(String column, String recipient) {
        return company.query(
                        "select "
                                + column
                                + " from invitation where account_id = ? and recipient = ?"
                                + " order by id desc",
                        company.accountId(),
                        recipient)
                .get(0);
    }

    protected long count(String table) {
        return (Long)
                company.query(
                                "select count(*) from " + table + " where account_id = ?",
                                company.accountId())
                        .get(0);
    }

    protected static void assertRefused(Reason reason, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        RefusalException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    protected static boolean succeeds(Runnable command) {
        try {
            command.run();
            return true;
        } catch (RefusalException e) {
            return false;
        }
    }

    private final class RecordingQueue extends DispatchQueue {
        @Override
        public void courierAfterCommit(Channel channel, List<Long> ids) {
            couriered.addAll(ids);
        }
    }

    private final class TransactionalInviting extends Inviting {
        TransactionalInviting() {
            super(
                    container.get(RecipientParser.class),
                    container.get(NumberParser.class),
                    container.get(InvitingRepository.class),
                    container.get(Admissions.class),
                    container.get(CommandLimits.class),
                    container.get(TextWords.class),
                    container.get(InvitationWriter.class),
                    container.get(InvitationMail.class),
                    container.get(AttachmentService.class),
                    container.get(AuditService.class));
        }

        @Override
        public List<InviteResult> invite(
                Caller caller, Invite command, boolean again, Instant now) {
            return database.inTransaction(() -> super.invite(caller, command, again, now));
        }
    }

    /** Sends again with mails of a kind. */
    protected final class TransactionalResending extends Resending {
        public TransactionalResending(InvitationMail mail) {
            super(
                    container.get(InvitationRepository.class),
                    container.get(Admissions.class),
                    new Sending(
                            container.get(InvitationRepository.class),
                            container.get(InvitationLimits.class),
                            container.get(TextBudget.class),
                            mail,
                            container.get(DeliveryService.class),
                            container.get(ContactService.class),
                            container.get(AttachmentService.class)),
                    container.get(AuditService.class));
        }

        @Override
        public void resend(Caller caller, UUID handle, Instant now) {
            database.inTransaction(() -> super.resend(caller, handle, now));
        }
    }

    /** What takes long to make and does not change. */
    private static final class Shared {
        static final Passwords PASSWORDS = new Passwords(new Settings(Map.of()));
        static final PasswordRules PASSWORD_RULES = new PasswordRules();
    }
}
