package steward.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import steward.conversation.session.ExpiredRecords;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanId;
import steward.store.StoreFixture;

/** What every store lets go of once nothing needs it any more, and what it keeps. */
abstract class RetentionContract extends StoreFixture {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Instant IN_A_MONTH = MONDAY.plus(ExpiredRecords.DELIVERIES_KEPT);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void aDeliveryIsKnownForThirtyDaysAndWhatItWroteIsFoundByItsNameForGood() {
        start(PRIYA, ACME, "Acme");
        take("message 1", session -> session.write(ACME, List.of(entry(Kind.PAUSED))));
        take("welcome U1", session -> {});

        purge(IN_A_MONTH.minus(A_DAY));
        assertThat(isTakenAgain("message 1")).isFalse();
        purge(IN_A_MONTH.plus(A_DAY));
        assertThat(isTakenAgain("welcome U1")).isFalse();
        assertThat(isTakenAgain("message 1")).isTrue();
        List<RepSession.Written> written = look(PRIYA, session -> session.written("message 1"));
        assertThat(written).extracting(RepSession.Written::plan).containsExactly(ACME);
    }

    @Test
    void manyGoInSmallSteps() {
        outside().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into delivery (team_id, key, at) values (?, ?, ?)");
            for (int i = 0; i < 5_000; i++) {
                boolean old = i % 3 == 0;
                batch.add("T" + i % 7, "message " + i, (old ? MONDAY : IN_A_MONTH).toEpochMilli());
            }
            batch.execute();
        });
        ExpiredRecords records = store.expiredRecords();
        int before = count("delivery");
        for (boolean more = true; more; ) {
            more = records.purgeSome(IN_A_MONTH.plus(A_DAY));
            int after = count("delivery");
            assertThat(before - after).isLessThanOrEqualTo(500);
            before = after;
        }
        assertThat(before).isEqualTo(3_333);
        purge(IN_A_MONTH.plus(A_DAY));
        assertThat(count("delivery")).as("there was no more to let go").isEqualTo(3_333);
    }

    @Test
    void ofWhatWasSentThePlaceStaysAndWhatWasRefusedGoes() {
        turn(PRIYA, session -> {
            session.send(message("sent", Purpose.REPLY));
            session.send(message("refused", Purpose.REPLY));
            session.send(message("question", Purpose.QUESTION));
            session.send(message("waiting", Purpose.REPLY));
        });
        MessageRef place = new MessageRef("D1", "m7");
        store.outbox().sent(message("sent", Purpose.REPLY), Optional.of(new Arrival(place, new Stamp(7))));
        store.outbox().refused(message("refused", Purpose.REPLY), "msg_too_long");
        store.outbox().refused(message("question", Purpose.QUESTION), "msg_too_long");

        purge(IN_A_MONTH.minus(A_DAY));
        assertThat(texts("intent_id", "intent")).contains("refused");
        purge(IN_A_MONTH.plus(A_DAY));
        assertThat(texts("intent_id || ': ' || body", "intent"))
                .containsExactlyInAnyOrder("sent: ", "question: ", "waiting: words");
        assertThat(store.outbox().arrival(PRIYA, "sent").map(Arrival::message)).contains(place);
    }

    @Test
    void nudgesAboutPlansThatAreClosedOrGoneGoAndOthersStay() {
        start(PRIYA, ACME, "Acme");
        start(PRIYA, BOREALIS, "Borealis");
        PlanId gone = new PlanId("gone");
        turn(PRIYA, session -> {
            session.claim(nudge(NudgeKind.ACTIONS, DAY, "closed", ACME, gone));
            session.claim(nudge(NudgeKind.TIME, DAY, "one of both", ACME, BOREALIS));
            session.claim(nudge(NudgeKind.IDLE, DAY, "gone", gone));
            session.claim(nudge(NudgeKind.ACTIONS, DAY.plusDays(20), "closed, and lately", ACME));
            session.write(ACME, List.of(entry(Kind.CLOSED)));
        });
        turn(NAMESAKE, session -> session.claim(nudge(NudgeKind.IDLE, DAY, "of another", gone)));

        purge(IN_A_MONTH.minus(A_DAY));
        assertThat(count("nudge")).isEqualTo(5);
        purge(IN_A_MONTH.plus(A_DAY));
        assertThat(texts("intent_id", "nudge")).containsExactlyInAnyOrder("one of both", "closed, and lately");
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.RESUMED))));
        purge(IN_A_MONTH.plus(Duration.ofDays(60)));
        assertThat(texts("intent_id", "nudge"))
                .as("the plan is open again")
                .containsExactlyInAnyOrder("one of both", "closed, and lately");
    }

    @Test
    void ofThousandsAboutPlansThatAreOpenTheNewestStay() {
        start(PRIYA, ACME, "Acme");
        turn(PRIYA, session -> {
            for (int day = 0; day < 1_100; day++) {
                session.claim(nudge(NudgeKind.ACTIONS, DAY.plusDays(day), "i" + day, ACME));
            }
        });
        purge(MONDAY.plus(Duration.ofDays(1_100)));
        assertThat(texts("intent_id", "nudge"))
                .hasSize(1_000)
                .contains("i1099", "i100")
                .doesNotContain("i99");
    }

    @Test
    void finishedHandshakesGo() {
        outside().useHandle(handle -> {
            handle.execute("insert into used_state (id, ends_at) values ('over', ?)", MONDAY.toEpochMilli());
            handle.execute("insert into used_state (id, ends_at) values ('fresh', ?)", IN_A_MONTH.toEpochMilli());
        });
        purge(IN_A_MONTH);
        assertThat(texts("id", "used_state")).containsExactly("fresh");
    }

    private void purge(Instant now) {
        ExpiredRecords records = store.expiredRecords();
        for (boolean more = true; more; ) {
            more = records.purgeSome(now);
        }
    }

    private void take(String delivery, Consumer<RepSession> turn) {
        store.sessions().take(PRIYA, delivery, MONDAY, session -> {
            turn.accept(session);
            return session;
        });
    }

    private boolean isTakenAgain(String delivery) {
        return store.sessions()
                .take(PRIYA, delivery, MONDAY, session -> session)
                .isPresent();
    }

    private static Entry entry(Kind kind) {
        return new Entry(kind, "", 0, "", "", MONDAY);
    }

    private static Intent message(String id, Purpose purpose) {
        return new Intent(id, PRIYA, purpose, About.NOTHING, "words", Optional.empty());
    }

    private static NudgeMessage nudge(NudgeKind kind, LocalDate day, String intent, PlanId... about) {
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        List<Subject> subjects =
                List.of(about).stream().map(plan -> new Subject(plan, 1)).toList();
        return new NudgeMessage(new SentNudge(kind, day, at, subjects, false), intent, "shown");
    }

    private int count(String table) {
        return texts("1", table).size();
    }

    private List<String> texts(String column, String table) {
        return outside()
                .withHandle(handle -> handle.createQuery("select " + column + " from " + table)
                        .mapTo(String.class)
                        .list());
    }
}
