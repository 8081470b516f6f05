package beckon.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The sources of the web module, for tests that read them. */
final class Pages {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Set<String> SPOKEN_ATTRIBUTES =
            Set.of(
                    "title",
                    "alt",
                    "placeholder",
                    "aria-label",
                    "label",
                    "hint",
                    "note",
                    "itemLabel");
    private static final Set<String> SPEAKING_VALUES =
            Set.of("outputText", "outputLabel", "commandButton", "button", "link", "outputFormat");

    private Pages() {}

    static List<Path> xhtml() {
        return files(WEBAPP, ".xhtml");
    }

    static List<Path> java() {
        return files(JAVA, ".java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page says to people, between tags and in attributes, expressions taken out. */
    static Stream<String> words(Path page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return words(factory.newDocumentBuilder().parse(page.toFile()).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("cannot read " + page, e);
        }
    }

    private static Stream<String> words(Element element) {
        var attributes = element.getAttributes();
        Stream<String> said =
                IntStream.range(0, attributes.getLength())
                        .mapToObj(attributes::item)
                        .filter(attribute -> isSpoken(element, attribute.getLocalName()))
                        .map(Node::getNodeValue);
        NodeList children = element.getChildNodes();
        Stream<String> within =
                IntStream.range(0, children.getLength())
                        .mapToObj(children::item)
                        .flatMap(
                                child ->
                                        child instanceof Element inner
                                                ? words(inner)
                                                : child.getNodeType() == Node.TEXT_NODE
                                                        ? Stream.of(child.getNodeValue())
                                                        : Stream.empty());
        return Stream.concat(said, within).map(text -> text.replaceAll("[#$]\\{[^}]*\\}", ""));
    }

    private static boolean isSpoken(Element element, String attribute) {
        return attribute != null
                && (SPOKEN_ATTRIBUTES.contains(attribute)
                        || attribute.equals("value")
                                && SPEAKING_VALUES.contains(element.getLocalName()));
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
