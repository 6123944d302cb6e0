package steward.export.document;

import com.openhtmltopdf.extend.FSDOMMutator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What leads a reader through a document: a bookmark for each step, below that of its plan, and what each row of a table is about. */
record AccessibilityMarkup() implements FSDOMMutator {

    @Override
    public void mutateDocument(Document document) {
        rowHeaders(document);
        bookmarks(document);
    }

    private static void rowHeaders(Document document) {
        elements(document.getElementsByTagName("tbody"))
                .flatMap(body -> elements(body.getElementsByTagName("th")))
                .forEach(header -> header.setAttribute("scope", "row"));
    }

    private static void bookmarks(Document document) {
        Map<String, Element> byTarget = new HashMap<>();
        elements(document.getElementsByTagName("bookmark"))
                .forEach(bookmark -> byTarget.put(bookmark.getAttribute("href"), bookmark));
        Optional<Element> plan = Optional.empty();
        int steps = 0;
        for (Element element : elements(document.getElementsByTagName("*")).toList()) {
            Element begun = byTarget.get("#" + element.getAttribute("id"));
            if (begun != null) {
                plan = Optional.of(begun);
            }
            if (element.getNodeName().equals("h2") && plan.isPresent()) {
                steps++;
                element.setAttribute("id", "step" + steps);
                plan.get().appendChild(bookmark(document, element));
            }
        }
    }

    private static Node bookmark(Document document, Element heading) {
        Element bookmark = document.createElement("bookmark");
        bookmark.setAttribute("name", heading.getTextContent().strip());
        bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
        return bookmark;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList().stream();
    }
}
