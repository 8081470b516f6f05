package beckon.signup.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a person agreed to the documents: to which version, in which language, when. */
@Entity
@Table(name = "terms_acceptance")
public class TermsAcceptance {
    @Id private Long id;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "account_id")
    private long accountId;

    private String version;

    private String language;

    private Instant at;

    protected TermsAcceptance() {}

    public TermsAcceptance(
            long id, long personId, long accountId, TermsDocuments documents, Instant at) {
        this.id = id;
        this.personId = personId;
        this.accountId = accountId;
        this.version = documents.version();
        this.language = documents.language();
        this.at = at;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TermsAcceptance that && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
