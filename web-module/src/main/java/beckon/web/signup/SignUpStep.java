package beckon.web.signup;

/** Where an invitee stands between the link and the account. */
public enum SignUpStep {
    /** The link opens nothing any more, or never did. */
    CLOSED,
    OFFER,
    /** A mail has gone to the address that was given, to confirm it. */
    SENT,
    /** Whoever is signed in belongs there already. */
    MEMBER,
    DECLINE,
    DECLINED,
    /** The inviter has been asked for an invitation of one's own. */
    ASKED,
    AGE,
    TOO_YOUNG,
    ABOUT,
    TERMS;

    private static final int STEPS = 4;

    /** How many of the four bars are filled; 0 outside the wizard. */
    public int getNumber() {
        return switch (this) {
            case OFFER, SENT -> 1;
            case AGE -> 2;
            case ABOUT -> 3;
            case TERMS -> STEPS;
            case CLOSED, MEMBER, DECLINE, DECLINED, ASKED, TOO_YOUNG -> 0;
        };
    }
}
