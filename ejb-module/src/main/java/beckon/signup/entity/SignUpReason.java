package beckon.signup.entity;

import beckon.shared.Reason;

/** Why a sign-up went no further. */
public enum SignUpReason implements Reason {
    /** Younger than 16 today. */
    TOO_YOUNG,
    /** In the future, or before 1900. */
    IMPOSSIBLE_DATE,
    /** The age step was not passed in this browser session. */
    AGE_NOT_ATTESTED,
    TERMS_NOT_ACCEPTED,
    /** The documents have changed since they were shown. */
    TERMS_CHANGED,
    PASSWORDS_DIFFER,
    /** The address has a sign-in already: sign in and accept. */
    SIGN_IN_INSTEAD
}
