package steward.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Percent;

/** What has become of a plan since a moment, and which day of a cycle it is. */
class PlanChangesTest {

    private static final Instant MOMENT = Instant.parse("2026-03-31T14:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    PlanChangesTest() {
        happened(Kind.CYCLE_STARTED, "", 0, "2026-03-02", MOMENT.minusSeconds(200));
        happened(Kind.ANSWERED, "opportunity.what", 1, "Win line 2", MOMENT.minusSeconds(100));
        happened(Kind.ANSWERED, "opportunity.probability", 1, "70", MOMENT);
    }

    @Test
    void whatWasWrittenAtTheMomentWasThereBefore() {
        assertThat(since().before().entries()).hasSize(3);
        assertThat(since().isLookedAt(1)).isFalse();
        assertThat(since().lastLookedAt()).isEmpty();
    }

    @Test
    void aChanceSaidAgainIsALook() {
        happened(Kind.ANSWERED, "opportunity.probability", 1, "70", MOMENT.plusSeconds(1));

        assertThat(since().isLookedAt(1)).isTrue();
    }

    @Test
    void whatIsSaidOfAnotherIsNoLook() {
        happened(Kind.ANSWERED, "opportunity.probability", 2, "70", MOMENT.plusSeconds(1));
        happened(Kind.ANSWERED, "opportunity.activity", 1, "Call", MOMENT.plusSeconds(2));

        assertThat(since().isLookedAt(1)).isFalse();
    }

    @Test
    void wonAndUndoneIsStillToBeLookedAt() {
        happened(Kind.WON, "opportunity", 1, "6600000", MOMENT.plusSeconds(1));
        assertThat(since().isLookedAt(1)).isTrue();

        happened(Kind.STILL_OPEN, "opportunity", 1, "", MOMENT.plusSeconds(2));
        assertThat(since().isLookedAt(1)).isFalse();

        happened(Kind.STILL_OPEN, "opportunity", 1, "", MOMENT.plusSeconds(3));
        assertThat(since().isLookedAt(1)).isTrue();
    }

    @Test
    void whatComesAfterTheLastLookIsNoPartOfIt() {
        happened(Kind.ANSWERED, "opportunity.probability", 1, "75", MOMENT.plusSeconds(1));
        happened(Kind.ANSWERED, "hours_required", 0, "600", MOMENT.plusSeconds(2));

        Plan then = since().lastLookedAt().orElseThrow();
        assertThat(then.get(Worksheet.PROBABILITY, 1)).contains(Percent.of(75));
        assertThat(then.get(Worksheet.HOURS_REQUIRED, 0)).isEmpty();
    }

    @Test
    void theDaysOfASecondCycleCountFromItsStart() {
        LocalDate second = LocalDate.of(2026, 6, 2);
        assertThat(plan().dayOfCycle(LocalDate.of(2026, 5, 30))).isEqualTo(90);

        happened(Kind.CYCLE_STARTED, "", 0, second.toString(), MOMENT.plusSeconds(1));

        assertThat(plan().dayOfCycle(second)).isEqualTo(1);
        assertThat(plan().lastDueDay(second)).isEqualTo(LocalDate.of(2026, 8, 30));
        assertThat(plan().cycle()).isEqualTo(2);
    }

    private PlanChanges since() {
        return new PlanChanges(plan(), MOMENT);
    }

    private Plan plan() {
        return new Plan(new PlanId("acme"), new RepId("T", "U"), "Acme Glass", 2026, entries);
    }

    private void happened(Kind kind, String question, int row, String value, Instant at) {
        entries.add(new Entry(kind, question, row, value, "", at));
    }
}
