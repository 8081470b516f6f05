package beckon.account.entity;

import java.time.Instant;
import java.util.UUID;

/** A verified e-mail domain. */
public record DomainRow(UUID handle, String domain, boolean subDomains, Instant verifiedAt) {}
