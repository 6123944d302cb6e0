package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            R&amp;D                                     => R&D
            5 &lt; 6 &gt; 4                             => 5 < 6 > 4
            &amp;lt;                                    => &lt;
            <http://acme.com|acme.com>                  => acme.com
            <http://acme.com/|acme.com>                 => acme.com
            <https://acme.com>                          => https://acme.com
            <https://acme.com/a?b=1&amp;c=2>            => https://acme.com/a?b=1&c=2
            <https://acme.com/a|https://acme.com/a>     => https://acme.com/a
            <https://acme.com/deck|the deck>            => the deck (https://acme.com/deck)
            <mailto:dana@acme.com|dana@acme.com>        => dana@acme.com
            <mailto:dana@acme.com>                      => dana@acme.com
            <mailto:dana@acme.com|Dana>                 => Dana (dana@acme.com)
            <tel:+15550100|+1 555-0100>                 => +1 555-0100
            <#C1|general>                               => #general
            <#C1>                                       => #C1
            <#C1|>                                      => #C1
            <@U1>                                       => the person
            <@U1|dana>                                  => @dana
            <!channel>                                  => @channel
            <!here|here>                                => @here
            <!here|@here>                               => @here
            <!subteam^S1|@sales>                        => @sales
            <!date^1772463600^{date}|2 March>           => 2 March
            call <@U1> at <http://a.b|a.b>, 2pm         => call the person at a.b, 2pm
            &lt;!channel&gt;                            => <!channel>
            &lt;http://a|b&gt;                          => <http://a|b>
            *bold* _it_ `code` ~no~                     => *bold* _it_ `code` ~no~
            a < b and c > d                             => a < b and c > d
            <Acme>                                      => <Acme>
            Acme <New> & Co                             => Acme <New> & Co
            $1 \\0 <http://a.b|$1\\>                    => $1 \\0 $1\\ (http://a.b)
            """)
    void readsAsItWasTyped(String slack, String typed) {
        assertThat(TypedText.from(slack)).isEqualTo(typed);
    }

    @Test
    void keepsLinesAndSpacesAndDropsWhatIsNoText() {
        assertThat(TypedText.from("  a\r\nb\n")).isEqualTo("  a\r\nb\n");
        assertThat(TypedText.from("a\0b")).isEqualTo("ab");
        assertThat(TypedText.from("a\ud83db \ude00 \ud83d\ude00")).isEqualTo("a\ufffdb \ufffd \ud83d\ude00");
    }

    @Test
    void readsLongTextQuickly() {
        String hostile = "<".repeat(20_000) + "<http://" + "a".repeat(20_000);

        assertThat(TypedText.from(hostile)).isEqualTo(hostile);
    }

    @Test
    void whatIsNoTextIsLeftOut() {
        assertThat(TypedText.from("a\u0000\u001b[1m b\u007f\u0085\ufffe c")).isEqualTo("a[1m b c");
        assertThat(TypedText.from("\u202egnp.exe\u202c \u2066x\u2069")).isEqualTo("gnp.exe x");
        assertThat(TypedText.from("two\r\nlines\tand \u05e9\u05dc\u05d5\u05dd"))
                .isEqualTo("two\r\nlines\tand \u05e9\u05dc\u05d5\u05dd");
        assertThat(TypedText.from("half \ud83d and whole \ud83d\ude00"))
                .isEqualTo("half \ufffd and whole \ud83d\ude00");
    }
}
