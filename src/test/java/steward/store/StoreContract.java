package steward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import steward.conversation.session.RepSession;
import steward.message.About;
import steward.message.Intent;
import steward.message.MessageRef;
import steward.message.Outbox.Arrival;
import steward.message.Outbox.Pending;
import steward.message.Purpose;
import steward.message.SideQuestion;
import steward.message.Stamp;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.Preferences;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps.Known;
import steward.rep.WorkingWeek;

/** What every store must do, whatever database it is in. */
abstract class StoreContract extends StoreFixture {

    @Test
    void aDeliveryIsTakenOnce() {
        assertThat(store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> "first"))
                .contains("first");
        assertThat(store.sessions().take(PRIYA, "D1:1.0", TUESDAY, session -> "again"))
                .isEmpty();
        assertThat(store.sessions().take(PRIYA, "D1:2.0", TUESDAY, session -> "other"))
                .contains("other");
    }

    @Test
    void anotherWorkspaceMaySendADeliveryOfTheSameName() {
        assertThat(store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> 1)).isPresent();
        assertThat(store.sessions().take(NAMESAKE, "D1:1.0", MONDAY, session -> 1))
                .isPresent();
    }

    @Test
    void aPlanInMemoryIsReadOnWhereAnotherProcessWrote() {
        start(PRIYA, ACME, "Acme");
        write("D1:1.0", ACME, entry(Kind.PAUSED));
        try (Store other = open()) {
            other.sessions().take(PRIYA, "D1:2.0", TUESDAY, session -> {
                session.write(ACME, List.of(entry(Kind.RESUMED)));
                return true;
            });
            assertThat(look(PRIYA, RepSession::plans)).hasSize(1);
            assertThat(plan(PRIYA, ACME).orElseThrow().entries())
                    .extracting(Entry::kind)
                    .containsExactly(Kind.PAUSED, Kind.RESUMED);
        }
    }

    @Test
    void whatIsTakenBackIsNotInMemoryEither() {
        start(PRIYA, ACME, "Acme");
        write("D1:1.0", ACME, entry(Kind.PAUSED));
        assertThatThrownBy(() -> store.sessions().take(PRIYA, "D1:2.0", TUESDAY, session -> {
                    session.write(ACME, List.of(entry(Kind.RESUMED)));
                    assertThat(session.plan(ACME).orElseThrow().entries()).hasSize(2);
                    throw new IllegalStateException("The turn fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(plan(PRIYA, ACME).orElseThrow().entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.PAUSED);
    }

    @Test
    void whatADeliveryWroteIsFoundByPlanWithWhatItsEditsWrote() {
        start(PRIYA, ACME, "Acme");
        start(PRIYA, BOREALIS, "Borealis");
        store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> {
            session.write(ACME, List.of(entry(Kind.PAUSED)));
            session.write(BOREALIS, List.of(entry(Kind.PAUSED)));
            return true;
        });
        store.sessions().take(PRIYA, "D1:1.0 edited 2.0", TUESDAY, session -> {
            session.write(ACME, List.of(entry(Kind.RESUMED)));
            return true;
        });
        store.sessions().take(PRIYA, "D1:1.01", TUESDAY, session -> {
            session.write(ACME, List.of(entry(Kind.PAUSED)));
            return true;
        });
        List<RepSession.Written> priyas = look(PRIYA, session -> session.written("D1:1.0"));
        List<RepSession.Written> toms = look(TOM, session -> session.written("D1:1.0"));
        List<RepSession.Written> none = look(PRIYA, session -> session.written("D1:9.9"));
        assertThat(priyas)
                .extracting(
                        RepSession.Written::plan, written -> written.entries().size())
                .containsExactly(tuple(ACME, 2), tuple(BOREALIS, 1));
        assertThat(toms).isEmpty();
        assertThat(none).isEmpty();
    }

    @Test
    void whatARepWasAskedBesideTheWorksheetStandsUntilSomethingElseIs() {
        SideQuestion howLong = SideQuestion.value(
                        new About(ACME.text(), "action.took", 3), "/actions time 3", "It took that long")
                .and(SideQuestion.words(new About(ACME.text(), "action.what", 0), "/actions add", "Next"));
        SideQuestion which = SideQuestion.which(List.of(
                new SideQuestion.Option(1, "Dana\tWu", ACME.text(), "remove user 1"),
                new SideQuestion.Option(2, "", "", "/plan new Acme")));
        assertThat(look(PRIYA, RepSession::askedBeside)).isEmpty();
        askBeside("D1:1.0", Optional.of(howLong));
        assertThat(look(PRIYA, RepSession::askedBeside)).contains(howLong);
        assertThat(look(TOM, RepSession::askedBeside)).isEmpty();
        askBeside("D1:2.0", Optional.of(which));
        assertThat(look(PRIYA, RepSession::askedBeside))
                .map(SideQuestion::options)
                .hasValueSatisfying(options -> assertThat(options)
                        .extracting(SideQuestion.Option::name)
                        .containsExactly("Dana Wu", ""));
        askBeside("D1:3.0", Optional.empty());
        assertThat(look(PRIYA, RepSession::askedBeside)).isEmpty();
    }

    @Test
    void aDeletedPlanIsNowhereUntilThatIsTakenBack() {
        start(PRIYA, ACME, "Acme");
        start(PRIYA, BOREALIS, "Borealis");
        write("D1:1.0", ACME, new Entry(Kind.RENAMED, "", 0, "Acme Glass", "Acme", MONDAY));
        assertThat(look(PRIYA, RepSession::plans)).extracting(PlanCard::account).contains("Acme Glass", "Borealis");
        assertThat(plan(PRIYA, ACME).orElseThrow().account()).isEqualTo("Acme Glass");
        write("D1:2.0", ACME, entry(Kind.DELETED));
        assertThat(look(PRIYA, RepSession::plans)).extracting(PlanCard::id).containsExactly(BOREALIS);
        assertThat(plan(PRIYA, ACME)).isEmpty();
        assertThat(look(PRIYA, RepSession::deletedPlans)).extracting(Plan::id).containsExactly(ACME);
        assertThat(look(TOM, RepSession::deletedPlans)).isEmpty();
        write("D1:3.0", ACME, entry(Kind.UNDELETED));
        assertThat(plan(PRIYA, ACME)).isPresent();
        write("D1:4.0", ACME, entry(Kind.DELETED));
        assertThat(look(PRIYA, RepSession::plans)).extracting(PlanCard::id).containsExactly(BOREALIS);
    }

    private void write(String delivery, PlanId plan, Entry entry) {
        store.sessions().take(PRIYA, delivery, MONDAY, session -> {
            session.write(plan, List.of(entry));
            return true;
        });
    }

    private void askBeside(String delivery, Optional<SideQuestion> question) {
        store.sessions().take(PRIYA, delivery, MONDAY, session -> {
            session.askBeside(question);
            return session.askedBeside();
        });
    }

    @Test
    void aDeliveryBroughtByManyAtOnceIsTakenByOne() throws Exception {
        start(PRIYA, ACME, "Acme");
        AtomicInteger turns = new AtomicInteger();
        List<Optional<Boolean>> taken = atOnce(
                8,
                () -> store.sessions().take(PRIYA, "same", MONDAY, session -> {
                    turns.incrementAndGet();
                    session.write(ACME, List.of(entry(Kind.PAUSED)));
                    return true;
                }));
        assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(turns).hasValue(1);
        assertThat(plan(PRIYA, ACME).orElseThrow().entries()).hasSize(1);
    }

    @Test
    void manyAtOnceAllGetTheirTurnAndNoEntryIsLost() throws Exception {
        start(PRIYA, ACME, "Acme");
        AtomicInteger names = new AtomicInteger();
        atOnce(
                8,
                () -> store.sessions().take(PRIYA, "own " + names.incrementAndGet(), MONDAY, session -> {
                    assertThat(session.plan(ACME)).isPresent();
                    session.write(ACME, List.of(entry(Kind.PAUSED), entry(Kind.RESUMED)));
                    return true;
                }));
        assertThat(plan(PRIYA, ACME).orElseThrow().entries()).hasSize(16);
    }

    @Test
    void aTurnThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> store.sessions().take(PRIYA, "unlucky", MONDAY, session -> {
                    session.start(ACME, "Acme", 2027, MONDAY);
                    session.write(ACME, List.of(entry(Kind.PAUSED)));
                    session.send(question("i1", PRIYA, ACME, "mission", 0));
                    throw new IllegalStateException("out of luck");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("out of luck");
        assertThat(plan(PRIYA, ACME)).isEmpty();
        assertThat(store.outbox().pending()).isEmpty();
        assertThat(store.sessions().take(PRIYA, "unlucky", MONDAY, session -> "now it works"))
                .contains("now it works");
    }

    @Test
    void aPlanIsItsJournalInOrder() {
        start(PRIYA, ACME, "Acme");
        List<Entry> first = List.of(entry(Kind.PAUSED), entry(Kind.RESUMED));
        List<Entry> second =
                List.of(new Entry(Kind.CYCLE_STARTED, "", 0, "2027-03-01", "yes, \"go\" <now> 🎉", TUESDAY));
        turn(PRIYA, session -> session.write(ACME, first));
        turn(PRIYA, session -> {
            session.write(ACME, second);
            assertThat(session.plan(ACME).orElseThrow().entries()).hasSize(3);
            session.write(ACME, List.of());
        });
        Plan plan = plan(PRIYA, ACME).orElseThrow();
        assertThat(plan.entries()).startsWith(first.toArray(Entry[]::new)).endsWith(second.toArray(Entry[]::new));
        assertThat(plan.account()).isEqualTo("Acme");
        assertThat(plan.year()).isEqualTo(2027);
        assertThat(plan.owner()).isEqualTo(PRIYA);
        assertThat(plan.cycleStart()).contains(LocalDate.parse("2027-03-01"));
    }

    @Test
    void nobodyElsesPlanCanBeReached() {
        start(PRIYA, ACME, "Acme");
        for (RepId other : List.of(TOM, NAMESAKE)) {
            assertThat(plan(other, ACME)).isEmpty();
            assertThat(plans(other)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> turn(other, session -> session.write(ACME, List.of(entry(Kind.CLOSED)))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> turn(other, session -> session.send(question("i", PRIYA, ACME, "mission", 0))));
        }
        assertThat(plan(PRIYA, ACME).orElseThrow().entries()).isEmpty();
    }

    @Test
    void plansAreListedLastTouchedFirst() {
        start(PRIYA, ACME, "Acme");
        turn(PRIYA, session -> session.start(BOREALIS, "Borealis", 2028, TUESDAY));
        assertThat(plans(PRIYA))
                .containsExactly(
                        new PlanCard(BOREALIS, "Borealis", 2028, Status.DRAFT, TUESDAY),
                        new PlanCard(ACME, "Acme", 2027, Status.DRAFT, MONDAY));
        Instant wednesday = TUESDAY.plusSeconds(86_400);
        turn(PRIYA, session -> session.write(ACME, List.of(new Entry(Kind.PAUSED, "", 0, "", "wait", wednesday))));
        assertThat(plans(PRIYA)).extracting(PlanCard::id).containsExactly(ACME, BOREALIS);
        assertThat(plans(PRIYA)).extracting(PlanCard::updatedAt).containsExactly(wednesday, TUESDAY);
    }

    @Test
    void aListedPlanStandsAsThePlanItselfDoes() {
        start(PRIYA, ACME, "Acme");
        List<Entry> life = List.of(
                entry(Kind.PAUSED),
                entry(Kind.RESUMED),
                entry(Kind.CLOSED),
                entry(Kind.RESUMED),
                new Entry(Kind.CYCLE_STARTED, "", 0, "2027-03-01", "", MONDAY),
                entry(Kind.CLOSED),
                entry(Kind.RESUMED),
                new Entry(Kind.CYCLE_STARTED, "", 0, "2027-05-30", "", MONDAY),
                entry(Kind.CLOSED));
        List<Status> listed = new ArrayList<>();
        List<Status> itself = new ArrayList<>();
        for (Entry entry : life) {
            turn(PRIYA, session -> session.write(ACME, List.of(entry)));
            listed.add(plans(PRIYA).get(0).status());
            itself.add(plan(PRIYA, ACME).orElseThrow().status());
        }
        assertThat(listed).isEqualTo(itself).contains(Status.DRAFT, Status.RUNNING, Status.CLOSED);
    }

    @Test
    void thePlanAskedAboutLastIsThatOfTheNewestQuestion() {
        assertThat(current(PRIYA)).isEmpty();
        turn(PRIYA, session -> {
            session.send(question("i1", PRIYA, ACME, "mission", 0));
            session.send(question("i2", PRIYA, BOREALIS, "mission", 0));
            session.send(new Intent("i3", PRIYA, Purpose.REPLY, About.plan("acme"), "Noted."));
        });
        turn(TOM, session -> session.send(question("i4", TOM, new PlanId("toms"), "mission", 0)));
        assertThat(current(PRIYA)).contains(BOREALIS);
        assertThat(current(NAMESAKE)).isEmpty();
    }

    @Test
    void aMessageIsFoundByWhenItArrived() {
        Intent question = question("i1", PRIYA, ACME, "coach.name", 2);
        MessageRef message = new MessageRef("D1", "1790000000.000001");
        Stamp stamp = new Stamp(1_790_000_000_000_001L);
        Arrival arrival = new Arrival(message, stamp);
        turn(PRIYA, session -> {
            session.send(question);
            assertThat(session.arrived("i1")).isEmpty();
        });
        store.outbox().sent(question, Optional.of(arrival));
        turn(PRIYA, session -> {
            assertThat(session.arrived("i1")).contains(stamp);
            assertThat(session.about(message)).contains(new About("acme", "coach.name", 2));
            assertThat(session.about(new MessageRef("D1", "5.000000"))).isEmpty();
            assertThat(session.about(new MessageRef("D2", message.id()))).isEmpty();
            assertThat(session.arrived("i2")).isEmpty();
        });
        turn(TOM, session -> {
            assertThat(session.arrived("i1")).isEmpty();
            assertThat(session.about(message)).isEmpty();
        });
        assertThat(store.outbox().arrival(PRIYA, "i1")).contains(arrival);
        assertThat(store.outbox().arrival(TOM, "i1")).isEmpty();
    }

    @Test
    void aMessageWaitsThenIsInDoubtThenSentOrRefused() {
        Intent first = question("i1", PRIYA, ACME, "mission", 0);
        Intent second = new Intent("i0", NAMESAKE, Purpose.REPLY, About.NOTHING, "Three actions are due.");
        Intent third = new Intent("i2", PRIYA, Purpose.REPLY, About.NOTHING, "Noted.");
        turn(PRIYA, session -> session.send(first));
        turn(NAMESAKE, session -> session.send(second));
        turn(PRIYA, session -> session.send(third));
        assertThat(store.outbox().pending())
                .containsExactly(
                        new Pending(first, false, MONDAY),
                        new Pending(second, false, MONDAY),
                        new Pending(third, false, MONDAY));

        store.outbox().sending(second);
        store.outbox().sending(first);
        assertThat(store.outbox().pending())
                .containsExactly(
                        new Pending(first, true, MONDAY),
                        new Pending(second, true, MONDAY),
                        new Pending(third, false, MONDAY));

        store.outbox().sent(first, Optional.of(new Arrival(new MessageRef("D1", "m1"), new Stamp(1))));
        store.outbox().refused(second, "channel_not_found");
        assertThat(store.outbox().pending()).containsExactly(new Pending(third, false, MONDAY));
    }

    @Test
    void whatHasArrivedStaysSo() {
        Intent message = question("i1", PRIYA, ACME, "mission", 0);
        turn(PRIYA, session -> session.send(message));
        store.outbox().sent(message, Optional.of(new Arrival(new MessageRef("D1", "m7"), new Stamp(7))));
        store.outbox().sending(message);
        store.outbox().refused(message, "too late");
        assertThat(store.outbox().pending()).isEmpty();
        assertThat(store.outbox().arrival(PRIYA, "i1")).contains(new Arrival(new MessageRef("D1", "m7"), new Stamp(7)));
    }

    @Test
    void whatWasNotTakenWaitsAgain() {
        Intent message = question("i1", PRIYA, ACME, "mission", 0);
        turn(PRIYA, session -> session.send(message));
        store.outbox().sending(message);
        store.outbox().notSent(message);
        assertThat(store.outbox().pending()).containsExactly(new Pending(message, false, MONDAY));

        store.outbox().sent(message, Optional.of(new Arrival(new MessageRef("D1", "m7"), new Stamp(7))));
        store.outbox().notSent(message);
        assertThat(store.outbox().pending()).isEmpty();
    }

    @Test
    void aMessageMayHaveArrivedNobodyKnowsWhen() {
        Intent message = question("i1", PRIYA, ACME, "mission", 0);
        turn(PRIYA, session -> session.send(message));
        store.outbox().sending(message);
        store.outbox().sent(message, Optional.empty());
        assertThat(store.outbox().pending()).isEmpty();
        assertThat(store.outbox().arrival(PRIYA, "i1")).isEmpty();
        turn(PRIYA, session -> assertThat(session.arrived("i1")).isEmpty());
    }

    @Test
    void aRepIsKnownOnceTheirProfileIs() {
        Rep priya = new Rep(PRIYA, "Priya Nair", ZoneId.of("America/Chicago"));
        turn(PRIYA, session -> assertThat(session.rep()).isEqualTo(new Rep(PRIYA, "", ZoneOffset.UTC)));
        store.outbox().room(PRIYA, "D1");
        assertThat(store.reps().known(PRIYA)).isEmpty();

        store.reps().save(new Rep(PRIYA, "Pria", ZoneOffset.UTC), MONDAY);
        store.reps().save(priya, TUESDAY);
        assertThat(store.reps().known(PRIYA)).contains(new Known(priya, TUESDAY));
        assertThat(store.reps().known(NAMESAKE)).isEmpty();
        turn(PRIYA, session -> assertThat(session.rep()).isEqualTo(priya));
        assertThat(store.outbox().room(PRIYA)).contains("D1");
    }

    @Test
    void whatARepSaysOfHowTheyWorkIsKept() {
        Preferences some = Preferences.NONE
                .withBreakEven(Optional.of(45_00L))
                .withWeek(new WorkingWeek(
                        EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.TUESDAY), LocalTime.of(7, 30), LocalTime.of(23, 59)))
                .withMuted(Set.of("time", "actions"))
                .withAwayUntil(Optional.of(LocalDate.parse("2028-02-29")))
                .withFiscalYearEnd(Optional.of(Month.MARCH));
        turn(PRIYA, session -> {
            session.keep(some);
            assertThat(session.rep().preferences()).isEqualTo(some);
        });
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), MONDAY);
        turn(PRIYA, session -> assertThat(session.rep().preferences()).isEqualTo(some));
        assertThat(store.reps().known(PRIYA).orElseThrow().rep().preferences()).isEqualTo(some);
        turn(NAMESAKE, session -> assertThat(session.rep().preferences()).isEqualTo(Preferences.NONE));

        Preferences back = some.withAwayUntil(Optional.empty()).withMuted(Set.of());
        turn(PRIYA, session -> session.keep(back));
        turn(PRIYA, session -> assertThat(session.rep().preferences()).isEqualTo(back));
    }

    @Test
    void aRepMayGoAndComeBack() {
        Rep gone = new Rep(PRIYA, "Priya", ZoneOffset.UTC, Preferences.NONE, true);
        store.reps().save(gone, MONDAY);
        assertThat(store.reps().known(PRIYA)).contains(new Known(gone, MONDAY));
        turn(PRIYA, session -> session.keep(Preferences.NONE.withBreakEven(Optional.of(1L))));
        turn(PRIYA, session -> assertThat(session.rep().gone()).isTrue());

        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), TUESDAY);
        turn(PRIYA, session -> assertThat(session.rep().gone()).isFalse());
    }

    @Test
    void theRoomOfARepIsKept() {
        assertThat(store.outbox().room(PRIYA)).isEmpty();
        store.reps().save(new Rep(PRIYA, "Priya", ZoneOffset.UTC), MONDAY);
        assertThat(store.outbox().room(PRIYA)).isEmpty();
        store.outbox().room(PRIYA, "D1");
        store.outbox().room(PRIYA, "D2");
        assertThat(store.outbox().room(PRIYA)).contains("D2");
        assertThat(store.outbox().room(NAMESAKE)).isEmpty();

        store.outbox().forgetRoom(PRIYA, "D1");
        assertThat(store.outbox().room(PRIYA)).contains("D2");
        store.outbox().forgetRoom(NAMESAKE, "D2");
        store.outbox().forgetRoom(PRIYA, "D2");
        assertThat(store.outbox().room(PRIYA)).isEmpty();
        assertThat(store.reps().known(PRIYA)).isPresent();
    }

    @Test
    void closingAndOpeningAgainLosesNothing() {
        start(PRIYA, ACME, "Acme");
        Intent question = question("i1", PRIYA, ACME, "mission", 0);
        store.sessions().take(PRIYA, "D1:1.0", MONDAY, session -> {
            session.write(ACME, List.of(entry(Kind.PAUSED)));
            session.send(question);
            return true;
        });
        store.close();
        store = open();
        assertThat(store.sessions().take(PRIYA, "D1:1.0", TUESDAY, session -> "again"))
                .isEmpty();
        assertThat(plan(PRIYA, ACME).orElseThrow().entries()).containsExactly(entry(Kind.PAUSED));
        assertThat(store.outbox().pending()).containsExactly(new Pending(question, false, MONDAY));
        assertThat(current(PRIYA)).contains(ACME);
    }

    @Test
    void whatItselfIsToSendIsKnownOnceItIsOld() {
        Intent reply = new Intent("r1", PRIYA, Purpose.REPLY, About.NOTHING, "hello");
        turn(PRIYA, session -> session.send(reply));

        assertThat(store.outbox().own(MONDAY)).isEmpty();
        assertThat(store.outbox().own(MONDAY.plusMillis(1))).containsExactly(new Pending(reply, false, MONDAY));
        store.outbox().sent(reply, Optional.empty());
        assertThat(store.outbox().own(TUESDAY)).isEmpty();
    }

    @Test
    void howItDoesIsKnownFromMemory() {
        assertThat(store.health().isWell()).isTrue();
        whileDamaged(() -> {
            store.look();
            assertThat(store.health().isWell()).isFalse();
            assertThat(store.health().facts()).contains("store: it does not answer");
        });
        store.look();
        assertThat(store.health().isWell()).isTrue();
    }

    private void whileDamaged(Runnable then) {
        outside().useHandle(sql -> sql.execute("alter table worker rename to gone"));
        then.run();
        outside().useHandle(sql -> sql.execute("alter table gone rename to worker"));
    }

    @Test
    void isReadyUntilItIsClosed() {
        assertThat(store.isReady()).isTrue();
        store.close();
        assertThat(store.isReady()).isFalse();
    }

    @Test
    void isNotReadyWhereTheDatabaseFails() {
        whileDamaged(() -> assertThat(store.isReady()).isFalse());
    }

    @Test
    void aLookAtADeskLeavesNoTrace() {
        start(PRIYA, ACME, "Acme");
        int deliveries = count("delivery");

        List<PlanCard> plans = store.sessions().look(PRIYA, MONDAY, RepSession::plans);
        assertThat(plans).hasSize(1);
        Optional<Plan> others = store.sessions().look(TOM, MONDAY, session -> session.plan(ACME));
        assertThat(others).isEmpty();
        assertThat(count("delivery")).isEqualTo(deliveries);
    }

    private int count(String table) {
        return outside()
                .withHandle(sql -> sql.createQuery("select count(*) from " + table)
                        .mapTo(int.class)
                        .one());
    }

    @Test
    void itIsKnownWhoLooksAtTheirHomeTab() {
        assertThat(store.reps().seesHome(PRIYA)).isFalse();
        store.reps().lookedAtHome(PRIYA);
        store.reps().lookedAtHome(PRIYA);
        store.reps().save(new Rep(PRIYA, "Priya Rao", ZoneId.of("America/Chicago")), MONDAY);

        assertThat(store.reps().seesHome(PRIYA)).isTrue();
        assertThat(store.reps().seesHome(TOM)).isFalse();
        assertThat(store.outbox().room(PRIYA)).isEmpty();
    }

    @Test
    void anEntryNeverChanges() {
        start(PRIYA, ACME, "Acme");
        turn(PRIYA, session -> session.write(ACME, List.of(entry(Kind.PAUSED))));
        Jdbi outside = outside();
        assertThatThrownBy(() -> outside.useHandle(sql -> sql.execute("update entry set value = 'forged'")))
                .hasMessageContaining("an entry never changes");
        assertThatThrownBy(() -> outside.useHandle(sql -> sql.execute("delete from entry")))
                .hasMessageContaining("an entry never goes");
    }

    private Optional<Plan> plan(RepId rep, PlanId id) {
        return look(rep, session -> session.plan(id));
    }

    private List<PlanCard> plans(RepId rep) {
        return look(rep, RepSession::plans);
    }

    private Optional<PlanId> current(RepId rep) {
        return look(rep, RepSession::current);
    }

    private static Entry entry(Kind kind) {
        return new Entry(kind, "", 0, "", "", MONDAY);
    }

    private static Intent question(String id, RepId rep, PlanId plan, String key, int row) {
        return new Intent(id, rep, Purpose.QUESTION, new About(plan.text(), key, row), "{\"text\":\"?\"}");
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
