package beckon.attachment.entity;

import beckon.shared.Reason;

/** Why a file is not attached. */
public enum AttachmentReason implements Reason {
    EMPTY_FILE,
    /** {0} the most that a file may have, in MB. */
    FILE_TOO_LARGE,
    /** Its content is none of the kinds that may be attached, or pretends to be one. */
    FILE_TYPE,
    /**
     * The member has as many unsent files as they may have, or has uploaded as many as they may.
     */
    FILE_LIMIT,
    /** All of the member's files, sent ones too, take the room that one has; {0} how many MB. */
    FILE_SPACE,
    /** The file could not be written; somebody must look. */
    NO_ROOM,
    /** There is no such file of this member's that no invitation has yet. */
    NOT_FOUND
}
