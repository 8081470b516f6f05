package beckon.invitation.entity;

/** What a member has answered to somebody who asked to be invited. */
public enum RequestOutcome {
    APPROVED,
    DECLINED
}
