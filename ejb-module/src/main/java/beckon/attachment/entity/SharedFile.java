package beckon.attachment.entity;

import java.time.Instant;

/**
 * What whoever holds a file's link is told before they take it.
 *
 * @param size in octets
 * @param accountName the company that it comes from; nobody is named
 */
public record SharedFile(
        String name, FileType type, long size, String accountName, Instant expiresAt) {}
