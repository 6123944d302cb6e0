package steward.export.fonts;

import com.openhtmltopdf.extend.FSDOMMutator;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Title, description and bookmarks in letters, since readers draw these themselves. */
record ReadableHead(TextShaper letters) implements FSDOMMutator {

    @Override
    public void mutateDocument(Document document) {
        Node head = document.getElementsByTagName("head").item(0);
        if (head != null) {
            read(head);
        }
    }

    private void read(Node node) {
        if (node.getNodeValue() != null) {
            node.setNodeValue(letters.read(node.getNodeValue()));
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int place = 0; attributes != null && place < attributes.getLength(); place++) {
            Node attribute = attributes.item(place);
            attribute.setNodeValue(letters.read(attribute.getNodeValue()));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            read(child);
        }
    }
}
