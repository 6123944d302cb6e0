package steward.runtime.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import steward.runtime.MemoryChat.Answer;
import steward.runtime.MemoryChat.Method;
import steward.runtime.chat.Refusal;

/** A nudge is taken back rather than sent late: by then it may not be true any more, or the hour not right. */
class NudgePostTest {

    private final SenderFixture fixture = SenderFixture.inRoom();

    @Test
    void whatAProcessThatIsGoneSurelyDidNotSendIsTakenBack() {
        fixture.store.hold(fixture.nudge(PRIYA, "nudge"), false);
        fixture.store.hold(fixture.intent(PRIYA, "reply"), false);
        resume();

        assertThat(fixture.store.takenBack).containsExactly("nudge");
        assertThat(fixture.chat.texts()).containsExactly("reply");
    }

    @Test
    void whatMayHaveArrivedIsLookedUp() {
        fixture.chat.next(Method.POST, Answer.doneButLost());
        fixture.say(fixture.nudge(PRIYA, "nudge"));
        fixture.retry();

        assertThat(fixture.chat.texts()).containsExactly("nudge");
        assertThat(fixture.store.takenBack).isEmpty();
        assertThat(fixture.store.arrival(PRIYA, "nudge")).isPresent();
    }

    @Test
    void whatMayHaveArrivedAndIsNotThereIsTakenBack() {
        fixture.store.hold(fixture.nudge(PRIYA, "nudge"), true);
        resume();

        assertThat(fixture.chat.calls(Method.FIND)).hasSize(1);
        assertThat(fixture.chat.posted()).isEmpty();
        assertThat(fixture.store.takenBack).containsExactly("nudge");
    }

    @Test
    void whatWaitedForAQuarterOfAnHourIsTakenBack() {
        fixture.chat.next(Method.POST, Answer.refused(Refusal.ADMIN, "missing_scope"));
        fixture.say(fixture.nudge(PRIYA, "nudge"));
        fixture.pass(Duration.ofMinutes(15).plusMillis(1));
        fixture.retry();

        assertThat(fixture.chat.posted()).isEmpty();
        assertThat(fixture.store.takenBack).containsExactly("nudge");
        assertThat(fixture.isNothingPutOff()).isTrue();
    }

    @Test
    void whatWaitedForLessIsSent() {
        fixture.chat.next(Method.POST, Answer.refused(Refusal.ADMIN, "missing_scope"));
        fixture.say(fixture.nudge(PRIYA, "nudge"));
        fixture.pass(Duration.ofMinutes(15));
        fixture.retry();

        assertThat(fixture.chat.texts()).containsExactly("nudge");
    }

    private void resume() {
        fixture.sender.resume();
        fixture.settle();
    }
}
