package steward.nudges;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steward.plan.PlanId;

/**
 * What a rep should be told at an hour, worked out the slow and plain way: from facts noted by hand, day after day from when they were
 * noted. It shares no code with what it checks.
 */
public final class Oracle {

    /** Working weeks with their first and last days, found with a pencil. */
    public static final List<Week> WEEKS = List.of(
            new Week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            new Week(
                    DayOfWeek.SUNDAY,
                    DayOfWeek.THURSDAY,
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))),
            new Week(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY, EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)),
            new Week(DayOfWeek.WEDNESDAY, DayOfWeek.WEDNESDAY, EnumSet.of(DayOfWeek.WEDNESDAY)),
            new Week(
                    DayOfWeek.MONDAY,
                    DayOfWeek.FRIDAY,
                    EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)),
            new Week(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, EnumSet.allOf(DayOfWeek.class)));

    /** What tells of a plan as a whole, or of one of its subjects, tells of these kinds too. */
    static final Map<NudgeKind, Set<NudgeKind>> TOLD_WITH = Map.of(
            NudgeKind.CYCLE_END,
            EnumSet.of(NudgeKind.ACTIONS, NudgeKind.OPPORTUNITY, NudgeKind.IDLE),
            NudgeKind.CHECKPOINT,
            EnumSet.of(NudgeKind.OPPORTUNITY),
            NudgeKind.IDLE,
            EnumSet.of(NudgeKind.ACTIONS));

    /** Days of the week on which a rep works. */
    public record Week(DayOfWeek first, DayOfWeek last, Set<DayOfWeek> days) {}

    /** What is known of a plan. */
    public static final class PlanFacts {
        @Nullable
        public Instant begun;

        @Nullable
        public LocalDate cycleStart;

        public Instant touched = Instant.EPOCH;
        /** When an action was last done or dropped, or a cycle begun. */
        public Instant stopped = Instant.EPOCH;

        public boolean paused;
        public boolean closed;

        public final List<LoggedFacts> logged = new ArrayList<>();
        public final Map<Integer, ActionFacts> actions = new TreeMap<>();
        public final Map<Integer, OpportunityFacts> opportunities = new TreeMap<>();

        public boolean isDraft() {
            return begun == null && !closed;
        }

        public boolean isRunning() {
            return begun != null && !closed;
        }
    }

    /** Time that was logged at a moment, of a day. */
    public record LoggedFacts(Instant at, LocalDate day) {}

    public static final class ActionFacts {
        public LocalDate due = LocalDate.EPOCH;
        public Instant written = Instant.EPOCH;

        @Nullable
        public LocalDate snooze;

        public boolean open = true;
    }

    public static final class OpportunityFacts {
        public LocalDate timeline = LocalDate.EPOCH;
        public Instant first = Instant.EPOCH;
        public Instant written = Instant.EPOCH;
        public boolean open = true;
    }

    public final Map<String, PlanFacts> plans = new LinkedHashMap<>();
    public final Set<NudgeKind> muted = EnumSet.noneOf(NudgeKind.class);
    public final List<SentNudge> log = new ArrayList<>();
    public ZoneId zone;
    public Week week = WEEKS.get(0);
    public LocalTime from = LocalTime.of(9, 0);
    public LocalTime to = LocalTime.of(17, 0);
    public LocalTime asking = LocalTime.of(16, 0);
    public LocalDate back = LocalDate.EPOCH;
    public boolean gone;

    public Oracle(ZoneId zone) {
        this.zone = zone;
    }

    public Map<NudgeKind, Set<Subject>> expected(Instant now) {
        Map<NudgeKind, Set<Subject>> all = new EnumMap<>(NudgeKind.class);
        LocalDateTime moment = LocalDateTime.ofInstant(now, zone);
        LocalDate today = moment.toLocalDate();
        boolean atWork = !gone
                && !today.isBefore(back)
                && week.days().contains(today.getDayOfWeek())
                && !moment.toLocalTime().isBefore(from)
                && moment.toLocalTime().isBefore(to);
        if (!atWork) {
            return all;
        }
        for (NudgeKind kind : NudgeKind.values()) {
            boolean hadToday = log.stream()
                    .anyMatch(sent -> sent.kind() == kind && !sent.day().isBefore(today));
            Set<Subject> subjects = hadToday || muted.contains(kind) ? Set.of() : expected(kind, moment);
            if (!subjects.isEmpty()) {
                all.put(kind, subjects);
            }
        }
        TOLD_WITH.forEach((whole, kinds) -> {
            for (Subject told : all.getOrDefault(whole, Set.of())) {
                for (NudgeKind kind : kinds) {
                    all.getOrDefault(kind, new HashSet<>())
                            .removeIf(subject -> subject.plan().equals(told.plan())
                                    && (told.row() == 0 || told.row() == subject.row()));
                }
            }
        });
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    private Set<Subject> expected(NudgeKind kind, LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        Set<Subject> subjects = new HashSet<>();
        if (kind == NudgeKind.UNFINISHED) {
            plans.forEach((name, plan) -> {
                PlanId id = new PlanId(name);
                if (plan.isDraft() && isUnfinishedDue(id, plan, today)) {
                    subjects.add(new Subject(id, 0));
                }
            });
            return subjects;
        }
        plans.forEach((name, plan) -> {
            if (!plan.isRunning() || plan.paused) {
                return;
            }
            PlanId id = new PlanId(name);
            switch (kind) {
                case ACTIONS ->
                    plan.actions.forEach((row, action) -> {
                        if (isActionDue(plan, action, lastTold(kind, id, row), today)) {
                            subjects.add(new Subject(id, row));
                        }
                    });
                case OPPORTUNITY ->
                    plan.opportunities.forEach((row, opportunity) -> {
                        if (opportunity.open
                                && today.isAfter(opportunity.timeline)
                                && !lastTold(kind, id, row).isAfter(opportunity.timeline)
                                && isNoNews(plan, opportunity.written, today)) {
                            subjects.add(new Subject(id, row));
                        }
                    });
                case TIME -> {
                    if (isTimeDue(plan, moment)) {
                        subjects.add(new Subject(id, 0));
                    }
                }
                case CHECKPOINT -> {
                    if (isCheckpointDue(plan, lastTold(kind, id, 0), today)) {
                        subjects.add(new Subject(id, 0));
                    }
                }
                case CYCLE_END -> {
                    LocalDate end = cycleDay(plan, 90);
                    if (!today.isBefore(end) && lastTold(kind, id, 0).isBefore(end)) {
                        subjects.add(new Subject(id, 0));
                    }
                }
                case IDLE -> {
                    if (isIdle(plan, lastTold(kind, id, 0), today)) {
                        subjects.add(new Subject(id, 0));
                    }
                    plan.actions.forEach((row, action) -> {
                        if (isLongOverdue(plan, action, lastTold(kind, id, row), today)) {
                            subjects.add(new Subject(id, row));
                        }
                    });
                }
                case UNFINISHED -> {}
            }
        });
        return subjects;
    }

    /** Whether some day since it was last told, up to today, was a day to tell it. */
    private boolean isActionDue(PlanFacts plan, ActionFacts action, LocalDate told, LocalDate today) {
        if (!action.open || (action.snooze != null && action.snooze.isAfter(today))) {
            return false;
        }
        LocalDate written =
                LocalDateTime.ofInstant(written(plan, action.written), zone).toLocalDate();
        for (LocalDate day = written; !day.isAfter(today); day = day.plusDays(1)) {
            boolean list = day.getDayOfWeek() == week.first() && action.due.isBefore(day.plusDays(7));
            boolean itsDay = day.equals(action.due) || day.equals(action.due.plusDays(1));
            boolean late = day.isAfter(action.due) && !told.isAfter(action.due);
            if (day.isAfter(told) && isNoNews(plan, action.written, day) && (list || itsDay || late)) {
                return true;
            }
        }
        return action.snooze != null && action.snooze.isAfter(told);
    }

    private boolean isCheckpointDue(PlanFacts plan, LocalDate told, LocalDate today) {
        for (int number : new int[] {30, 60}) {
            LocalDate day = cycleDay(plan, number);
            if (!today.isBefore(day)
                    && told.isBefore(day)
                    && today.isBefore(cycleDay(plan, 90))
                    && plan.opportunities.values().stream()
                            .anyMatch(opportunity -> opportunity.open && isNoNews(plan, opportunity.first, day))) {
                return true;
            }
        }
        return false;
    }

    private boolean isIdle(PlanFacts plan, LocalDate told, LocalDate today) {
        LocalDate week =
                LocalDateTime.ofInstant(plan.stopped, zone).toLocalDate().plusDays(7);
        return plan.actions.values().stream().noneMatch(action -> action.open)
                && !today.isBefore(week)
                && told.isBefore(week)
                && today.isBefore(cycleDay(plan, 90));
    }

    private boolean isLongOverdue(PlanFacts plan, ActionFacts action, LocalDate told, LocalDate today) {
        return action.open
                && today.isAfter(action.due.plusDays(30))
                && !told.isAfter(action.due.plusDays(30))
                && (action.snooze == null || !action.snooze.isAfter(today))
                && isNoNews(plan, action.written, today);
    }

    private boolean isTimeDue(PlanFacts plan, LocalDateTime moment) {
        LocalDate today = moment.toLocalDate();
        LocalDate last = today;
        while (last.getDayOfWeek() != week.last() || last.atTime(asking).isAfter(moment)) {
            last = last.minusDays(1);
        }
        boolean nextIsUp = today.getDayOfWeek() == week.last() && !last.equals(today);
        boolean ran = LocalDateTime.ofInstant(begun(plan), zone).isBefore(last.atTime(asking));
        LocalDate end = last;
        boolean away = back.isAfter(end)
                && log.stream().noneMatch(sent -> isInWeekOf(end, sent.day()))
                && plans.values().stream()
                        .filter(other -> !other.closed)
                        .flatMap(other -> other.logged.stream())
                        .noneMatch(log -> isInWeekOf(end, log.day()));
        if (nextIsUp || !ran || away) {
            return false;
        }
        for (SentNudge sent : log) {
            if (sent.kind() == NudgeKind.TIME && !sent.day().isBefore(last)) {
                boolean logged = plans.values().stream()
                        .filter(other -> other.isRunning() && !other.paused)
                        .flatMap(other -> other.logged.stream())
                        .anyMatch(log -> log.at().isAfter(sent.at()) && isInWeekOf(sent.day(), log.day()));
                if (sent.day().isAfter(last) || sent.answered() || logged) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a day is in the week of a last working day: from the week's first day up to the eve of the next week's. */
    private boolean isInWeekOf(LocalDate last, LocalDate day) {
        LocalDate first = last;
        while (first.getDayOfWeek() != week.first()) {
            first = first.minusDays(1);
        }
        return !day.isBefore(first) && day.isBefore(first.plusDays(7));
    }

    private boolean isUnfinishedDue(PlanId id, PlanFacts plan, LocalDate today) {
        LocalDate day = LocalDateTime.ofInstant(plan.touched, zone).toLocalDate();
        int reminders = 0;
        int workdaysAtReminder = 0;
        boolean isPutOff = false;
        for (SentNudge sent : log) {
            if (sent.kind() == NudgeKind.UNFINISHED
                    && sent.subjects().contains(new Subject(id, 0))
                    && sent.at().isAfter(plan.touched)) {
                reminders++;
                workdaysAtReminder = workdays(day, sent.day());
                isPutOff |= sent.answered();
            }
        }
        int workdays = workdays(day, today);
        return (reminders == 0 && workdays >= 1)
                || (reminders == 1 && !isPutOff && workdaysAtReminder < 5 && workdays >= 5);
    }

    /** Working days after one day, up to another. Long counts are cut short. */
    private int workdays(LocalDate after, LocalDate until) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until) && count < 10; day = day.plusDays(1)) {
            if (week.days().contains(day.getDayOfWeek())) {
                count++;
            }
        }
        return count;
    }

    /** Whether something stood written when the hours of a day began. */
    private boolean isNoNews(PlanFacts plan, Instant written, LocalDate day) {
        return LocalDateTime.ofInstant(written(plan, written), zone).isBefore(day.atTime(from));
    }

    private static Instant written(PlanFacts plan, Instant written) {
        return written.isBefore(begun(plan)) ? begun(plan) : written;
    }

    private static Instant begun(PlanFacts plan) {
        if (plan.begun == null) {
            throw new AssertionError("A draft");
        }
        return plan.begun;
    }

    private static LocalDate cycleDay(PlanFacts plan, int number) {
        if (plan.cycleStart == null) {
            throw new AssertionError("A draft");
        }
        return plan.cycleStart.plusDays(number - 1L);
    }

    private LocalDate lastTold(NudgeKind kind, PlanId plan, int row) {
        LocalDate last = LocalDate.EPOCH;
        for (SentNudge sent : log) {
            boolean told = sent.kind() == kind && sent.subjects().contains(new Subject(plan, row));
            boolean toldWithAll = TOLD_WITH.getOrDefault(sent.kind(), Set.of()).contains(kind)
                    && (sent.subjects().contains(new Subject(plan, 0))
                            || sent.subjects().contains(new Subject(plan, row)));
            if ((told || toldWithAll) && sent.day().isAfter(last)) {
                last = sent.day();
            }
        }
        return last;
    }
}
