package steward.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import steward.nudges.Oracle.ActionFacts;
import steward.nudges.Oracle.LoggedFacts;
import steward.nudges.Oracle.OpportunityFacts;
import steward.nudges.Oracle.PlanFacts;
import steward.rep.WorkingWeek;

/** A rep who does anything at any time. Whatever they do is written into their plans, and told to the oracle. */
final class BusyRep {

    private static final List<NudgeKind> KINDS = List.of(NudgeKind.values());
    private static final int PLANS_MAX = 6;
    private static final int ROWS_MAX = 8;

    private final Random random;
    final RepLife life;
    final Oracle oracle;

    BusyRep(Random random, String zone, LocalDate start) {
        this.random = random;
        this.life = new RepLife(zone, start + "T12:00");
        this.oracle = new Oracle(ZoneId.of(zone));
        Instant begin = life.now();
        for (int plan = random.nextInt(3); plan >= 0; plan--) {
            life.nowIs(begin.minus(Duration.ofDays(random.nextInt(85))));
            startDraft();
            begin();
        }
        life.nowIs(begin);
        changeWeek();
    }

    /** Does one thing or another. */
    void act() {
        switch (random.nextInt(24)) {
            case 0 -> startDraft();
            case 1 -> begin();
            case 2, 3, 4 -> onSome(PlanFacts::isRunning, (name, plan) -> addAction(name, plan));
            case 5 -> onSome(PlanFacts::isRunning, (name, plan) -> addOpportunity(name, plan));
            case 6, 7, 8, 9 ->
                onAction((name, row) -> {
                    life.done(name, row);
                    plan(name).stopped = life.now();
                    action(name, row).open = false;
                });
            case 10 ->
                onAction((name, row) -> {
                    life.dropped(name, row);
                    plan(name).stopped = life.now();
                    action(name, row).open = false;
                });
            case 11 ->
                onAction((name, row) -> {
                    life.undone(name, row);
                    action(name, row).open = true;
                });
            case 12 -> onAction(this::moveAction);
            case 13 ->
                onAction((name, row) -> {
                    LocalDate until = soon(7);
                    life.snooze(name, row, until.toString());
                    action(name, row).snooze = until;
                });
            case 14 -> onOpportunity(this::moveOpportunity);
            case 15 ->
                onOpportunity((name, row) -> {
                    if (random.nextBoolean()) {
                        life.won(name, row);
                    } else {
                        life.lost(name, row);
                    }
                    opportunity(name, row).open = false;
                });
            case 16 ->
                onSome(plan -> !plan.closed, (name, plan) -> {
                    life.pause(name);
                    plan.paused = true;
                });
            case 17 ->
                onSome(plan -> !plan.closed, (name, plan) -> {
                    life.resume(name);
                    plan.paused = false;
                });
            case 18 -> logOrAnswer();
            case 19 ->
                onSome(plan -> random.nextInt(4) == 0, (name, plan) -> {
                    life.close(name);
                    plan.closed = true;
                });
            case 20 -> nextCycles();
            case 21 -> goAway();
            case 22 -> settings();
            default -> travel();
        }
    }

    private void startDraft() {
        if (oracle.plans.size() < PLANS_MAX) {
            String name = "plan" + oracle.plans.size();
            PlanFacts plan = new PlanFacts();
            oracle.plans.put(name, plan);
            if (random.nextBoolean()) {
                life.draft(name);
            } else {
                life.started(name);
            }
            plan.touched = life.now();
            for (int rows = random.nextInt(3); rows >= 0; rows--) {
                addAction(name, plan);
                addOpportunity(name, plan);
            }
        }
    }

    private void begin() {
        onSome(PlanFacts::isDraft, (name, plan) -> {
            life.begins(name);
            plan.begun = life.now();
            plan.stopped = life.now();
            plan.cycleStart = life.today();
        });
    }

    private void nextCycles() {
        oracle.plans.forEach((name, plan) -> {
            if (plan.isRunning() && plan.cycleStart != null && life.today().isAfter(plan.cycleStart.plusDays(89))) {
                life.begins(name);
                plan.touched = life.now();
                plan.stopped = life.now();
                plan.cycleStart = life.today();
            }
        });
    }

    private void addAction(String name, PlanFacts plan) {
        int row = plan.actions.size() + 1;
        if (row <= ROWS_MAX) {
            LocalDate due = soon(random.nextInt(3) == 0 ? 60 : 10);
            life.action(name, row, due.toString());
            ActionFacts action = new ActionFacts();
            action.due = due;
            action.written = life.now();
            plan.actions.put(row, action);
            plan.touched = life.now();
        }
    }

    private void addOpportunity(String name, PlanFacts plan) {
        int row = plan.opportunities.size() + 1;
        if (row <= ROWS_MAX) {
            LocalDate timeline = soon(80);
            life.opportunity(name, row, timeline.toString());
            OpportunityFacts opportunity = new OpportunityFacts();
            opportunity.timeline = timeline;
            opportunity.first = life.now();
            opportunity.written = life.now();
            plan.opportunities.put(row, opportunity);
            plan.touched = life.now();
        }
    }

    private void moveAction(String name, int row) {
        LocalDate due = soon(14);
        life.move(name, row, due.toString());
        ActionFacts action = action(name, row);
        action.due = due;
        action.written = life.now();
        action.snooze = null;
    }

    private void moveOpportunity(String name, int row) {
        LocalDate timeline = soon(40);
        life.stillOpen(name, row, timeline.toString());
        OpportunityFacts opportunity = opportunity(name, row);
        opportunity.timeline = timeline;
        opportunity.written = life.now();
        opportunity.open = true;
    }

    private void logOrAnswer() {
        boolean wasAsked = oracle.log.stream().anyMatch(sent -> sent.kind() == NudgeKind.TIME);
        if (wasAsked && random.nextBoolean()) {
            life.answer(NudgeKind.TIME);
            oracle.log.clear();
            oracle.log.addAll(life.sent());
        } else {
            onSome(PlanFacts::isRunning, (name, plan) -> {
                LocalDate day = life.today().minusDays(random.nextInt(10));
                life.logTime(name, day);
                plan.logged.clear();
                plan.logged.add(new LoggedFacts(life.now(), day));
            });
        }
    }

    private void goAway() {
        LocalDate back = random.nextInt(3) == 0 ? life.today() : soon(12);
        life.away(back.toString());
        oracle.back = back;
    }

    private void settings() {
        switch (random.nextInt(4)) {
            case 0 -> changeWeek();
            case 1 -> {
                oracle.gone = random.nextInt(4) == 0;
                life.gone(oracle.gone);
            }
            default -> {
                oracle.muted.clear();
                if (random.nextInt(3) == 0) {
                    oracle.muted.add(KINDS.get(random.nextInt(KINDS.size())));
                }
                life.prefers(preferences -> preferences.withMuted(
                        oracle.muted.stream().map(NudgeKind::metadataName).collect(Collectors.toSet())));
            }
        }
    }

    private void changeWeek() {
        oracle.week = Oracle.WEEKS.get(random.nextInt(3) == 0 ? random.nextInt(Oracle.WEEKS.size()) : 0);
        boolean isEarly = random.nextInt(4) == 0;
        oracle.from = isEarly ? LocalTime.of(6, 30) : LocalTime.of(9, 0);
        oracle.to = isEarly ? LocalTime.of(15, 0) : LocalTime.of(17, 0);
        oracle.asking = isEarly ? LocalTime.of(14, 0) : LocalTime.of(16, 0);
        life.prefers(preferences -> preferences.withWeek(new WorkingWeek(oracle.week.days(), oracle.from, oracle.to)));
    }

    private void travel() {
        if (random.nextInt(4) == 0) {
            String zone = ManyZones.ALL.get(random.nextInt(ManyZones.ALL.size()));
            life.travels(zone);
            oracle.zone = ZoneId.of(zone);
        }
    }

    private LocalDate soon(int daysMax) {
        return life.today().plusDays(random.nextInt(daysMax));
    }

    private PlanFacts plan(String name) {
        return Optional.ofNullable(oracle.plans.get(name)).orElseThrow();
    }

    private ActionFacts action(String name, int row) {
        return Optional.ofNullable(plan(name).actions.get(row)).orElseThrow();
    }

    private OpportunityFacts opportunity(String name, int row) {
        return Optional.ofNullable(plan(name).opportunities.get(row)).orElseThrow();
    }

    private void onAction(BiConsumer<String, Integer> deed) {
        onSome(PlanFacts::isRunning, (name, plan) -> onRow(plan, name, plan.actions.keySet(), deed));
    }

    private void onOpportunity(BiConsumer<String, Integer> deed) {
        onSome(PlanFacts::isRunning, (name, plan) -> onRow(plan, name, plan.opportunities.keySet(), deed));
    }

    private void onRow(PlanFacts plan, String name, Set<Integer> rows, BiConsumer<String, Integer> deed) {
        if (!rows.isEmpty()) {
            deed.accept(name, 1 + random.nextInt(rows.size()));
            plan.touched = life.now();
        }
    }

    private void onSome(Predicate<PlanFacts> those, BiConsumer<String, PlanFacts> deed) {
        List<String> names = new ArrayList<>();
        oracle.plans.forEach((name, plan) -> {
            if (those.test(plan)) {
                names.add(name);
            }
        });
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            PlanFacts plan = plan(name);
            deed.accept(name, plan);
            plan.touched = life.now();
        }
    }
}
