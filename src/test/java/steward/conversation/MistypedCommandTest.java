package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.conversation.fixtures.Chat;
import steward.message.PlainText;

/** One word after {@code /plan} that is a slip of the finger away from a subcommand. */
class MistypedCommandTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({"setings, settings", "helth, health", "Ford, form", "statsu, status", "exprot, export", "deleet, delete"
    })
    void isAskedAboutBeforeItStartsAPlan(String typed, String meant) {
        assertThat(PlainText.of(chat.type("/plan " + typed).get(0)))
                .contains("Did you mean /plan " + meant + "?")
                .contains("[/plan " + meant + "] [Start a plan for " + typed + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is roti", "who can see this", "ROTI?", "the one that we talked about in June"})
    void soIsWhatIsHardlyAName(String typed) {
        assertThat(PlainText.of(chat.type("/plan " + typed).get(0)))
                .contains("an account that you want to plan?")
                .contains("[Start a plan for " + typed + "]");
        assertThat(chat.sessions.plans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What If Labs", "Who Gives A Crap", "Can Industries", "Status Quo Records"})
    void aNameMayBeginLikeAQuestion(String typed) {
        chat.type("/plan " + typed);
        assertThat(chat.sessions.plans()).hasSize(1);
    }
}
