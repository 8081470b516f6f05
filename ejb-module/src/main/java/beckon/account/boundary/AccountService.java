package beckon.account.boundary;

import beckon.account.control.AccountRepository;
import beckon.account.control.AccountTextRepository;
import beckon.account.control.MembershipRepository;
import beckon.account.entity.AccountForm;
import beckon.account.entity.AccountReason;
import beckon.account.entity.AccountRow;
import beckon.account.entity.Caller;
import beckon.account.entity.MembershipRow;
import beckon.account.entity.PolicyForm;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.ForeignLinks;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The door to an account's rules. */
@Stateless
public class AccountService {

    @Inject CurrentCaller caller;
    @Inject AccountRepository accounts;
    @Inject MembershipRepository memberships;
    @Inject AccountTextRepository texts;
    @Inject AuditService audit;

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public AccountRow getCurrent() {
        return accounts.get(caller.get().accountId()).row();
    }

    /** What an admin may change of the account. */
    @RolesAllowed("ADMIN")
    public AccountForm getForm() {
        return accounts.get(caller.get().accountId()).form();
    }

    /**
     * @throws beckon.shared.RefusalException CHANGED_MEANWHILE
     */
    @RolesAllowed("ADMIN")
    public void change(@NotNull @Valid AccountForm form) {
        accounts.get(caller.get().accountId()).change(form);
        accounts.write();
        record("account.changed", null, form.language());
    }

    /** The accounts that the signed-in person has a place in. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public List<MembershipRow> listMemberships() {
        return memberships.list(caller.get());
    }

    @RolesAllowed("ADMIN")
    public PolicyForm getPolicy() {
        return accounts.getPolicy(caller.get().accountId()).form();
    }

    /** ISO 3166 code of the country whose numbers its members read and write nationally. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public String getHomeCountry() {
        return accounts.getPolicy(caller.get().accountId()).form().texts().homeCountry();
    }

    /**
     * @throws beckon.shared.RefusalException CHANGED_MEANWHILE, INVALID_ENTRY, LIST_TOO_LONG
     */
    @RolesAllowed("ADMIN")
    public void savePolicy(@NotNull @Valid PolicyForm policy) {
        accounts.getPolicy(caller.get().accountId()).change(policy);
        accounts.write();
        record("account.policyChanged", null, policy.told());
    }

    /** Inner door: what the account's texts say in that language; empty: the product's words. */
    @PermitAll
    public Optional<String> findTextWords(long accountId, String language) {
        return texts.find(accountId, language);
    }

    /** What texts say in that language; empty: the product's words. */
    @RolesAllowed("ADMIN")
    public Optional<String> getTextWords(@NotNull String language) {
        return texts.find(caller.get().accountId(), language);
    }

    /**
     * Changes what texts say in that language; the same words once more are no change.
     *
     * @param read what they said when the words were typed; null: the product's words
     * @param words with {@code {link}}, {@code {inviter}}, {@code {company}} for what they stand
     *     for; blank: the product's words again
     * @throws RefusalException WORDS_HAVE_LINK, CHANGED_MEANWHILE
     */
    @RolesAllowed("ADMIN")
    public void saveTextWords(
            @NotNull @Pattern(regexp = "en|fr") String language,
            String read,
            @Size(max = 1_000, message = "{invitation.message.tooLong}") String words) {
        String typed = words == null || words.isBlank() ? null : words.strip();
        if (typed != null && ForeignLinks.areIn(typed)) {
            throw new RefusalException(AccountReason.WORDS_HAVE_LINK);
        }
        if (Objects.equals(typed, read)) {
            return;
        }
        if (!texts.replace(caller.get().accountId(), language, read, typed)) {
            throw new RefusalException(AccountReason.CHANGED_MEANWHILE);
        }
        record("account.textChanged", null, language + (typed == null ? " reset" : ""));
    }

    private void record(String action, UUID subject, String details) {
        Caller who = caller.get();
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        action,
                        subject == null ? null : subject.toString(),
                        AuditRecord.DONE,
                        details,
                        null));
    }
}
