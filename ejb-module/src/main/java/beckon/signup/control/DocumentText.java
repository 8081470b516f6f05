package beckon.signup.control;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A plain text as safe HTML: blocks parted by empty lines are paragraphs, after {@code # }
 * headings, after {@code - } the items of a list. Nothing in the text is taken for markup.
 */
final class DocumentText {
    private DocumentText() {}

    static String toHtml(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(DocumentText::block)
                .collect(Collectors.joining("\n"));
    }

    private static String block(String block) {
        if (block.startsWith("# ")) {
            return "<h2>" + escaped(block.substring(2)) + "</h2>";
        }
        if (block.startsWith("- ")) {
            return block.lines()
                    .map(line -> "<li>" + escaped(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return "<p>" + escaped(block) + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
