package beckon.account.boundary;

import beckon.account.control.AccountRepository;
import beckon.account.control.SetUpRepository;
import beckon.account.entity.Account;
import beckon.account.entity.AccountReason;
import beckon.account.entity.InvitationPolicy;
import beckon.account.entity.MemberKind;
import beckon.account.entity.SetUpForm;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.boundary.PersonService;
import beckon.person.boundary.SignInService;
import beckon.person.entity.Registration;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.TokenHash;
import beckon.shared.persistence.IdRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door for whoever installs Beckon: the first account, by a link that works once. */
@Stateless
@PermitAll
public class SetUpService {

    /** How long a set-up link may be used. */
    static final Duration LINK_LIFETIME = Duration.ofHours(24);

    @Inject SetUpRepository links;
    @Inject AccountRepository accounts;
    @Inject MembershipService memberships;
    @Inject PersonService persons;
    @Inject SignInService signIns;
    @Inject IdRepository ids;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Inner door: draws a new link, if there is no account yet; an earlier one is dead.
     *
     * @return the secret that stands in the link
     */
    public Optional<Token> open() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        Token token = Token.random();
        links.replace(token.hash(), clock.instant().plus(LINK_LIFETIME));
        return Optional.of(token);
    }

    /** Whether the link still works; nothing is changed, however often it is asked. */
    public boolean look(@NotNull String token) {
        return links.isOpen(TokenHash.of(token), clock.instant());
    }

    /**
     * Makes the account with its admin, who is signed in; all or nothing, once.
     *
     * @return the new session's handle
     * @throws RefusalException NOT_FOUND (the link does not work any more), INVALID_EMAIL,
     *     PersonReason.PASSWORD_…
     */
    public UUID setUp(@NotNull @Valid SetUpForm form) {
        Instant now = clock.instant();
        if (!links.use(TokenHash.of(form.token()), now)) {
            audit.recordRefusal(act(null, null, AccountReason.NOT_FOUND.name(), form));
            throw new RefusalException(AccountReason.NOT_FOUND);
        }
        Account account = new Account(ids.next(), form.accountName(), form.language(), now);
        accounts.add(account, new InvitationPolicy(account.id()));
        long personId = persons.register(adminOf(form));
        long admin = memberships.join(account.id(), personId, MemberKind.ADMIN, null);
        audit.record(act(account.id(), admin, AuditRecord.DONE, form));
        return signIns.openSession(personId, form.remote(), form.userAgent());
    }

    private static AuditRecord act(Long account, Long admin, String outcome, SetUpForm form) {
        return new AuditRecord(account, admin, "account.setUp", null, outcome, null, form.remote());
    }

    private static Registration adminOf(SetUpForm form) {
        EmailAddress email;
        try {
            email = EmailAddress.of(form.email());
        } catch (IllegalArgumentException e) {
            throw new RefusalException(AccountReason.INVALID_EMAIL);
        }
        return new Registration(
                email,
                form.firstName().strip(),
                form.lastName().strip(),
                form.accountName().strip(),
                form.language(),
                form.password(),
                null);
    }
}
