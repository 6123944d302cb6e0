package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.conversation.fixtures.Chat;
import steward.message.PlainText;

/** What is typed after {@code /plan} where a plan has nearly that name, or with a year behind it. */
class SecondPlanTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({"Acme, 'Acme, Inc.'", "Acme Ltd, Acme Limited", "AT&T, ATT", "'Acme, Inc.', Acme Corp"})
    void isAskedAboutBeforeASecondPlanIsStarted(String account, String typed) {
        chat.type("/plan " + account);
        assertThat(said("/plan " + typed))
                .startsWith("Which one do you mean?")
                .contains(account + "   2026  [This one]")
                .contains("/plan new " + typed + " starts a plan for " + typed);
    }

    @ParameterizedTest
    @CsvSource({"C#, C++", "टाटा, टीटी", "Acme, Acmon"})
    void isAnotherAccountWhereTheNameSaysSo(String account, String typed) {
        chat.type("/plan " + account);
        assertThat(said("/plan " + typed)).startsWith(typed + ", 2026: four steps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme FY27         | Acme, 2027",
                "Acme fy 2027      | Acme, 2027",
                "Acme for 2026     | Acme, 2026",
                "Acme for FY27     | Acme, 2027",
                "Acme, 2027        | Acme, 2027",
                "Acme (2027)       | Acme, 2027",
                "Acme '27          | Acme, 2027",
                "Acme for next year | Acme, 2027",
                "Acme this year    | Acme, 2026",
                "Acme - 2027       | Acme, 2027",
                "Forum 27          | Forum 27, 2026",
                "Made for Kids     | Made for Kids, 2026",
                "2027              | 2027, 2026",
            })
    void endsWithTheYearAndIsNotCalledSo(String typed, String started) {
        assertThat(said("/plan " + typed)).startsWith(started + ": four steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme FY27", "Acme for 2027"})
    void opensThePlanOfThatYear(String typed) {
        chat.type("/plan Acme 2027");
        assertThat(said("/plan " + typed)).doesNotContain("four steps").contains("Acme");
    }

    private String said(String typed) {
        return chat.type(typed).stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }
}
