package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** An action typed in one go: its day and its person are read in the words, and the day at the end is not said twice. */
class ActionWordsTest {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final Plan PLAN = new Plan(
            new PlanId("p"),
            new RepId("T", "U"),
            "Acme",
            2026,
            List.of(
                    named("final_authority.name", "Dana Wu, CFO"),
                    named("coach.name", "Lee Marsh"),
                    named("user.name", "Lee Park"),
                    named("advisor.name", "Ed Stone"),
                    new Entry(Kind.ROW_ADDED, "advisor", 2, "", "", Instant.EPOCH),
                    new Entry(Kind.ROW_ADDED, "advisor", 3, "", "", Instant.EPOCH),
                    new Entry(Kind.ANSWERED, "advisor.name", 2, "Mark Hill", "Mark Hill", Instant.EPOCH),
                    new Entry(Kind.ANSWERED, "advisor.name", 3, "April Jones", "April Jones", Instant.EPOCH)));

    private static Entry named(String question, String name) {
        return new Entry(Kind.ANSWERED, question, 1, name, name, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call Dana about the trial by Friday | Call Dana about the trial | 2026-03-06 | final_authority.1",
                "Call Dana Wu | Call Dana Wu | - | final_authority.1",
                "Stop by Friday | Stop by | 2026-03-06 | -",
                "Stop the trial by Friday | Stop the trial | 2026-03-06 | -",
                "On Friday call the plant | On Friday call the plant | 2026-03-06 | -",
                "Send the study, 12 Mar | Send the study | 2026-03-12 | -",
                "Visit Lee Marsh by the end of March | Visit Lee Marsh | 2026-03-31 | -",
                "Book a room before next Friday | Book a room | 2026-03-13 | -",
                "Call them by 1 September | Call them by 1 September | - | -",
                "Friday | Friday | 2026-03-06 | -",
                "Ask Danalyn | Ask Danalyn | - | -",
                "Send Ed the schedule | Send Ed the schedule | - | advisor.1",
                "Check the schedule | Check the schedule | - | -",
                "Mark the drawing | Mark the drawing | - | -",
                "mark it as done | mark it as done | - | -",
                "Call Mark | Call Mark | - | advisor.2",
                "Mark Hill to sign | Mark Hill to sign | - | advisor.2",
                "Call mark hill | Call mark hill | - | advisor.2",
                "Ask April for the plan | Ask April for the plan | - | advisor.3",
                "Call April | Call April | - | advisor.3",
                "Call April by Friday | Call April | 2026-03-06 | advisor.3",
                "Send the plan in April | Send the plan | 2026-04-30 | -",
                "Send the plan by 12 April | Send the plan | 2026-04-12 | -",
                "Start the 30 days trial | Start the 30 days trial | - | -",
                "Run the trial for 30 days | Run the trial for 30 days | - | -",
                "Start the trial in 30 days | Start the trial | 2026-04-01 | -",
                "Send the 2nd draft | Send the 2nd draft | - | -",
                "Write to Sunday Okafor | Write to Sunday Okafor | - | -",
                "Ask about Friday meeting | Ask about Friday meeting | - | -",
                "Study due Friday for the plant | Study due Friday for the plant | 2026-03-06 | -",
                "By 12 Mar send the study | By 12 Mar send the study | 2026-03-12 | -",
                "Call them by 1 March | Call them by 1 March | - | -",
                "Order parts by the second Monday of April | Order parts | 2026-04-13 | -",
                "Send the study - 12 Mar | Send the study | 2026-03-12 | -",
                "Send the study – | Send the study | - | -",
                "Send the study -- \u00a0 | Send the study | - | -",
                "Send the study (by Friday) | Send the study | 2026-03-06 | -",
                "-- | -- | - | -",
            })
    void reads(String said, String what, String due, String contact) {
        ActionWords words =
                ActionWords.read(said, PLAN.situation(new Blank(Worksheet.ACTION, 0), TODAY, Notation.DEFAULT));
        assertThat(words.what()).isEqualTo(what);
        assertThat(words.due().map(Object::toString).orElse("-")).isEqualTo(due);
        assertThat(words.contact().map(Contact::key).orElse("-")).isEqualTo(contact);
    }
}
