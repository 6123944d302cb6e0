package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import steward.rep.RepId;

class RateLimiterTest {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId TOM = new RepId("T1", "U2");
    private static final RepId ANNA = new RepId("T2", "U1");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimiter limiter = new RateLimiter(nanos::get);

    @Test
    void theNudgesOfAWorkspaceAreSpacedAfterABurstAndThoseOfAnotherDoNotWaitForThem() {
        burst();
        assertThat(limiter.place(TOM)).isEqualTo(STEP);
        assertThat(limiter.place(new RepId("T1", "U3"))).isEqualTo(STEP.multipliedBy(2));
        assertThat(limiter.place(ANNA)).isZero();

        pass(STEP.multipliedBy(4));
        assertThat(limiter.place(new RepId("T1", "U4"))).isZero();
    }

    @Test
    void theNudgesOfOneRepAreASecondApartWhileOthersTakeThePlacesBetween() {
        assertThat(limiter.place(PRIYA)).isZero();
        assertThat(limiter.place(PRIYA)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limiter.place(TOM)).isZero();
    }

    @Test
    void aNudgeStepsBackForEachMessageThatARepWaitsFor() {
        limiter.urgent("T1");
        burst();
        assertThat(limiter.stepBack(PRIYA)).isEmpty();

        assertThat(limiter.place(TOM)).isEqualTo(STEP);
        limiter.urgent("T1");
        limiter.urgent("T2");
        pass(STEP);
        assertThat(limiter.stepBack(TOM)).contains(STEP);
        assertThat(limiter.stepBack(TOM)).isEmpty();
    }

    @Test
    void aWorkspaceIsFullOnceEnoughIsOnItsWay() {
        burst();
        limiter.place(ANNA);
        for (int nudge = 0; nudge < 8; nudge++) {
            assertThat(limiter.full()).isEmpty();
            limiter.place(new RepId("T1", "W" + nudge));
        }
        assertThat(limiter.full()).containsExactly("T1");

        pass(STEP);
        assertThat(limiter.full()).isEmpty();
    }

    /** As many nudges as a workspace takes at once. */
    private void burst() {
        for (int nudge = 0; nudge < RateLimiter.NUDGES_AT_ONCE; nudge++) {
            assertThat(limiter.place(new RepId("T1", "V" + nudge))).isZero();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
