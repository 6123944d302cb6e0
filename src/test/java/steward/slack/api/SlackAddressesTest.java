package steward.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reps write goes to Slack, whatever address a delivery or an answer names. */
class SlackAddressesTest {

    private static final SlackAddresses SLACK = new SlackAddresses(URI.create("https://slack.com/api/"));
    private static final SlackAddresses EMULATOR = new SlackAddresses(URI.create("http://slack.local:4000/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/actions/T1/1/x",
                "https://files.slack.com/upload/v1/x",
                "https://slack.com/x",
                "HTTPS://Hooks.Slack.com/x",
                "https://hooks.slack-gov.com/x",
                "wss://wss-primary.slack.com/link/?ticket=x"
            })
    void slacksOwnAreCalled(String address) {
        assertThat(SLACK.include(URI.create(address))).isTrue();
        assertThat(EMULATOR.include(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/x",
                "https://notslack.com/x",
                "https://slack.com.example.com/x",
                "https://slack.com@example.com/x",
                "https://example.com/slack.com",
                "https://example.com#.slack.com",
                "http://hooks.slack.com/x",
                "ws://wss-primary.slack.com/x",
                "ftp://slack.com/x",
                "https:slack.com",
                "//slack.com/x",
                "/x"
            })
    void othersAreNot(String address) {
        assertThat(SLACK.include(URI.create(address))).isFalse();
        assertThat(EMULATOR.include(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://slack.local:4000/x",
                "http://slack.local:4001/x",
                "https://slack.local/x",
                "ws://slack.local/x"
            })
    void whatStandsInForSlackIsCalledAsItsApiIs(String address) {
        assertThat(EMULATOR.include(URI.create(address))).isTrue();
        assertThat(SLACK.include(URI.create(address))).isFalse();
        assertThat(new SlackAddresses(URI.create("https://slack.local/api/")).include(URI.create(address)))
                .isEqualTo(address.startsWith("https"));
    }
}
