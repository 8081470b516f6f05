package beckon.account.boundary;

import beckon.account.control.AccountMailRepository;
import beckon.account.entity.AccountMail;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The door for the words that an account's invitation mails begin with. */
@Stateless
public class AccountMailService {
    @Inject CurrentCaller caller;
    @Inject AccountMailRepository mails;
    @Inject AuditService audit;

    /** Inner door: what the account's invitation mails say in that language. */
    @PermitAll
    public AccountMail find(long accountId, String language) {
        return mails.get(accountId, language);
    }

    /** What invitation mails say in that language. */
    @RolesAllowed("ADMIN")
    public AccountMail get(@NotNull String language) {
        return mails.get(caller.get().accountId(), language);
    }

    /**
     * Changes what invitation mails say in that language; the same words once more are no change.
     *
     * @param read what they said when the words were typed
     * @throws RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG,
     *     CHANGED_MEANWHILE
     */
    @RolesAllowed("ADMIN")
    public void save(
            @NotNull @Pattern(regexp = "en|fr") String language,
            @NotNull AccountMail read,
            @NotNull AccountMail words) {
        AccountMail typed = AccountMail.of(words.subject(), words.opening());
        if (typed.equals(read)) {
            return;
        }
        Caller who = caller.get();
        if (!mails.replace(who.accountId(), language, read, typed)) {
            throw new RefusalException(AccountReason.CHANGED_MEANWHILE);
        }
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        "account.mailChanged",
                        null,
                        AuditRecord.DONE,
                        language + (typed.isStandard() ? " reset" : ""),
                        null));
    }
}
