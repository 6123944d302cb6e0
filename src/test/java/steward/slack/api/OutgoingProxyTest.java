package steward.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingProxyTest {

    @Test
    void itIsReadAsEnvironmentsHaveIt() {
        OutgoingProxy proxy = OutgoingProxy.of("http://steward:p%40ss%3Aw+rd@proxy.example.com:3128/", "");
        assertThat(proxy.host()).isEqualTo("proxy.example.com");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(proxy.user()).contains(new OutgoingProxy.Login("steward", "p@ss:w+rd"));
        assertThat(OutgoingProxy.of("proxy:3128", "").user()).isEmpty();
    }

    @Test
    void itsTextHoldsNoPassword() {
        OutgoingProxy proxy = OutgoingProxy.of("http://steward:hush@proxy.example.com:3128", "");
        assertThat(proxy).hasToString("proxy.example.com:3128");
        assertThat(proxy.user().orElseThrow().toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://steward:hush@proxy",
                "https://steward:hush@proxy:3128",
                "socks5://hush:1080",
                "http://steward:hush@:3128",
                "http://steward:hush@proxy:3128/hush",
                "http://steward:hush @proxy:3128",
                "hush"
            })
    void whatIsNoneIsNotRepeated(String address) {
        assertThatThrownBy(() -> OutgoingProxy.of(address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://slack.com/api/,               '',                       true
                    wss://wss-primary.slack.com/x,        'example.com,.local',     true
                    https://hooks.slack.com/x,            'example.com, slack.com', false
                    https://hooks.slack.com/x,            '.SLACK.com',             false
                    https://hooks.slack.com/x,            '*.slack.com:443',        false
                    https://notslack.com/x,               slack.com,                true
                    https://slack.com/x,                  *,                        false
                    https://steward.example.com/healthz,  '10.0.0.0/8 example.com', false
                    https://127.0.0.1:4000/api/,          '',                       false
                    https://localhost/api/,               '',                       false
                    http://slack.local/api/,              '',                       false
                    """)
    void itServesWhatIsEncryptedAndFarAwayUnlessItIsExcepted(URI address, String exceptions, boolean serves) {
        assertThat(OutgoingProxy.of("http://proxy:3128", exceptions).serves(address))
                .isEqualTo(serves);
    }
}
