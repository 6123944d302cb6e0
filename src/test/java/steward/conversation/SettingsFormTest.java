package steward.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import steward.conversation.fixtures.Chat;
import steward.message.Form;
import steward.rep.Preferences;
import steward.rep.WorkingWeek;

/** How a rep works, said in a form. */
class SettingsFormTest {

    private final Chat chat = new Chat(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago"));

    @Test
    void theFormHoldsWhatIsSet() {
        assertThat(initial())
                .containsEntry("working_days", "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY")
                .containsEntry("works_from", "9:00")
                .containsEntry("works_to", "17:00")
                .containsEntry("nudges", "actions opportunity time checkpoint cycle_end idle unfinished")
                .containsEntry("away_until", "");
        chat.submit(form(), ALL);

        assertThat(initial())
                .containsEntry("working_days", "MONDAY THURSDAY")
                .containsEntry("works_from", "8:00")
                .containsEntry("works_to", "17:30")
                .containsEntry("nudges", "actions time")
                .containsEntry("away_until", "2026-04-06");
    }

    @Test
    void whatIsSaidIsKept() {
        chat.submit(form(), ALL);

        assertThat(chat.sessions.rep().preferences())
                .isEqualTo(new Preferences(
                        Optional.of(7_500L),
                        new WorkingWeek(
                                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                                LocalTime.of(8, 0),
                                LocalTime.of(17, 30)),
                        Set.of("opportunity", "checkpoint", "cycle_end", "idle", "unfinished"),
                        Optional.of(LocalDate.of(2026, 4, 6)),
                        Optional.of(Month.MARCH),
                        Optional.empty()));
    }

    @Test
    void everythingThatCantBeReadIsSaidUnderItsFieldAndNothingIsKept() {
        Map<String, String> wrong = Map.of(
                "working_days", "", "works_from", "dawn", "works_to", "dusk", "nudges", "", "away_until", "2026-03-01");

        assertThat(chat.complaints(form(), wrong))
                .containsOnlyKeys("working_days", "works_from", "works_to", "away_until");
        assertThat(chat.complaints(form(), Map.of("works_from", "6pm"))).containsOnlyKeys("works_to");
        assertThat(chat.sessions.rep().preferences()).isEqualTo(Preferences.NONE);
    }

    /** The day on which a rep was to be back has gone by: they are here, and need not say so. */
    @Test
    void whoIsBackIsHere() {
        chat.sessions.keep(Preferences.NONE.withAwayUntil(Optional.of(LocalDate.of(2026, 2, 27))));

        assertThat(initial()).containsEntry("away_until", "");
        assertThat(chat.submit(form(), Map.of())).isEmpty();
        assertThat(chat.complaints(form(), Map.of("away_until", "2026-03-02"))).isEmpty();
    }

    private static final Map<String, String> ALL = Map.of(
            "break_even",
            "$75",
            "working_days",
            "MONDAY THURSDAY",
            "works_from",
            "8",
            "works_to",
            "5:30",
            "nudges",
            "actions time",
            "fiscal_year_end",
            "MARCH",
            "away_until",
            "2026-04-06");

    private Form form() {
        return chat.form("/plan settings form");
    }

    private Map<String, String> initial() {
        return form().fields().stream()
                .collect(Collectors.toMap(field -> field.about().question(), Chat::initial));
    }
}
