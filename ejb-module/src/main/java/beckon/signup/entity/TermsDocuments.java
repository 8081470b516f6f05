package beckon.signup.entity;

/**
 * The three documents in force, in one language.
 *
 * <p>Each is HTML of headings ({@code h2}), paragraphs and lists, in which nothing else can occur:
 * it may be shown as it is, under the document's own title.
 *
 * @param version changes whenever one of them does
 */
public record TermsDocuments(
        String version,
        String language,
        String termsOfService,
        String privacyNotice,
        String acceptableUsePolicy) {}
