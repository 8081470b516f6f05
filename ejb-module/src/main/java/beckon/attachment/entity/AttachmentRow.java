package beckon.attachment.entity;

import java.util.UUID;

/**
 * A file that a member has uploaded and not sent yet.
 *
 * @param name made harmless
 * @param size in octets
 * @param thumbnail whether there is a small picture of it
 */
public record AttachmentRow(
        UUID handle, String name, FileType type, long size, boolean thumbnail) {}
