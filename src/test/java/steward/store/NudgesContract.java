package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;

/** What every store must do so that reps are nudged in time, and once. */
abstract class NudgesContract extends StoreFixture {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Instant TUESDAY_MORNING = Instant.parse("2027-03-02T09:00:00Z");

    // ── Claims ───────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aNudgeIsClaimedOnceADay() {
        NudgeMessage actions = nudged(NudgeKind.ACTIONS, DAY, "i1");
        turn(PRIYA, session -> session.claim(actions));

        assertThatThrownBy(() -> turn(PRIYA, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "i2"))))
                .isInstanceOf(IllegalStateException.class);
        turn(PRIYA, session -> session.claim(nudged(NudgeKind.TIME, DAY, "i3")));
        turn(PRIYA, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY.plusDays(1), "i4")));
        turn(TOM, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "i5")));
        turn(NAMESAKE, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1")));
        turn(
                PRIYA,
                session -> assertThat(session.nudges())
                        .extracting(NudgeMessage::intent)
                        .containsExactlyInAnyOrder("i1", "i3", "i4"));
    }

    @Test
    void aNudgeComesBackAsItWasClaimedAnsweredAndShown() {
        NudgeMessage nudge = nudged(NudgeKind.CYCLE_END, DAY, "i1");
        turn(PRIYA, session -> {
            session.claim(nudge);
            session.send(message("i1", PRIYA, Purpose.NUDGE));
        });
        store.outbox()
                .sent(
                        message("i1", PRIYA, Purpose.NUDGE),
                        Optional.of(new Arrival(new MessageRef("D1", "m7"), new Stamp(7))));
        turn(
                PRIYA,
                session -> assertThat(session.nudge(new MessageRef("D1", "m7"))).contains(nudge));
        turn(
                TOM,
                session -> assertThat(session.nudge(new MessageRef("D1", "m7"))).isEmpty());

        turn(PRIYA, session -> session.answered(nudge));
        turn(PRIYA, session -> session.shows(nudge, "Done"));
        NudgeMessage after = look(PRIYA, session -> session.nudges().get(0));
        assertThat(after.sent().answered()).isTrue();
        assertThat(after.sent().subjects()).isEqualTo(nudge.sent().subjects());
        assertThat(after.shown()).isEqualTo("Done");
    }

    @Test
    void severalNudgesMayGoOutInOneMessage() {
        NudgeMessage actions = nudged(NudgeKind.ACTIONS, DAY, "i1");
        NudgeMessage time = nudged(NudgeKind.TIME, DAY, "i1");
        turn(PRIYA, session -> {
            session.claim(actions);
            session.claim(time);
            session.send(message("i1", PRIYA, Purpose.NUDGE));
        });
        store.outbox()
                .sent(
                        message("i1", PRIYA, Purpose.NUDGE),
                        Optional.of(new Arrival(new MessageRef("D1", "m7"), new Stamp(7))));
        turn(PRIYA, session -> session.answered(time));
        turn(
                PRIYA,
                session -> assertThat(session.nudge(new MessageRef("D1", "m7")))
                        .map(NudgeMessage::intent)
                        .contains("i1"));
        turn(
                PRIYA,
                session -> assertThat(session.nudges())
                        .extracting(nudge -> nudge.sent().answered())
                        .containsExactlyInAnyOrder(true, false));
    }

    @Test
    void aNudgeTakenBackMayBeClaimedAgain() {
        Intent intent = message("i1", PRIYA, Purpose.NUDGE);
        turn(PRIYA, session -> {
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1"));
            session.send(intent);
        });

        store.outbox().takeBack(intent, TUESDAY);

        assertThat(store.outbox().pending()).isEmpty();
        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 5, Set.of())).containsExactly(PRIYA);
        turn(PRIYA, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "i2")));
    }

    @Test
    void aNudgeThatStillWaitsIsTakenBackBeforeWhatIsDueIsWorkedOut() {
        turn(PRIYA, session -> {
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1"));
            session.send(message("i1", PRIYA, Purpose.NUDGE));
        });
        turn(PRIYA, session -> {
            session.takeBackWaitingNudges();
            assertThat(session.nudges()).isEmpty();
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i2"));
            session.claim(nudged(NudgeKind.TIME, DAY, "i2"));
            session.send(message("i2", PRIYA, Purpose.NUDGE));
        });

        assertThat(store.outbox().pending())
                .extracting(pending -> pending.intent().id())
                .containsExactly("i2");
        assertThat(look(PRIYA, RepSession::nudges))
                .extracting(NudgeMessage::intent)
                .containsExactly("i2", "i2");
    }

    @Test
    void aNudgeThatDidNotReachARepWhoIsGoneWaitsUntilTheyAreBack() {
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), MONDAY);
        Intent intent = message("i1", PRIYA, Purpose.NUDGE);
        turn(PRIYA, session -> {
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1"));
            session.send(intent);
        });

        store.outbox().gone(intent, "user_disabled");

        assertThat(store.outbox().pending()).isEmpty();
        turn(PRIYA, session -> assertThat(session.nudges()).isEmpty());
        turn(PRIYA, session -> assertThat(session.rep().gone()).isTrue());
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), TUESDAY);
        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 5, Set.of())).containsExactly(PRIYA);
    }

    @Test
    void aNudgeThatWaitsIsTakenBackWhenItsRepDoesSomething() {
        runAPlanWithAnActionDueOnTuesday(PRIYA);
        Intent waiting = message("i1", PRIYA, Purpose.NUDGE);
        Intent onItsWay = message("i2", PRIYA, Purpose.NUDGE);
        turn(PRIYA, session -> {
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1"));
            session.claim(nudged(NudgeKind.TIME, DAY, "i2"));
            session.send(waiting);
            session.send(onItsWay);
        });
        store.outbox().sending(onItsWay);

        turn(PRIYA, session -> session.write(ACME, List.of(new Entry(Kind.DONE, "action", 1, "", "", MONDAY))));

        assertThat(store.outbox().sending(waiting)).isFalse();
        assertThat(store.outbox().sending(onItsWay)).isTrue();
        turn(
                PRIYA,
                session -> assertThat(session.nudges())
                        .extracting(NudgeMessage::intent)
                        .containsExactly("i2"));
    }

    @Test
    void aNudgeThatWaitsIsTakenBackWhenItsRepTravels() {
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), MONDAY);
        Intent waiting = message("i1", PRIYA, Purpose.NUDGE);
        turn(PRIYA, session -> {
            session.claim(nudged(NudgeKind.ACTIONS, DAY, "i1"));
            session.send(waiting);
        });

        store.reps().save(new Rep(PRIYA, "Priya", ZoneId.of("Asia/Kolkata")), MONDAY);

        assertThat(store.outbox().sending(waiting)).isFalse();
    }

    // ── When a rep is looked at next ─────────────────────────────────────────────────────────────────────

    @Test
    void aRepIsLeasedFromTheirMomentOnAndByOneAtATime() {
        runAPlanWithAnActionDueOnTuesday(PRIYA);

        assertThat(store.wakeTimes().lease(TUESDAY_MORNING.minusMillis(1), MINUTE, 5, Set.of()))
                .isEmpty();
        assertThat(store.wakeTimes().lease(TUESDAY_MORNING, MINUTE, 5, Set.of()))
                .containsExactly(PRIYA);
        assertThat(store.wakeTimes().lease(TUESDAY_MORNING.plusSeconds(59), MINUTE, 5, Set.of()))
                .isEmpty();
        // Whoever had the lease is gone.
        assertThat(store.wakeTimes().lease(TUESDAY_MORNING.plusSeconds(60), MINUTE, 5, Set.of()))
                .containsExactly(PRIYA);
    }

    @Test
    void ofEachWorkspaceAsManyAreLeasedAsWereAskedFor() {
        for (int rep = 1; rep <= 5; rep++) {
            RepId one = new RepId("T1", "V" + rep);
            turn(one, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "due")));
            store.outbox().takeBack(message("due", one, Purpose.NUDGE), MONDAY.plusSeconds(rep));
        }
        turn(NAMESAKE, session -> session.claim(nudged(NudgeKind.ACTIONS, DAY, "due")));
        store.outbox().takeBack(message("due", NAMESAKE, Purpose.NUDGE), MONDAY.plusSeconds(9));

        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 2, Set.of()))
                .containsExactlyInAnyOrder(new RepId("T1", "V1"), new RepId("T1", "V2"), NAMESAKE);
        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 2, Set.of()))
                .containsExactlyInAnyOrder(new RepId("T1", "V3"), new RepId("T1", "V4"));
        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 2, Set.of("T1"))).isEmpty();
        assertThat(store.wakeTimes().lease(TUESDAY, MINUTE, 2, Set.of("T2"))).containsExactly(new RepId("T1", "V5"));
    }

    @Test
    void whatMovesTheMomentMovesItInTheSameTurn() {
        runAPlanWithAnActionDueOnTuesday(PRIYA);
        turn(PRIYA, session -> session.write(ACME, List.of(new Entry(Kind.DONE, "action", 1, "", "", MONDAY))));
        assertThat(store.wakeTimes().lease(TUESDAY_MORNING, MINUTE, 5, Set.of()))
                .isEmpty();

        turn(PRIYA, session -> session.write(ACME, List.of(new Entry(Kind.UNDONE, "action", 1, "", "", MONDAY))));
        turn(PRIYA, session -> session.keep(Preferences.NONE.withAwayUntil(Optional.of(LocalDate.of(2027, 3, 8)))));
        assertThat(store.wakeTimes().lease(TUESDAY_MORNING, MINUTE, 5, Set.of()))
                .isEmpty();
        assertThat(store.wakeTimes().lease(Instant.parse("2027-03-08T09:00:00Z"), MINUTE, 5, Set.of()))
                .containsExactly(PRIYA);
    }

    @Test
    void aRepWhoTravelsIsLookedAtAnew() {
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), MONDAY);
        runAPlanWithAnActionDueOnTuesday(PRIYA);

        store.reps().save(new Rep(PRIYA, "Priya Nair", ZoneOffset.UTC), MONDAY);
        assertThat(store.wakeTimes().lease(MONDAY, MINUTE, 5, Set.of())).isEmpty();
        store.reps().save(new Rep(PRIYA, "Priya Nair", ZoneId.of("Asia/Kolkata")), MONDAY);
        assertThat(store.wakeTimes().lease(MONDAY, MINUTE, 5, Set.of())).containsExactly(PRIYA);
    }

    private void runAPlanWithAnActionDueOnTuesday(RepId rep) {
        start(rep, ACME, "Acme");
        turn(
                rep,
                session -> session.write(
                        ACME,
                        List.of(
                                answer("action.what", 1, "Call Dana"),
                                answer("action.due", 1, "2027-03-02"),
                                new Entry(Kind.CYCLE_STARTED, "", 0, "2027-03-01", "", MONDAY))));
    }

    private static Entry answer(String question, int row, String value) {
        return new Entry(Kind.ANSWERED, question, row, value, value, MONDAY);
    }

    // ── Who sends what ───────────────────────────────────────────────────────────────────────────────────

    @Test
    void whatAStewardAtWorkIsToSendStaysWithIt() {
        Intent message = message("i1", PRIYA, Purpose.REPLY);
        turn(PRIYA, session -> session.send(message));
        try (Store other = open()) {
            other.outbox().alive(MONDAY);
            assertThat(other.outbox().adopt(MONDAY.plus(Duration.ofDays(1)))).isEmpty();
            assertThat(other.outbox().sending(message)).isFalse();
        }
        assertThat(store.outbox().sending(message)).isTrue();
    }

    @Test
    void whatAStewardLeftUnsentIsTakenOverByAnother() {
        Intent message = message("i1", PRIYA, Purpose.REPLY);
        turn(PRIYA, session -> session.send(message));
        store.close();
        store = open();

        assertThat(store.outbox().adopt(TUESDAY)).containsExactly(new Pending(message, false, MONDAY));
        assertThat(store.outbox().adopt(TUESDAY)).isEmpty();
        assertThat(store.outbox().sending(message)).isTrue();
    }

    @Test
    void aStewardOnAnotherMachineIsGoneOnceItHasBeenSilentForLong() {
        Intent message = message("i1", PRIYA, Purpose.REPLY);
        turn(PRIYA, session -> session.send(message));
        outside().useHandle(sql -> {
            sql.execute("update intent set worker = 'elsewhere 1 2 three'");
            sql.execute("insert into worker (name, alive_at) values ('elsewhere 1 2 three', ?)", MONDAY.toEpochMilli());
        });

        assertThat(store.outbox().adopt(MONDAY.plusSeconds(59))).isEmpty();
        assertThat(store.outbox().adopt(MONDAY.plusSeconds(60))).hasSize(1);
    }

    private static NudgeMessage nudged(NudgeKind kind, LocalDate day, String intent) {
        List<Subject> subjects = List.of(new Subject(ACME, 1), new Subject(BOREALIS, 0));
        return new NudgeMessage(new SentNudge(kind, day, MONDAY, subjects, false), intent, "What it shows");
    }

    private static Intent message(String id, RepId rep, Purpose purpose) {
        return new Intent(id, rep, purpose, About.NOTHING, "{}");
    }
}
