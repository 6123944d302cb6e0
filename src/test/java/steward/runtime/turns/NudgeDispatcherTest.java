package steward.runtime.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.runtime.sending.SenderFixture.OMAR;
import static steward.runtime.sending.SenderFixture.PRIYA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steward.rep.RepId;

/** Whoever's moment has come gets a turn, a few of each workspace at a time. */
class NudgeDispatcherTest {

    private final TurnFixture fixture = new TurnFixture();
    private final NudgeDispatcher nudges =
            new NudgeDispatcher(fixture.store, fixture.turns, fixture.sent.sender, fixture.sent.clock);

    @AfterEach
    void close() {
        nudges.close(Duration.ofMinutes(1));
    }

    @Test
    void whoIsDueGetsATurn() {
        fixture.store.due.addAll(List.of(PRIYA, OMAR));
        nudges.look();

        long now = fixture.sent.clock.instant().toEpochMilli();
        assertThat(fixture.store.taken).containsExactly("U1 woken U1 " + now, "U2 woken U2 " + now);
    }

    @Test
    void nobodyIsTakenOfAWorkspaceThatHasEnoughOnItsWay() {
        for (int number = 0; number < 24; number++) {
            RepId rep = new RepId("T1", "V" + number);
            fixture.sent.sender.send(List.of(fixture.sent.nudge(rep, "nudge " + number)));
        }
        RepId elsewhere = new RepId("T2", "U9");
        fixture.store.due.addAll(List.of(PRIYA, elsewhere));
        nudges.look();

        assertThat(fixture.store.taken).singleElement().asString().startsWith("U9 woken");
        assertThat(fixture.store.due).containsExactly(PRIYA);
    }

    @Test
    void oneWhoseTurnFailsKeepsNobodyWaiting() {
        fixture.store.turnsFailOf.add(PRIYA);
        fixture.store.due.addAll(List.of(PRIYA, OMAR));
        nudges.look();

        assertThat(fixture.store.taken).singleElement().asString().startsWith("U2 woken");
    }

    @Test
    void aStoreThatIsLockedIsLookedAtTheNextTime() {
        fixture.store.due.add(PRIYA);
        fixture.store.locked = true;
        nudges.look();
        assertThat(fixture.store.taken).isEmpty();

        fixture.store.locked = false;
        nudges.look();
        assertThat(fixture.store.taken).hasSize(1);
    }
}
