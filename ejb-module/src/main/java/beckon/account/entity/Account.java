package beckon.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A company that uses Beckon; every other row belongs to one. */
@Entity
public class Account {

    @Id private long id;
    private UUID handle;
    private String name;
    private String language;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version private int version;

    protected Account() {}

    public Account(long id, String name, String language, Instant now) {
        this.id = id;
        this.handle = UUID.randomUUID();
        this.name = Objects.requireNonNull(name, "name");
        this.language = Objects.requireNonNull(language, "language");
        this.createdAt = Objects.requireNonNull(now, "now");
    }

    public long id() {
        return id;
    }

    /** The account as its members see it. */
    public AccountRow row() {
        return new AccountRow(id, handle, name, language);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Account that && handle.equals(that.handle);
    }

    @Override
    public final int hashCode() {
        return handle.hashCode();
    }
}
