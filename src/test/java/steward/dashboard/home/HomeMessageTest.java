package steward.dashboard.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.dashboard.Reader;
import steward.message.PlainText;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

class HomeMessageTest {

    private static final Instant NOW = Instant.parse("2026-03-05T15:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    private final List<Plan> plans = new ArrayList<>();

    @Test
    void theAccountWhoseNextHourIsWorthMostStandsFirst() {
        plans.add(plan("Cargo North", 10, 10));
        plans.add(plan("Acme Glass", 90, 10));

        assertThat(home())
                .containsSubsequence(
                        "Your next hour is worth most at Acme Glass: $5,400, with 10 h left.",
                        "Acme Glass   day 4 of 90  ·  next hour $5,400  ·  1 action due this week  [Open]",
                        "Cargo North   day 4 of 90  ·  next hour $600");
    }

    @Test
    void whatIsBelowBreakEvenIsMarkedAndTheMarkExplained() {
        plans.add(plan("Cargo North", 1, 10));
        assertThat(home()).contains("next hour $60 ▼").contains("▼ below your break-even of $75 an hour");
    }

    @Test
    void anEstimateThatIsDueIsSaid() {
        plans.add(with(plan("Cargo North", 10, 10), logged(1, THURSDAY, 9 * 60, false)));
        assertThat(home()).contains("next hour $600, estimate due");
    }

    @Test
    void aPlanWithNothingOpenSaysSo() {
        plans.add(with(plan("Echo Paper", 10, 10), new Entry(Kind.LOST, "opportunity", 1, "", "", NOW)));
        assertThat(home()).contains("Echo Paper   day 4 of 90  ·  nothing open").doesNotContain("worth most at");
    }

    @Test
    void theWeekBeginsOnMonday() {
        plans.add(with(
                plan("Acme Glass", 10, 100),
                logged(1, LocalDate.of(2026, 3, 1), 600, false),
                logged(2, LocalDate.of(2026, 3, 2), 90, false),
                logged(3, THURSDAY, 30, true)));

        assertThat(home())
                .contains("This week: 2 h, 1 h 30 growth and 30 min upkeep")
                .contains("Acme Glass: 2 h of 3 h planned");
    }

    @Test
    void whatIsDueComesByDateOverAllPlans() {
        plans.add(with(plan("Acme Glass", 10, 10), answer("action.due", 1, "2026-03-20")));
        plans.add(with(plan("Delta Foods", 9, 10), answer("action.due", 1, "2026-03-04")));
        plans.add(with(plan("Echo Paper", 8, 10), answer("action.due", 1, "2026-03-05")));

        assertThat(home())
                .containsSubsequence(
                        "What is due",
                        "Wed 4 Mar 2026, overdue: Call Dana Wu  ·  Delta Foods",
                        "Today: Call Dana Wu  ·  Echo Paper",
                        "Fri 20 Mar 2026: Call Dana Wu  ·  Acme Glass");
    }

    private String home() {
        Reader reader =
                new Reader("Priya", THURSDAY, Notation.DEFAULT, Preferences.NONE.withBreakEven(Optional.of(75_00L)));
        return PlainText.of(new HomeMessage(plans, 0, NOW, reader).page(1));
    }

    /** A running plan whose one opportunity is worth so many times $600 of gross profit, and takes so many hours. */
    private static Plan plan(String account, int worth, int hours) {
        Plan plan = new Plan(new PlanId(account), new RepId("T1", "U1"), account, 2026, List.of());
        return with(
                plan,
                answer("opportunity.what", 1, "Win it"),
                answer("opportunity.increase", 1, String.valueOf(worth * 2_000_00L)),
                answer("opportunity.probability", 1, "50"),
                answer("gross_margin", 0, "60"),
                answer("time_spent", 0, "9360"),
                answer("hours_required", 0, String.valueOf(hours * 60)),
                answer("action.what", 1, "Call Dana Wu"),
                answer("action.due", 1, "2026-03-06"),
                new Entry(Kind.CYCLE_STARTED, "", 0, "2026-03-02", "", NOW));
    }

    private static Plan with(Plan plan, Entry... entries) {
        return plan.with(List.of(entries));
    }

    private static Entry answer(String question, int row, String kept) {
        return new Entry(Kind.ANSWERED, question, row, kept, kept, NOW);
    }

    private static Entry logged(int number, LocalDate day, int minutes, boolean upkeep) {
        return new TimeEntry(number, day, new Hours(minutes), upkeep, "", NOW).logged();
    }
}
