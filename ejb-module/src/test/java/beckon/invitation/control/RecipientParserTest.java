package beckon.invitation.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Recipient;
import beckon.shared.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientParserTest {
    private final RecipientParser parser = new RecipientParser();

    private List<String> typed(String text) {
        return parser.parse(text).stream().map(Recipient::typed).toList();
    }

    private List<String> valid(String text) {
        return parser.parse(text).stream()
                .filter(Recipient::isValid)
                .map(Recipient::typed)
                .toList();
    }

    @Nested
    class Separators {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a@x.co,b@x.co",
                    "a@x.co, b@x.co",
                    "a@x.co;b@x.co",
                    "a@x.co ; b@x.co;",
                    "a@x.co\nb@x.co",
                    "a@x.co\r\nb@x.co\r\n",
                    "a@x.co\rb@x.co",
                    "a@x.co\tb@x.co",
                    "a@x.co b@x.co",
                    "a@x.co  \u00A0 b@x.co",
                    ",;, a@x.co ,,;;\n\n;, b@x.co ;",
                    "a@x.co\uFF0Cb@x.co",
                    "a@x.co\u2028b@x.co",
                    "a@x.co,\u200B b@x.co"
                })
        void eachSeparatorParts(String text) {
            assertThat(valid(text)).containsExactly("a@x.co", "b@x.co");
        }

        @Test
        void nothingGivesNothing() {
            assertThat(parser.parse("")).isEmpty();
            assertThat(parser.parse(" \t\r\n,;\u200B")).isEmpty();
            assertThat(parser.parse(List.of())).isEmpty();
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Jane Doe <j@x.co>",
                    "Jane Doe<j@x.co>",
                    "<j@x.co>",
                    "< j@x.co >",
                    "\"Doe, Jane\" <j@x.co>",
                    "\"Doe; \\\"JD\\\", Jane\" <j@x.co>",
                    "Doe, Jane <j@x.co>",
                    "O\u2019Hara-Doe, Jane M. <j@x.co>",
                    "'j@x.co'",
                    "\"j@x.co\"",
                    "(j@x.co)",
                    "\u201Cj@x.co\u201D",
                    "Jane Doe <mailto:j@x.co>",
                    "Jane Doe <j@x.co> (works with Ben)"
                })
        void nameIsLeftOut(String text) {
            assertThat(typed(text)).containsExactly("j@x.co");
        }

        @Test
        void listFromAMailProgramIsUnderstood() {
            assertThat(typed("\"Doe, Jane\" <j@x.co>; Rick Roe <r@x.co>, k@x.co"))
                    .containsExactly("j@x.co", "r@x.co", "k@x.co");
            assertThat(typed("Doe, Jane <j@x.co>; Roe, Rick <r@x.co>"))
                    .containsExactly("j@x.co", "r@x.co");
            assertThat(typed("Jane <j@x.co> Rick <r@x.co> \"K, K\" <k@x.co>"))
                    .containsExactly("j@x.co", "r@x.co", "k@x.co");
        }

        @Test
        void spaceWithinAnAddressInvitesNobodyElse() {
            assertThat(valid("john smith@x.co")).isEmpty();
            assertThat(typed("john smith@x.co")).containsExactly("john smith@x.co");
        }

        @Test
        void loneQuotationMarkSwallowsNothing() {
            assertThat(typed("5\" pipe, a@x.co, b@x.co"))
                    .containsExactly("5\" pipe", "a@x.co", "b@x.co");
            assertThat(valid("a < b, a@x.co, Jane <j@x.co>")).containsExactly("a@x.co", "j@x.co");
        }
    }

    @Nested
    class Links {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mailto:j@x.co",
                    "MailTo:j@x.co?subject=Hello,%20Jane&cc=boss@x.co",
                    "mailto:j@x.co?subject=Hello,Jane;there",
                    "mailto:j%40x.co",
                    "mailto:?to=j@x.co&subject=x",
                    "mailto:?subject=x&amp;to=j@x.co",
                    "<mailto:j@x.co?subject=x>"
                })
        void onlyTheRecipientIsTaken(String text) {
            assertThat(typed(text)).containsExactly("j@x.co");
        }

        @Test
        void severalRecipientsOfOneLinkAreAllTaken() {
            assertThat(typed("mailto:a@x.co,b@x.co")).containsExactly("a@x.co", "b@x.co");
            assertThat(typed("mailto:a@x.co%2Cb@x.co")).containsExactly("a@x.co", "b@x.co");
            assertThat(typed("mailto:a@x.co?subject=x, b@x.co"))
                    .containsExactly("a@x.co", "b@x.co");
        }

        @Test
        void plusIsNoSpace() {
            assertThat(typed("mailto:j+news@x.co")).containsExactly("j+news@x.co");
        }

        @Test
        void emptyLinkIsIncomplete() {
            assertThat(parser.parse("mailto:"))
                    .containsExactly(
                            Recipient.invalid("mailto:", InvitationReason.ADDRESS_INCOMPLETE));
        }
    }

    @Nested
    class Tables {
        @Test
        void onlyTheColumnWithAddressesMatters() {
            assertThat(typed("First\tLast\tE-mail\nJane\tDoe\tj@x.co\nRick\tRoe\tr@x.co\n"))
                    .containsExactly("j@x.co", "r@x.co");
        }

        @Test
        void rowWithoutAddressIsShown() {
            assertThat(typed("Jane\tDoe\tj@x.co\nRick\tRoe\t\n"))
                    .containsExactly("j@x.co", "Rick\u0020Roe");
        }

        @Test
        void tabPartsAListToo() {
            assertThat(typed("a@x.co\tnobody\tb@x.co"))
                    .containsExactly("a@x.co", "nobody", "b@x.co");
        }
    }

    @Nested
    class Characters {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u200Bj@x.co",
                    "j\u200D@x.co\uFEFF",
                    "\u202Ej@x.co\u202C",
                    "\u2066j@x\u00AD.co\u2069",
                    "j@x\u0000.co",
                    "j\uFE0F@x.co",
                    "\uD800j@x.co"
                })
        void invisibleOnesAreStripped(String text) {
            assertThat(typed(text)).containsExactly("j@x.co");
        }

        @Test
        void tagsDotsAndSpellingAreKept() {
            assertThat(typed("Jane.Doe+Beckon@X.co")).containsExactly("Jane.Doe+Beckon@X.co");
        }

        @Test
        void internationalDomainIsAnAddress() {
            assertThat(valid("j@b\u00FCcher.example")).containsExactly("j@b\u00FCcher.example");
        }
    }

    @Nested
    class Duplicates {
        @Test
        void firstSpellingIsKept() {
            assertThat(typed("Jane@X.co, jane@x.CO; Jane <JANE@x.co>"))
                    .containsExactly("Jane@X.co");
        }

        @Test
        void punycodeIsTheSameDomain() {
            assertThat(typed("j@b\u00FCcher.example, j@xn--bcher-kva.example"))
                    .containsExactly("j@b\u00FCcher.example");
        }

        @Test
        void tagMakesAnotherAddress() {
            assertThat(typed("j@x.co,j+a@x.co,j.@x.co")).hasSize(3);
        }

        @Test
        void sameFlawIsShownOnce() {
            assertThat(typed("nobody, Nobody, a@x.co")).containsExactly("nobody", "a@x.co");
        }

        @Test
        void severalTextsAreOneList() {
            assertThat(parser.parse(List.of("a@x.co", "A@x.co", "b@x.co, c@x.co")))
                    .extracting(Recipient::typed)
                    .containsExactly("a@x.co", "b@x.co", "c@x.co");
        }
    }

    @Nested
    class Flaws {
        private Reason flaw(String text) {
            List<Recipient> recipients = parser.parse(text);

            assertThat(recipients).hasSize(1);
            assertThat(recipients.get(0).typed()).isEqualTo(text);
            return recipients.get(0).flaw();
        }

        @ParameterizedTest
        @ValueSource(strings = {"jane", "@x.co", "jane@", "Jane <jane>", "jane doe", "<>"})
        void partsAreMissing(String text) {
            assertThat(flaw(text)).isEqualTo(InvitationReason.ADDRESS_INCOMPLETE);
        }

        @Test
        void lengthsAreThoseOfTheStandard() {
            String domain = ("d".repeat(60) + ".").repeat(3) + "example";

            assertThat(flaw("j".repeat(65) + "@x.co")).isEqualTo(InvitationReason.ADDRESS_TOO_LONG);
            assertThat(flaw("j".repeat(64) + "@" + domain))
                    .isEqualTo(InvitationReason.ADDRESS_TOO_LONG);
            assertThat(valid("j".repeat(64) + "@x.co")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a@@x.co",
                    "a@b@x.co",
                    "a@x..co",
                    "a@-x.co",
                    ".a@x.co",
                    "a..b@x.co",
                    "Jane <j@x .co>",
                    "j@x.co>",
                    "a@x_y.co"
                })
        void formIsWrong(String text) {
            assertThat(flaw(text)).isEqualTo(InvitationReason.ADDRESS_NOT_VALID);
        }

        @Test
        void readingAgainChangesNothing() {
            String text = "a@@x.co, \"b, c\", Jane <jane>, d@x.co";

            assertThat(parser.parse(typed(text))).isEqualTo(parser.parse(text));
        }
    }

    @Nested
    class Size {
        @Test
        void tenThousandAddressesAreReadAtOnce() {
            String text =
                    IntStream.range(0, 10_000)
                            .mapToObj(i -> "p" + i + "@x.co")
                            .collect(Collectors.joining(","));

            assertThat(parser.parse(text)).hasSize(10_000);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\"\\", "<", ",", "a,", "a <", "<>", "\\\"", "mailto:?,", "@ ", "\t"})
        void hostileTextTakesNoTime(String unit) {
            String text = unit.repeat(100_000 / unit.length());

            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> parser.parse(text));
        }
    }
}
