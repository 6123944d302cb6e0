package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.dashboard.Abouts;
import steward.message.Form;
import steward.message.Message;
import steward.message.PlainText;
import steward.plan.Action;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;

/** The next step, the time an action took and why it was dropped, said in small forms. */
class ActionFormsTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @BeforeEach
    void oneAction() {
        chat.type("/plan Acme Glass");
        chat.type("/actions add Acme Call Dana Wu by Friday");
    }

    @Test
    void aNextStepIsAddedWithItsDay() {
        Form form = chat.open(Abouts.of(plan()), "/actions add");
        List<Message> said = chat.submit(form, Map.of("action.what", "Send the quote", "action.due", "2026-03-20"));

        assertThat(PlainText.of(said.get(0))).isEqualTo("Added at Acme Glass: Send the quote, due Fri 20 Mar.  [Undo]");
        assertThat(plan().action(2)).contains(open(2, "Send the quote", LocalDate.of(2026, 3, 20)));
    }

    @Test
    void aNextStepWithoutADayIsAskedForIt() {
        List<Message> said =
                chat.submit(chat.open(Abouts.of(plan()), "/actions add"), Map.of("action.what", "Send the quote"));

        assertThat(PlainText.of(said.get(said.size() - 1))).contains("Added at Acme Glass.", "By when?");
        chat.type("in 2 weeks");
        assertThat(plan().get(Worksheet.ACTION_DUE, 2)).contains(LocalDate.of(2026, 3, 16));
        assertThat(plan().asking().orElseThrow().blank().question()).isEqualTo(Worksheet.HEADQUARTERS);
    }

    @Test
    void whatCantBeReadInANextStepIsSaidInPlace() {
        Form form = chat.open(Abouts.of(plan()), "/actions add");

        assertThat(chat.complaints(form, Map.of("action.what", "Send it", "action.due", "2026-12-01")))
                .containsOnlyKeys("action.due")
                .allSatisfy((question, hint) -> assertThat(hint).contains("Day 90 is"));
        assertThat(chat.complaints(form, Map.of("action.due", "2026-03-20"))).containsOnlyKeys("action.what");
        assertThat(plan().actions()).hasSize(1);
    }

    @Test
    void theTimeThatAnActionTookIsLoggedOnce() {
        chat.tap(Abouts.of(plan()), "/actions done 1");
        Form form = chat.open(Abouts.of(plan()), "/actions time 1");

        assertThat(chat.complaints(form, Map.of("action.took", "30h"))).containsOnlyKeys("action.took");
        chat.submit(form, Map.of("action.took", "1h30"));
        chat.submit(form, Map.of("action.took", "45 min"));

        assertThat(plan().timeLog()).singleElement().satisfies(entry -> {
            assertThat(entry.time()).isEqualTo(new Hours(90));
            assertThat(entry.note()).isEqualTo("Call Dana Wu");
            assertThat(entry.upkeep()).isFalse();
            assertThat(entry.day()).isEqualTo(LocalDate.of(2026, 3, 2));
        });
    }

    @Test
    void aDayHasNoMoreThan24Hours() {
        chat.tap(Abouts.of(plan()), "/actions done 1");
        chat.tap(Abouts.of(plan()), "/actions time 1 20h");
        chat.type("/actions add Acme Visit the plant by Friday");
        chat.tap(Abouts.of(plan()), "/actions done 2");

        assertThat(PlainText.of(
                        chat.tap(Abouts.of(plan()), "/actions time 2 5h").get(0)))
                .contains("today would come to 25 h");
        assertThat(plan().timeLog()).hasSize(1);
    }

    @Test
    void aReasonMayBeAnything() {
        Form form = chat.open(Abouts.of(plan()), "/actions reason 1");
        List<Message> said = chat.submit(form, Map.of("action.dropped", "They <!channel> bought *elsewhere*"));

        assertThat(PlainText.of(said.get(0)))
                .isEqualTo("Dropped: Call Dana Wu. Reason: They <!channel> bought *elsewhere*  [Undo]");
        assertThat(plan().action(1).orElseThrow().state()).isEqualTo(Action.State.DROPPED);
    }

    @Test
    void twelveActionsAreOpenAtATimeAndWhatIsDoneMakesRoom() {
        for (int row = 2; row <= Worksheet.OPEN_ACTIONS_MAX; row++) {
            chat.type("/actions add Acme Visit plant " + row + " by Friday");
        }
        assertThat(PlainText.of(
                        chat.type("/actions add Acme One too many by Friday").get(0)))
                .contains("That is all that fits: 12 actions are open");
        assertThat(PlainText.of(chat.type("/actions").get(0))).contains("Twelve actions to do");

        chat.tap(Abouts.of(plan()), "/actions done 1");
        chat.type("/actions add Acme Visit one more by Friday");
        assertThat(plan().actions()).hasSize(Worksheet.OPEN_ACTIONS_MAX + 1);
    }

    private static Action open(int row, String what, LocalDate due) {
        return new Action(row, 1, what, Optional.of(due), Action.State.OPEN, Optional.empty(), Optional.empty(), "");
    }

    private Plan plan() {
        return chat.sessions.plan(chat.sessions.plans().get(0).id()).orElseThrow();
    }
}
