package steward.export.fonts;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** What each glyph of a font is read as, for who copies or searches the text, or has it read aloud (a ToUnicode CMap). */
record ToUnicodeMap(List<Glyph> glyphs) {

    private static final int ENTRIES_MAX = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    byte[] bytes() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int first = 0; first < glyphs.size(); first += ENTRIES_MAX) {
            int end = Math.min(glyphs.size(), first + ENTRIES_MAX);
            map.append(end - first).append(" beginbfchar\n");
            for (int place = first; place < end; place++) {
                map.append('<')
                        .append(HEX.toHexDigits((short) (place + 1)))
                        .append("> <")
                        .append(HEX.formatHex(glyphs.get(place).text().getBytes(StandardCharsets.UTF_16BE)))
                        .append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
