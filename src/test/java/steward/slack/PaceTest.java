package steward.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import steward.rep.RepId;

class PaceTest {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId TOM = new RepId("T1", "U2");
    private static final RepId ANNA = new RepId("T2", "U1");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Pace pace = new Pace(nanos::get);

    @Test
    void theNudgesOfAWorkspaceAreSpacedAfterABurstAndThoseOfAnotherDoNotWaitForThem() {
        burst();
        assertThat(pace.place(TOM)).isEqualTo(STEP);
        assertThat(pace.place(new RepId("T1", "U3"))).isEqualTo(STEP.multipliedBy(2));
        assertThat(pace.place(ANNA)).isZero();

        pass(STEP.multipliedBy(4));
        assertThat(pace.place(new RepId("T1", "U4"))).isZero();
    }

    @Test
    void theNudgesOfOneRepAreASecondApartWhileOthersTakeThePlacesBetween() {
        assertThat(pace.place(PRIYA)).isZero();
        assertThat(pace.place(PRIYA)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.place(TOM)).isZero();
    }

    @Test
    void aNudgeStepsBackForEachMessageThatARepWaitsFor() {
        pace.urgent("T1");
        burst();
        assertThat(pace.stepBack(PRIYA)).isEmpty();

        assertThat(pace.place(TOM)).isEqualTo(STEP);
        pace.urgent("T1");
        pace.urgent("T2");
        pass(STEP);
        assertThat(pace.stepBack(TOM)).contains(STEP);
        assertThat(pace.stepBack(TOM)).isEmpty();
    }

    @Test
    void aWorkspaceIsFullOnceEnoughIsOnItsWay() {
        burst();
        pace.place(ANNA);
        for (int nudge = 0; nudge < 8; nudge++) {
            assertThat(pace.full()).isEmpty();
            pace.place(new RepId("T1", "W" + nudge));
        }
        assertThat(pace.full()).containsExactly("T1");

        pass(STEP);
        assertThat(pace.full()).isEmpty();
    }

    /** As many nudges as a workspace takes at once. */
    private void burst() {
        for (int nudge = 0; nudge < Pace.NUDGES_AT_ONCE; nudge++) {
            assertThat(pace.place(new RepId("T1", "V" + nudge))).isZero();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
