package steward.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.sandbox.http.Json;
import steward.sandbox.messages.MessageBuilder;

class MessageHistoryTest {

    private static final String CHANNEL = "D1";

    @TempDir
    Path data;

    private Instant machine = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void givesTimeStampsThatOnlyGrow() {
        try (MessageHistory history = history()) {
            String first = history.nextTs();
            assertThat(first).isEqualTo("1772463600.000000");
            assertThat(history.nextTs()).isEqualTo("1772463600.000001");
        }
    }

    @Test
    void isTheSameAfterARestart() {
        try (MessageHistory history = history()) {
            history.post(CHANNEL, said("one"));
            JsonObject two = history.post(CHANNEL, said("two"));
            JsonObject three = history.post(CHANNEL, said("three"));
            two.addProperty("text", "two, changed");
            history.change(CHANNEL, two);
            history.delete(CHANNEL, Json.string(three, "ts"));
            history.post(CHANNEL, new MessageBuilder(Workspace.standard("Steward")).ephemeral(said("for you"), "U1"));
        }
        try (MessageHistory again = history()) {
            assertThat(texts(again)).containsExactly("one", "two, changed");
        }
    }

    @Test
    void neverGivesATimeStampAgainAfterARestart() {
        String last;
        try (MessageHistory history = history()) {
            last = Json.string(history.post(CHANNEL, said("one")), "ts");
        }
        machine = machine.minusSeconds(600);
        try (MessageHistory again = history()) {
            assertThat(again.nextTs()).isGreaterThan(last);
        }
    }

    @Test
    void forgetsALineTornByACrash() throws Exception {
        try (MessageHistory history = history()) {
            history.post(CHANNEL, said("one"));
        }
        Files.writeString(file(), "{\"kind\":\"posted\",\"chan", StandardOpenOption.APPEND);
        try (MessageHistory again = history()) {
            again.post(CHANNEL, said("two"));
        }
        try (MessageHistory last = history()) {
            assertThat(texts(last)).containsExactly("one", "two");
        }
    }

    @Test
    void refusesAFileDamagedInTheMiddle() throws Exception {
        Files.writeString(file(), "{\"kind\":\n{}\n");
        assertThatThrownBy(this::history).hasMessageContaining("Line 1").hasMessageContaining("is damaged");
    }

    private MessageHistory history() {
        return new MessageHistory(data, new SandboxClock(() -> machine, data));
    }

    private Path file() {
        return data.resolve("messages.jsonl");
    }

    private static JsonObject said(String text) {
        return Json.object("type", "message", "text", text);
    }

    private static List<String> texts(MessageHistory history) {
        return history.all(CHANNEL).stream()
                .map(message -> Json.string(message, "text"))
                .toList();
    }
}
