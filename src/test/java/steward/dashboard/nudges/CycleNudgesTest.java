package steward.dashboard.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steward.dashboard.Reader;
import steward.message.PlainText;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** What is sent at check-points and at the end of a cycle about two plans at once, and as it is drawn again after each answer. */
class CycleNudgesTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant SENT = Instant.parse("2026-03-31T14:00:00Z");
    private static final Instant LATER = SENT.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate END = LocalDate.of(2026, 5, 30);

    private final Map<String, List<Entry>> journals = new HashMap<>();

    CycleNudgesTest() {
        for (String account : List.of("Acme", "Delta")) {
            happened(account, Kind.CYCLE_STARTED, "", 0, "2026-03-02", WRITTEN);
            happened(account, Kind.ANSWERED, "opportunity.what", 1, "Win the order of " + account, WRITTEN);
            happened(account, Kind.ANSWERED, "opportunity.last_year", 1, "0", WRITTEN);
            happened(account, Kind.ANSWERED, "opportunity.increase", 1, "10000000", WRITTEN);
            happened(account, Kind.ANSWERED, "opportunity.probability", 1, "50", WRITTEN);
            happened(account, Kind.ANSWERED, "gross_margin", 0, "40", WRITTEN);
            happened(account, Kind.ANSWERED, "hours_required", 0, "6000", WRITTEN);
            happened(account, Kind.ANSWERED, "action.what", 1, "Call " + account, WRITTEN);
            happened(account, Kind.ANSWERED, "action.due", 1, "2026-05-20", WRITTEN);
        }
    }

    @Test
    void aCheckpointWalksThroughTheOpportunitiesOneAtATime() {
        assertThat(checkpoint()).isEqualTo("""
                Acme and Delta are at day 30 of 90. Are the opportunities still what they were?
                Win the order of Acme
                Acme  ·  50%
                [Still 50%] [10%] [25%] [75%] [90%] [Won…] [Lost…]
                1 more after this one  ·  /plan settings""");

        happened("Acme", Kind.ANSWERED, "opportunity.probability", 1, "75", LATER);
        assertThat(checkpoint()).isEqualTo("""
                Acme and Delta are at day 30 of 90. Are the opportunities still what they were?
                ✅  Win the order of Acme  ·  now 75%, was 50%
                Next hour at Acme: $300, was $200.
                Win the order of Delta
                Delta  ·  50%
                [Still 50%] [10%] [25%] [75%] [90%] [Won…] [Lost…]
                The last one  ·  /plan settings""");

        happened("Delta", Kind.WON, "opportunity", 1, "6600000", LATER);
        assertThat(checkpoint()).isEqualTo("""
                Acme and Delta are at day 30 of 90. Are the opportunities still what they were?
                ✅  Win the order of Acme  ·  now 75%, was 50%
                Next hour at Acme: $300, was $200.
                ✅  Win the order of Delta  ·  won, $66,000
                Nothing is open at Delta any more.
                All looked at  ·  /plan settings""");
    }

    @Test
    void whatWasWonBeforeOrIsNewSinceIsNotAskedAbout() {
        happened("Acme", Kind.WON, "opportunity", 1, "6600000", WRITTEN);
        happened("Acme", Kind.ROW_ADDED, "opportunity", 2, "", LATER);
        happened("Acme", Kind.ANSWERED, "opportunity.what", 2, "Sell training", LATER);

        assertThat(checkpoint())
                .doesNotContain("Win the order of Acme", "Sell training", "The last one")
                .contains("Win the order of Delta");
    }

    @Test
    void aChanceNotKnownYetIsAskedFor() {
        happened("Acme", Kind.SKIPPED, "opportunity.probability", 1, "", WRITTEN);
        assertThat(checkpoint()).contains("Acme  ·  how likely is not known yet\n[10%] [25%] [50%] [75%] [90%]");

        happened("Acme", Kind.ANSWERED, "opportunity.probability", 1, "25", LATER);
        assertThat(checkpoint()).contains("✅  Win the order of Acme  ·  now 25%\nNext hour at Acme: $100.");
    }

    @Test
    void cyclesThatEndTogetherAreEndedOneAfterTheOther() {
        assertThat(end()).isEqualTo("""
                Acme and Delta have come to day 90.
                Acme
                Won: nothing yet
                Hours: 0 h growth and 0 h upkeep
                Actions: none of one done
                Acme: what worked, what didn't?
                [Look back…]
                Win the order of Acme
                Acme  ·  no date yet
                [Still open] [Won…] [Lost…]
                1 more after this one
                [Start the next 90 days]
                What is still open then, and not dropped, is carried over.
                Then Delta.""");

        happened("Acme", Kind.ANSWERED, "cycle.worked", 1, "Early visits", LATER);
        happened("Acme", Kind.CYCLE_STARTED, "", 0, "2026-05-30", LATER);
        happened("Acme", Kind.CARRIED, "action", 1, "", LATER);
        happened("Delta", Kind.DONE, "action", 1, "", LATER);
        assertThat(end()).isEqualTo("""
                Acme and Delta have come to day 90.
                Acme
                Won: nothing yet
                Hours: 0 h growth and 0 h upkeep
                Actions: none of one done
                What worked: Early visits
                ✅  Call Acme  ·  carried over
                ✅  The next 90 days have begun: day 90 is Thu 27 Aug.
                Delta
                Won: nothing yet
                Hours: 0 h growth and 0 h upkeep
                Actions: one of one done
                Delta: what worked, what didn't?
                [Look back…]
                ✅  Call Delta  ·  done
                Win the order of Delta
                Delta  ·  no date yet
                [Still open] [Won…] [Lost…]
                [Start the next 90 days]
                What is still open then, and not dropped, is carried over.""");
    }

    private String checkpoint() {
        return PlainText.of(
                new CheckpointNudge(sent(NudgeKind.CHECKPOINT, TODAY), plans(), reader(TODAY)).message(true));
    }

    private String end() {
        return PlainText.of(new CycleEndNudge(sent(NudgeKind.CYCLE_END, END), plans(), reader(END)).message());
    }

    private static SentNudge sent(NudgeKind kind, LocalDate day) {
        return new SentNudge(
                kind,
                day,
                SENT,
                List.of(new Subject(new PlanId("Acme"), 0), new Subject(new PlanId("Delta"), 0)),
                false);
    }

    private static Reader reader(LocalDate today) {
        return new Reader("Priya", today, Notation.DEFAULT, Preferences.NONE);
    }

    private List<Plan> plans() {
        return List.of(plan("Delta"), plan("Acme"));
    }

    private Plan plan(String account) {
        return new Plan(
                new PlanId(account), new RepId("T", "U"), account, 2026, journals.getOrDefault(account, List.of()));
    }

    private void happened(String account, Kind kind, String question, int row, String value, Instant at) {
        journals.computeIfAbsent(account, name -> new ArrayList<>()).add(new Entry(kind, question, row, value, "", at));
    }
}
