package steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** A line that a log collector takes without being told how. */
class JsonLogEncoderTest {

    @Test
    void aLineIsOneObjectWithItsTimeAndMessage() {
        LoggingEvent event = new LoggingEvent(
                "here",
                new LoggerContext().getLogger("steward.x"),
                Level.ERROR,
                "A \"turn\" failed,\nreference {}",
                new IllegalStateException("why"),
                new Object[] {"r1"});
        event.setInstant(Instant.parse("2027-03-01T15:00:00.07Z"));
        event.addKeyValuePair(new KeyValuePair("reference", "r1"));

        String line = new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        JsonObject read = JsonParser.parseString(line).getAsJsonObject();
        assertThat(read.get("timestamp").getAsString()).isEqualTo("2027-03-01T15:00:00.070Z");
        assertThat(read.get("level").getAsString()).isEqualTo("ERROR");
        assertThat(read.get("logger").getAsString()).isEqualTo("steward.x");
        assertThat(read.get("message").getAsString()).isEqualTo("A \"turn\" failed,\nreference r1");
        assertThat(read.get("reference").getAsString()).isEqualTo("r1");
        assertThat(read.get("stack_trace").getAsString()).contains("IllegalStateException: why", "JsonLogEncoderTest");
    }
}
