package beckon.invitation.entity;

import beckon.shared.EmailDomain;
import java.time.Instant;

/**
 * For how long, how many and whom a link is.
 *
 * @param maxUses how many people it is for; null: any number
 * @param domain whose addresses only; null: any
 */
public record LinkTerms(Instant expiresAt, Integer maxUses, EmailDomain domain) {}
