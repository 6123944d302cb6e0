package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.message.PlainText;

/** One word after {@code /plan} that is a slip of the finger away from a subcommand. */
class MistypedCommandTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({"setings, settings", "helth, health", "Ford, form"})
    void isAskedAboutBeforeItStartsAPlan(String typed, String meant) {
        assertThat(PlainText.of(chat.type("/plan " + typed).get(0)))
                .contains("Did you mean /plan " + meant + "?")
                .contains("[/plan " + meant + "] [Start a plan for " + typed + "]");
    }
}
