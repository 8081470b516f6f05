package beckon.account.entity;

import beckon.shared.RefusalException;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A company that uses Beckon; every other row belongs to one. */
@Entity
public class Account extends Identified {

    private String name;
    private String language;

    /** Written with the picture itself. */
    @Column(insertable = false, updatable = false)
    private UUID logo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version private int version;

    protected Account() {}

    public Account(long id, String name, String language, Instant now) {
        super(id);
        this.name = Objects.requireNonNull(name, "name");
        this.language = Objects.requireNonNull(language, "language");
        this.createdAt = Objects.requireNonNull(now, "now");
    }

    /** The account as its members see it. */
    public AccountRow row() {
        return new AccountRow(id(), handle(), name, language, logo);
    }

    /** What an admin may change. */
    public AccountForm form() {
        return new AccountForm(name, language, version);
    }

    /**
     * Replaces name and language by what somebody read, changed and sends back.
     *
     * @throws RefusalException CHANGED_MEANWHILE
     */
    public void change(AccountForm form) {
        if (form.version() != version) {
            throw new RefusalException(AccountReason.CHANGED_MEANWHILE);
        }
        name = form.name();
        language = form.language();
    }
}
