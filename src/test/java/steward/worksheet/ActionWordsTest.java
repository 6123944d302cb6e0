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
                    named("user.name", "Lee Park")));

    private static Entry named(String question, String name) {
        return new Entry(Kind.ANSWERED, question, 1, name, name, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call Dana about the trial by Friday | Call Dana about the trial | 2026-03-06 | final_authority.1",
                "Call Dana Wu | Call Dana Wu | - | final_authority.1",
                "On Friday call the plant | On Friday call the plant | 2026-03-06 | -",
                "Send the study, 12 Mar | Send the study | 2026-03-12 | -",
                "Visit Lee Marsh by the end of March | Visit Lee Marsh | 2026-03-31 | -",
                "Book a room before next Friday | Book a room | 2026-03-13 | -",
                "Call them by 1 September | Call them by 1 September | - | -",
                "Friday | Friday | 2026-03-06 | -",
                "Ask Danalyn | Ask Danalyn | - | -",
            })
    void reads(String said, String what, String due, String contact) {
        ActionWords words =
                ActionWords.read(said, PLAN.situation(new Blank(Worksheet.ACTION, 0), TODAY, Notation.DEFAULT));
        assertThat(words.what()).isEqualTo(what);
        assertThat(words.due().map(Object::toString).orElse("-")).isEqualTo(due);
        assertThat(words.contact().map(Contact::key).orElse("-")).isEqualTo(contact);
    }
}
