package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.conversation.fixtures.Chat;
import steward.message.PlainText;

/** A command as it comes from another keyboard, or pasted: with wide or no-break spaces, or with formatting. */
class PastedCommandTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan edit 1",
                "/plan edit\u00a01",
                "/plan\u00a0edit\u20031",
                "/plan\u3000edit\u30001",
                "/plan `edit 1`",
                "/plan *edit 1*",
                " /plan edit 1",
                "`/plan edit 1`",
                "\u00a0/plan edit 1",
                "／plan edit 1",
                "`edit 1`",
                "edit `1`",
                "edit\u00a01"
            })
    void isThatCommand(String typed) {
        chat.type("/plan Acme");
        chat.type("Toledo, Ohio");
        assertThat(chat.type(typed).stream().map(PlainText::of).collect(Collectors.joining("\n")))
                .contains("Where are their headquarters", "Now it says: Toledo, Ohio")
                .doesNotContain("four steps");
    }
}
