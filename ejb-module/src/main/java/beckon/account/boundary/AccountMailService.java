package beckon.account.boundary;

import beckon.account.control.AccountMailRepository;
import beckon.account.entity.AccountMail;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
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
     * Changes what invitation mails say in that language.
     *
     * @throws beckon.shared.RefusalException UNKNOWN_PLACEHOLDER, WORDS_HAVE_LINK, WORDS_TOO_LONG
     */
    @RolesAllowed("ADMIN")
    public void save(
            @NotNull @Pattern(regexp = "en|fr") String language, @NotNull AccountMail words) {
        AccountMail read = AccountMail.of(words.subject(), words.opening());
        Caller who = caller.get();
        mails.save(who.accountId(), language, read);
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        "account.mailChanged",
                        null,
                        AuditRecord.DONE,
                        language + (read.isStandard() ? " reset" : ""),
                        null));
    }
}
