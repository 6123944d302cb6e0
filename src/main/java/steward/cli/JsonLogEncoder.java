package steward.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.event.KeyValuePair;

/** Log lines for programs: one JSON object a line, by the names that log collectors look for. */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private static final DateTimeFormatter TO_THE_MILLI =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        JsonObject line = new JsonObject();
        line.addProperty("timestamp", TO_THE_MILLI.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.addProperty("level", event.getLevel().toString());
        line.addProperty("logger", event.getLoggerName());
        line.addProperty("thread", event.getThreadName());
        line.addProperty("message", event.getFormattedMessage());
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                line.addProperty(pair.key, String.valueOf(pair.value));
            }
        }
        if (event.getThrowableProxy() != null) {
            line.addProperty("stack_trace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
