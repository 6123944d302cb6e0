package steward.export.fonts;

import com.openhtmltopdf.extend.FSDOMMutator;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written from right to left begins at the right. */
record RightToLeftBlocks(TextShaper letters) implements FSDOMMutator {

    private static final List<String> BLOCKS = List.of("h1", "h2", "p", "td", "th", "li");

    @Override
    public void mutateDocument(Document document) {
        BLOCKS.forEach(name -> {
            NodeList blocks = document.getElementsByTagName(name);
            for (int place = 0; place < blocks.getLength(); place++) {
                align((Element) blocks.item(place));
            }
        });
    }

    private void align(Element block) {
        if (BidiText.isRightToLeft(letters.read(block.getTextContent()))) {
            block.setAttribute("style", block.getAttribute("style") + ";direction: rtl; text-align: right");
        }
    }
}
