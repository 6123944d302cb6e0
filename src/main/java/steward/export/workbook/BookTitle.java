package steward.export.workbook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dhatim.fastexcel.XmlEscapeHelper;
import steward.export.brand.Brand;
import steward.export.office.Xml;

/**
 * What a workbook says of itself.
 *
 * @param by who speaks in it; empty if their name is not known
 * @param at when the plan was taken down
 * @param locale how those write who print it
 * @param brand whose paper it is printed on
 */
record BookTitle(String words, String by, Instant at, Locale locale, Brand brand) {

    /** As the part of the file that says so (ECMA-376, part 2, core properties). */
    String xml() {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>\
                <dc:language>en-US</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>
                """.formatted(escaped(words), escaped(by), second, second);
    }

    private static String escaped(String text) {
        return XmlEscapeHelper.escape(Xml.legal(text));
    }
}
