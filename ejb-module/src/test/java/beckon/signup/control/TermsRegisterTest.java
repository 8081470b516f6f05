package beckon.signup.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.signup.entity.TermsDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsRegisterTest {
    private final TermsRegister terms = new TermsRegister();

    @BeforeEach
    void load() {
        terms.load();
    }

    private static Stream<String> texts(TermsDocuments documents) {
        return Stream.of(
                documents.termsOfService(),
                documents.privacyNotice(),
                documents.acceptableUsePolicy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void documentsHoldOnlyHeadingsParagraphsAndLists(String language) {
        assertThat(texts(terms.get(language)))
                .allSatisfy(
                        text -> {
                            assertThat(text).startsWith("<p>").contains("<h2>");
                            assertThat(text.replaceAll("</?(h2|p|ul|li)>", ""))
                                    .doesNotContain("<", ">", "# ", "\uFFFD");
                        });
    }

    @Test
    void frenchOnesAreFrench() {
        TermsDocuments documents = terms.get("fr");

        assertThat(documents.language()).isEqualTo("fr");
        assertThat(texts(documents))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .contains("Tous droits réservés.")
                                        .doesNotContainPattern(" [;:!?]")
                                        .doesNotContain("'"));
    }

    @Test
    void unknownLanguageReadsEnglish() {
        assertThat(terms.get("xx")).isEqualTo(terms.get("en"));
        assertThat(texts(terms.get("en")))
                .allSatisfy(text -> assertThat(text).contains("All rights reserved."));
    }

    @Test
    void versionIsOneForAllLanguagesAndFitsItsColumn() {
        assertThat(terms.get("fr").version()).isEqualTo(terms.get("en").version());
        assertThat(terms.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void versionIsMadeOfTheContent() {
        TermsRegister changed = new TermsRegister();
        changed.load();
        changed.replace("privacy-notice_fr", "Autre chose.");

        assertThat(changed.version()).isNotEqualTo(terms.version());
    }

    @Test
    void textIsNeverTakenForMarkup() {
        assertThat(DocumentText.toHtml("# A & B\n\n<script>\n\n- <b>\n- c"))
                .isEqualTo(
                        "<h2>A &amp; B</h2>\n<p>&lt;script&gt;</p>\n"
                                + "<ul><li>&lt;b&gt;</li><li>c</li></ul>");
    }
}
