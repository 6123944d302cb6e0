package steward.sandbox.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.sandbox.http.Json;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            plain words                     -> plain words
            R&D <b> 3 > 2                   -> R&amp;D &lt;b&gt; 3 &gt; 2
            <!channel> <@U1>                -> &lt;!channel&gt; &lt;@U1&gt;
            see https://a.example/x?y=1&z=2 -> see <https://a.example/x?y=1&amp;z=2>
            (http://a.example).             -> (<http://a.example>).
            it is on acme.com, really       -> it is on <http://acme.com|acme.com>, really
            dana.wu@acme.com                -> <mailto:dana.wu@acme.com|dana.wu@acme.com>
            $1.2M, 2.5h, e.g. line.2        -> $1.2M, 2.5h, e.g. line.2
            done 😀, thanks 👍               -> done :grinning:, thanks :+1:
            at 10:30: or :wave:             -> at 10:30: or :wave:
            """)
    void isEncodedAsSlackDoes(String typed, String text) {
        assertThat(new TypedText(typed).text()).isEqualTo(text);
    }

    @Test
    void standsUnescapedInTheBlocks() {
        String blocks = Json.write(new TypedText("R&D on acme.com").blocks());
        assertThat(blocks)
                .contains("{\"type\":\"text\",\"text\":\"R&D on \"}")
                .contains("{\"type\":\"link\",\"url\":\"http://acme.com\",\"text\":\"acme.com\"}");
        assertThat(Json.write(new TypedText("yes ❤️").blocks()))
                .contains("{\"type\":\"emoji\",\"name\":\"heart\",\"unicode\":\"2764-fe0f\"}");
    }
}
