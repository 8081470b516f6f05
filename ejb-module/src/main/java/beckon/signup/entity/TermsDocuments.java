package beckon.signup.entity;

/**
 * The three documents in force, in one language.
 *
 * @param version changes whenever one of them does
 */
public record TermsDocuments(
        String version,
        String language,
        String termsOfService,
        String privacyNotice,
        String acceptableUsePolicy) {}
