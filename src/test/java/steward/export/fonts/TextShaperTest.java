package steward.export.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.fonts.TextShaper.Unit;

/** TextShaper as their scripts join, order and break them. */
class TextShaperTest {

    private final TextShaper letters = new TextShaper();

    @Test
    void whatTheFontHasStandsThereAsItIs() {
        assertThat(letters.drawn("Łódź, Ωμέγα, Київ: 35%")).isEqualTo("Łódź, Ωμέγα, Київ: 35%");
        assertThat(letters.units()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海玻璃有限公司",
                "東京ガラス、ひらがな",
                "서울유리 주식회사",
                "شركة الزجاج العربية",
                "זכוכית ישראל",
                "भारतीय काँच",
                "กระจกไทย",
                "বাংলা",
                "தமிழ்",
                "తెలుగు",
                "ગુજરાતી",
                "ਪੰਜਾਬੀ",
                "ಕನ್ನಡ",
                "മലയാളം",
                "සිංහල",
                "ខ្មែរ",
                "ລາວ",
                "မြန်မာ",
                "ქართული",
                "Հայերեն",
                "አማርኛ",
                "🎉 👍🏽 🇯🇵",
                "₹12,00,000"
            })
    void everyLetterIsDrawnAndReadBack(String text) {
        String drawn = letters.drawn(text);
        assertThat(letters.hasMissing()).as(letters.missing()).isFalse();
        assertThat(letters.read(drawn)).isEqualTo(text);
        assertThat(letters.units()).allSatisfy(unit -> assertThat(isDrawn(unit)).isTrue());
    }

    private static boolean isDrawn(Unit unit) {
        return unit.regular().text().codePointCount(0, unit.regular().text().length()) > 0
                && (unit.regular().isRightToLeft()
                        || !Glyph.of(unit.code(), unit.regular(), false)
                                .contours()
                                .isEmpty());
    }

    @Test
    void anArabicLetterLooksAsItsNeighboursAskForIt() {
        assertThat(letters.drawn("ععع").codePoints().distinct()).hasSize(3);
        assertThat(letters.drawn("ععع ععع").codePoints().distinct()).hasSize(4);
    }

    @Test
    void aVowelThatIsWrittenBeforeItsConsonantIsOneWithIt() {
        String drawn = letters.drawn("कि");
        assertThat(drawn).hasSize(1);
        Cluster cluster = letters.units().get(0).regular();
        assertThat(cluster.strokes()).hasSize(2);
        assertThat(cluster.strokes().get(0).right())
                .isLessThan(cluster.strokes().get(1).right());
    }

    @Test
    void linesEndBetweenWordsAlsoWhereNoSpaceStands() {
        assertThat(pieces("ผู้จัดการฝ่ายจัดซื้อ")).containsExactly("ผู้จัดการ", "ฝ่าย", "จัด", "ซื้อ");
        assertThat(pieces("費用、効果。")).containsExactly("費", "用、", "効", "果。");
        assertThat(pieces("شركة الزجاج Acme")).containsExactly("شركة ", "الزجاج ", "Acme");
    }

    private List<String> pieces(String text) {
        String drawn = letters.drawn(text);
        LineBreaks breaks = new LineBreaks(letters);
        breaks.setText(drawn);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end >= 0; end = breaks.next()) {
            pieces.add(letters.read(drawn.substring(start, end)));
            start = end;
        }
        return pieces;
    }

    @Test
    void whatIsReadFromRightToLeftIsDrawnSo() {
        assertThat(asDrawn("אב Acme (12) גד")).isEqualTo("דג Acme (12) בא");
        assertThat(asDrawn("Acme אב, גד.")).isEqualTo("Acme דג ,בא.");
    }

    @Test
    void aLineThatBeginsWithLatinKeepsTheDirectionOfItsText() {
        String drawn = letters.drawn("אב Acme גד");
        String secondLine = drawn.substring(3);
        assertThat(letters.read(new BidiText(letters).reorderRTLTextToLTR(secondLine)))
                .isEqualTo("דג Acme");
    }

    private String asDrawn(String text) {
        return letters.read(new BidiText(letters).reorderRTLTextToLTR(letters.drawn(text)));
    }

    @Test
    void whatNoFontHasIsSaid() {
        assertThat(letters.drawn("\uE123 and \u0378")).isEqualTo("□ and □");
        assertThat(letters.missing()).isEqualTo("symbols");
    }

    @Test
    void bothBracketsOfAPairRunTheSameWay() {
        BidiText directions = new BidiText(letters);
        assertThat(directions.reorderRTLTextToLTR(letters.drawn("\u05E9\u05DC\u05D5\u05DD ACME (UK)")))
                .startsWith("ACME (UK) ");
        assertThat(directions.reorderRTLTextToLTR(letters.drawn("\u05E9\u05DC\u05D5\u05DD (ACME) 2026")))
                .startsWith("2026 (ACME) ");
        assertThat(directions.reorderRTLTextToLTR(letters.drawn("Acme (\u05E9\u05DC) Ltd [\u05D5\u05DD]")))
                .matches("Acme \\(.+\\) Ltd \\[.+]");
    }
}
