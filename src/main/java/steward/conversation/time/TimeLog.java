package steward.conversation.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.dashboard.time.TimeLines;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Hours;

/** The rep's time log over all their plans during a turn: what stands in it, and what the turn changes. */
public final class TimeLog {

    private static final Hours A_DAY = Hours.of(24);

    private final RepSession session;
    private final TurnContext context;
    private final Map<PlanId, Plan> plans = new LinkedHashMap<>();
    private final Map<PlanId, List<Entry>> written = new LinkedHashMap<>();

    public TimeLog(RepSession session, TurnContext context) {
        this.session = session;
        this.context = context;
        session.plans().stream()
                .map(PlanCard::id)
                .forEach(id -> session.plan(id).ifPresent(plan -> plans.put(id, plan)));
    }

    /** An entry, and the plan in whose log it stands or stood. */
    record Line(Plan plan, TimeEntry entry) {

        TimeRef ref() {
            return new TimeRef(plan.id(), entry.number());
        }
    }

    /** All plans of the rep with what this turn did to them, the last touched first. */
    List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    Optional<Plan> plan(PlanId id) {
        return Optional.ofNullable(plans.get(id));
    }

    /** The entry that stands there. */
    Optional<Line> at(TimeRef ref) {
        return plan(ref.plan()).flatMap(plan -> plan.timeEntry(ref.number()).map(entry -> new Line(plan, entry)));
    }

    /** The entry that stood there last, whether it stands or not. */
    Optional<Line> last(TimeRef ref) {
        return plan(ref.plan())
                .flatMap(plan -> TimeEntry.last(plan, ref.number()).map(entry -> new Line(plan, entry)));
    }

    /** Logs time in a plan, unless the day would have more than 24 hours. */
    Reading<Line> add(PlanId plan, TimeDraft spent) {
        return put(plan, spent, known(plan).nextTimeEntry());
    }

    /** Puts an entry in place of the one under that number. */
    Reading<Line> put(PlanId id, TimeDraft spent, int number) {
        Hours before = plan(id).flatMap(plan -> plan.timeEntry(number))
                .filter(entry -> entry.day().equals(spent.day()))
                .map(TimeEntry::time)
                .orElse(Hours.NONE);
        Hours total = on(spent.day()).minus(before).plus(spent.time());
        Optional<String> overfull = overfull(TimeLines.day(spent.day(), context.reader()), total);
        if (overfull.isPresent()) {
            return Reading.unclear(overfull.get());
        }
        TimeEntry entry = spent.entry(number, context.now());
        write(id, entry.logged());
        return Reading.clear(new Line(known(id), entry));
    }

    /** Why today has no room for so much more, over all accounts, closed ones too; nothing if it has. */
    public Optional<String> overfullToday(Hours more) {
        return overfull("today", on(context.today()).plus(more));
    }

    /** @param day as it is called in a sentence */
    private Optional<String> overfull(String day, Hours total) {
        return total.compareTo(A_DAY) > 0
                ? Optional.of("With it, " + day + " would come to " + total.shown(context.notation())
                        + " over all your accounts, and a day has 24.")
                : Optional.empty();
    }

    private Plan known(PlanId id) {
        return plan(id).orElseThrow(() -> new IllegalArgumentException("Not a plan of this rep's: " + id));
    }

    void takeOut(Line line) {
        write(line.plan().id(), line.entry().unlogged(context.now()));
    }

    private Hours on(LocalDate day) {
        return TimeEntry.sum(plans.values().stream()
                .flatMap(plan -> plan.timeLog().stream())
                .filter(entry -> entry.day().equals(day)));
    }

    private void write(PlanId id, Entry entry) {
        plans.computeIfPresent(id, (same, plan) -> plan.with(List.of(entry)));
        written.computeIfAbsent(id, same -> new ArrayList<>()).add(entry);
    }

    /** Writes down what the turn changed. */
    void close() {
        written.forEach(session::write);
    }
}
