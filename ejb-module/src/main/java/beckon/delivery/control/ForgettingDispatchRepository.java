package beckon.delivery.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes messages out of the database whose recipients, or whom they are about, are forgotten. */
@ApplicationScoped
public class ForgettingDispatchRepository {
    private static final String PARTS =
            "delete from text_part where dispatch_id in (select id from dispatch where ";

    private static final String DOUBTS =
            "delete from text_doubt where dispatch_id in (select id from dispatch where ";

    /** What tells members of invitees. */
    private static final String NEWS =
            "template in ('accepted', 'approved', 'rejected', 'request') and settled_at < ?";

    private Statements statements;

    protected ForgettingDispatchRepository() {}

    @Inject
    public ForgettingDispatchRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Those about the references, but what is on its way at this moment. */
    public void remove(Collection<UUID> references) {
        String these = "state <> 'SENDING' and reference in (" + Statements.marks(references) + ")";
        Object[] values = references.toArray();
        statements.update(PARTS + these + ")", values);
        statements.update(DOUBTS + these + ")", values);
        statements.update("delete from dispatch where " + these, values);
    }

    /** News that were settled before that moment. */
    public void removeNews(Instant before) {
        statements.update("delete from dispatch where " + NEWS, InstantConverter.toColumn(before));
    }
}
