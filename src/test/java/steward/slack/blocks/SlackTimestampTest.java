package steward.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.message.Stamp;

class SlackTimestampTest {

    @Test
    void comesBackAsItWent() {
        assertThat(SlackTimestamp.stamp("1772463600.000123")).contains(new Stamp(1_772_463_600_000_123L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "a.000000", "-1.000000", "1.0000000", "999999999999999999999.000000"})
    void othersAreNone(String ts) {
        assertThat(SlackTimestamp.stamp(ts)).isEmpty();
    }
}
