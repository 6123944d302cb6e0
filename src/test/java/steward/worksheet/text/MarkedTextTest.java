package steward.worksheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks of a chat, as what they mean; and what only looks like them. */
class MarkedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            :white_check_mark: signed → ✅ signed
            well done :tada: → well done 🎉
            :cherry_blossom: in May → 🌸 in May
            :wave::skin-tone-3: Dana → 👋 Dana
            :acme_party: at last → acme party at last
            *Win* the _resin_ order → Win the resin order
            *_both_*, (*bold*) → both, (bold)
            ~old~ new → old new
            the `SKU_1` one → the SKU_1 one
            ask <@U1> → ask Priya Shah
            ask <@U7|sam> → ask @sam
            see <https://acme.com|their page> → see their page (https://acme.com)
            see <https://acme.com> → see https://acme.com
            in <#C1|sales> → in #sales
            R&amp;D &lt;new&gt; → R&D <new>
            """)
    void marksAreTaken(String marked, String meant) {
        assertThat(meant(marked)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 * 4",
                "2*3*4",
                "line_2_left and snake_case_name",
                "~80k, or ~90k",
                "at 10:30:45",
                "from 9:00: call",
                "note: this: that",
                "a < b > c",
                "`",
                "* one\n* two",
                "___",
                "Łódź & Toledo"
            })
    void whatOnlyLooksMarkedStays(String words) {
        assertThat(meant(words)).isEqualTo(words);
    }

    private static String meant(String marked) {
        return MarkedText.meant(marked, id -> id.equals("U1") ? "Priya Shah" : "the person");
    }
}
