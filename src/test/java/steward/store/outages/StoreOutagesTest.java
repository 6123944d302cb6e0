package steward.store.outages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One line when an outage begins and one when it is over, however many met it. */
class StoreOutagesTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(StoreOutages.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private long now;
    private final StoreOutages outages = new StoreOutages("the store", () -> now);

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    @Test
    void aThousandFailuresAreOneOutageUnderOneReference() {
        String reference = outages.failed("the disk is full", true);
        for (int each = 0; each < 1_000; each++) {
            assertThat(outages.failed("the disk is full", true)).isEqualTo(reference);
            outages.failed("it takes too long to answer", true);
        }
        assertThat(outages.reason()).contains("the disk is full");
        pass(Duration.ofSeconds(34));
        outages.succeeded(true, now);

        assertThat(outages.reason()).isEmpty();
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Steward can't use its store the store: the disk is full. Reps are told the reference "
                                + reference,
                        "Steward can use its store the store again, after 34 seconds");
        assertThat(outages.failed("the disk is full", true)).isNotEqualTo(reference);
    }

    @Test
    void whatCanBeReadMayStillNotBeWritten() {
        outages.failed("the disk is full", true);
        pass(Duration.ofSeconds(34));
        outages.succeeded(false, now);
        assertThat(outages.reason()).contains("the disk is full");
    }

    /** Many are under way at once: one that began before another failed proves nothing, nor does the first for a moment. */
    @Test
    void oneThatSucceedsAmongThoseThatFailEndsNothing() {
        long begun = now;
        pass(Duration.ofSeconds(3));
        outages.failed("nobody answers there", false);
        outages.succeeded(true, begun);
        outages.succeeded(true, now);
        assertThat(outages.reason()).contains("nobody answers there");
        assertThat(logged.list).hasSize(1);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
