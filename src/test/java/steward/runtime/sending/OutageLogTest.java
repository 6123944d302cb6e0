package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import steward.rep.RepId;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Method;
import steward.runtime.chat.Refusal;

/** What an admin has to mend is logged once, and once that it is over, however many messages wait for it. */
class OutageLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLog.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final SenderFixture fixture = new SenderFixture();

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
    void anOutageIsLoggedWhenItBeginsAndWhenItIsOver() {
        Answer refusal = Answer.refused(Refusal.ADMIN, "missing_scope");
        fixture.chat.next(Method.POST, refusal, refusal, refusal, refusal);
        fixture.say(new RepId("T1", "U1"), "one");
        fixture.say(new RepId("T1", "U2"), "two");
        fixture.retry();
        fixture.retry();
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);

        fixture.retry();
        fixture.retry();
        assertThat(fixture.chat.texts()).containsExactly("one", "two");
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.INFO);
        assertThat(logged.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage()).contains("missing_scope"));
    }

    @Test
    void aChatThatIsAwayIsLoggedOnceHoweverManyWait() {
        for (int rep = 0; rep < 5; rep++) {
            fixture.chat.next(Method.POST, Answer.notDone(Duration.ZERO));
        }
        for (int rep = 0; rep < 5; rep++) {
            fixture.say(new RepId("T1", "U" + rep), "hello " + rep);
        }
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);

        for (int rep = 0; rep < 5; rep++) {
            fixture.retry();
        }
        assertThat(fixture.chat.texts()).hasSize(5);
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }
}
