package steward.export.fonts;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import steward.export.fonts.TextShaper.Unit;

/** The fonts that a document's letters are drawn in, if its usual one doesn't have them: they hold what stands in it, and say how it is read. */
public final class DocumentFonts {

    private static final String NAME = "StewardLetters";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TextShaper letters;
    private final List<Glyph> regular;
    private final List<Glyph> bold;

    /** @param letters with all that the document says */
    public DocumentFonts(TextShaper letters) {
        this.letters = letters;
        List<Unit> units = letters.units();
        this.regular = units.stream()
                .map(unit -> Glyph.of(unit.code(), unit.regular(), false))
                .toList();
        this.bold = units.stream()
                .map(unit -> unit.bold()
                        .map(heavy -> Glyph.of(unit.code(), heavy, false))
                        .orElseGet(() -> Glyph.of(unit.code(), unit.regular(), true)))
                .toList();
    }

    /** Has a document drawn with them. */
    public void joinIn(PdfRendererBuilder document) {
        if (regular.isEmpty()) {
            return;
        }
        add(document, regular, false);
        add(document, bold, true);
        BidiText directions = new BidiText(letters);
        document.useUnicodeLineBreaker(new LineBreaks(letters)).addDOMMutator(new ReadableHead(letters));
        if (letters.units().stream().anyMatch(unit -> unit.regular().isRightToLeft())) {
            document.useUnicodeBidiSplitter(directions::splitter)
                    .useUnicodeBidiReorderer(directions)
                    .addDOMMutator(new RightToLeftBlocks(letters));
        }
    }

    private static void add(PdfRendererBuilder document, List<Glyph> glyphs, boolean isBold) {
        byte[] file = file(glyphs, isBold);
        document.useFont(
                () -> new ByteArrayInputStream(file),
                NAME,
                isBold ? BOLD : REGULAR,
                FontStyle.NORMAL,
                false,
                EnumSet.of(FSFontUseCase.FALLBACK_PRE));
    }

    private static byte[] file(List<Glyph> glyphs, boolean isBold) {
        return new TrueTypeFile(NAME, isBold, glyphs).bytes();
    }

    /** Leaves in them what was drawn, and says how it is read. */
    public void finish(PDDocument document) {
        if (regular.isEmpty()) {
            return;
        }
        try {
            for (Map.Entry<COSDictionary, Set<Integer>> font : used(document).entrySet()) {
                finish(document, font.getKey(), font.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(PDDocument document, COSDictionary font, Set<Integer> used) throws IOException {
        boolean isBold = nameOf(font).endsWith("Bold");
        List<Glyph> all = isBold ? bold : regular;
        List<Glyph> left = IntStream.range(0, all.size())
                .mapToObj(place -> used.contains(place + 1)
                        ? all.get(place)
                        : all.get(place).empty())
                .toList();
        byte[] file = file(left, isBold);
        PDStream stream = new PDStream(document, new ByteArrayInputStream(file), COSName.FLATE_DECODE);
        stream.getCOSObject().setInt(COSName.LENGTH1, file.length);
        ((COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0))
                .getCOSDictionary(COSName.FONT_DESC)
                .setItem(COSName.FONT_FILE2, stream);
        byte[] read = new ToUnicodeMap(left).bytes();
        font.setItem(COSName.TO_UNICODE, new PDStream(document, new ByteArrayInputStream(read), COSName.FLATE_DECODE));
    }

    /** The glyphs of each of them that stand on the pages. */
    private static IdentityHashMap<COSDictionary, Set<Integer>> used(PDDocument document) throws IOException {
        IdentityHashMap<COSDictionary, Set<Integer>> used = new IdentityHashMap<>();
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                addUsed(page, fonts, used);
            }
        }
        return used;
    }

    private static void addUsed(PDPage page, COSDictionary fonts, IdentityHashMap<COSDictionary, Set<Integer>> used)
            throws IOException {
        Optional<Set<Integer>> glyphs = Optional.empty();
        List<Object> operands = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
                glyphs = Optional.ofNullable(fonts.getCOSDictionary((COSName) operands.get(0)))
                        .filter(font -> nameOf(font).startsWith(NAME))
                        .map(own -> used.computeIfAbsent(own, any -> new HashSet<>()));
            }
            glyphs.ifPresent(drawn -> addTo(drawn, operands));
            operands.clear();
        }
    }

    private static String nameOf(COSDictionary font) {
        return font.getNameAsString(COSName.BASE_FONT, "");
    }

    /** What a text in a font of two-byte codes draws. */
    private static void addTo(Set<Integer> drawn, List<Object> operands) {
        for (Object operand : operands) {
            if (operand instanceof COSString text) {
                byte[] codes = text.getBytes();
                for (int at = 0; at + 1 < codes.length; at += 2) {
                    drawn.add(((codes[at] & 0xFF) << 8) | (codes[at + 1] & 0xFF));
                }
            } else if (operand instanceof COSArray texts) {
                texts.toList().forEach(part -> addTo(drawn, List.of(part)));
            }
        }
    }
}
