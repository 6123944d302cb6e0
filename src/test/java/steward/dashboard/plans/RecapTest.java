package steward.dashboard.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.dashboard.Reader;
import steward.message.Chart;
import steward.message.Message;
import steward.message.Part;
import steward.message.PlainText;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** What 90 days came to, of a plan that was written on the day they began. */
class RecapTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate END = LocalDate.of(2026, 5, 30);

    private final List<Entry> journal = new ArrayList<>();

    RecapTest() {
        answered("opportunity.what", 1, "Win the resin order");
        answered("opportunity.last_year", 1, "0");
        answered("opportunity.increase", 1, "10000000");
        answered("opportunity.probability", 1, "50");
        happened(Kind.ROW_ADDED, "opportunity", 2, "", 0);
        answered("opportunity.what", 2, "Renew the coatings contract");
        answered("opportunity.last_year", 2, "20000000");
        answered("opportunity.increase", 2, "keep");
        answered("opportunity.probability", 2, "90");
        answered("gross_margin", 0, "40");
        answered("hours_required", 0, "6000");
        happened(Kind.CYCLE_STARTED, "", 0, "2026-03-02", 0);
    }

    @Test
    void theChartBeginsWithThePlan() {
        happened(Kind.ANSWERED, "opportunity.probability", 1, "75", 40);

        Chart chart = chart();
        assertThat(chart.categories()).containsExactly("Plan", "Day 30", "Day 60", "Day 90");
        assertThat(chart.series().get(0).values())
                .extracting(bar -> bar.intValueExact())
                .containsExactly(200, 200, 300, 300);
    }

    @Test
    void aRenewalKeptIsCreditedApartFromWhatIsNew() {
        happened(Kind.WON, "opportunity", 2, "800000", 40);

        assertThat(PlainText.of(new Message(recap()))).contains("You kept $200,000 ($80,000 of gross profit).");
    }

    private Chart chart() {
        return recap().stream()
                .filter(Part.Picture.class::isInstance)
                .map(part -> ((Part.Picture) part).chart())
                .findFirst()
                .orElseThrow();
    }

    private List<Part> recap() {
        Plan plan = new Plan(new PlanId("p"), new RepId("T", "U"), "Acme", 2026, journal);
        return Recap.ofCycle(plan, 1, new Reader("Priya", END, Notation.DEFAULT, Preferences.NONE))
                .parts();
    }

    private void answered(String question, int row, String value) {
        happened(Kind.ANSWERED, question, row, value, 0);
    }

    private void happened(Kind kind, String question, int row, String value, int day) {
        journal.add(new Entry(kind, question, row, value, "", WRITTEN.plus(day, ChronoUnit.DAYS)));
    }
}
