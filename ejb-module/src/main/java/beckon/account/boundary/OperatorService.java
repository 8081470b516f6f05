package beckon.account.boundary;

import beckon.account.control.OperatorKey;
import beckon.account.control.OperatorRepository;
import beckon.account.control.SetUpRepository;
import beckon.account.entity.AccountClosed;
import beckon.account.entity.AccountReason;
import beckon.account.entity.AccountSummary;
import beckon.account.entity.OpenSetUp;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The door for whoever runs the server, known by the key in its data directory: several accounts,
 * apart from each other.
 */
@Stateless
@PermitAll
public class OperatorService {

    private static final int LONGEST_LABEL = 120;

    @Inject OperatorKey operator;
    @Inject OperatorRepository accounts;
    @Inject SetUpRepository links;
    @Inject DeliveryService delivery;
    @Inject Event<AccountClosed> news;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Draws a link by which somebody makes one more account, good for one use within a day.
     *
     * @param label for whom, shown in the list of open links; may be blank
     * @return the secret that stands in the link
     * @throws RefusalException NOT_FOUND, if the key is wrong
     */
    public Token add(@NotNull String key, @NotNull String label) {
        authorise(key);
        Instant now = clock.instant();
        Token token = Token.random();
        String note = label.strip();
        links.add(
                token.hash(),
                now.plus(SetUpService.LINK_LIFETIME),
                note.substring(0, Math.min(note.length(), LONGEST_LABEL)));
        record(null, "account.setUpOffered", null);
        return token;
    }

    /**
     * Every account of the server, the oldest first.
     *
     * @throws RefusalException NOT_FOUND, if the key is wrong
     */
    public List<AccountSummary> list(@NotNull String key) {
        authorise(key);
        return accounts.list();
    }

    /**
     * The set-up links that nobody has used yet.
     *
     * @throws RefusalException NOT_FOUND, if the key is wrong
     */
    public List<OpenSetUp> listSetUps(@NotNull String key) {
        authorise(key);
        return links.listOpen(clock.instant());
    }

    /**
     * The id by which other doors know an open account.
     *
     * @throws RefusalException NOT_FOUND, if the key is wrong, or there is no such open account
     */
    public long getId(@NotNull String key, @NotNull UUID account) {
        authorise(key);
        return accounts.findOpen(account)
                .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
    }

    /**
     * Closes an account for good: its sessions, tokens, invitations and links are dead, what has
     * not been sent yet is not sent, and others may prove its domains.
     *
     * @param name as it is called, so that nobody closes another by a slip
     * @throws RefusalException NOT_FOUND, if the key is wrong, or no open account has this handle
     *     and name
     */
    public void close(@NotNull String key, @NotNull UUID account, @NotNull String name) {
        authorise(key);
        Instant now = clock.instant();
        long id =
                accounts.close(account, name, now)
                        .orElseThrow(() -> new RefusalException(AccountReason.NOT_FOUND));
        accounts.releaseDomains(id);
        accounts.endSessions(id, now);
        news.fire(new AccountClosed(id));
        delivery.cancelAll(id);
        record(id, "account.closed", account.toString());
    }

    private void authorise(String key) {
        if (!operator.is(key)) {
            audit.recordRefusal(act(null, "operator.refused", null, "NOT_FOUND"));
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
    }

    private void record(Long account, String action, String subject) {
        audit.record(act(account, action, subject, AuditRecord.DONE));
    }

    private static AuditRecord act(Long account, String action, String subject, String outcome) {
        return new AuditRecord(account, null, action, subject, outcome, "by the operator", null);
    }
}
