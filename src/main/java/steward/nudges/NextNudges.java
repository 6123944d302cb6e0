package steward.nudges;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.Rep;

/**
 * When each of a rep's plans deserves a nudge next, kept so that only the plans that changed since need to be looked at again.
 *
 * <p>The first of them is never later than when {@link NudgeRules#next} has the rep deserve one, and seldom earlier: where one plan's nudge
 * tells of another's too. Whoever wakes then works it out anew.
 */
public final class NextNudges {

    /** Before anything is known. */
    public static final NextNudges NONE = new NextNudges(Optional.empty(), List.of(), Map.of());

    /** Hours are asked for once for all plans: what is logged in one answers for the others. */
    private static final Set<Kind> ABOUT_ALL = EnumSet.of(Kind.LOGGED, Kind.UNLOGGED, Kind.WEEK_SETTLED);

    /**
     * What was found for a plan.
     *
     * @param entries how many its journal had then
     */
    private record Found(int entries, Optional<Instant> next) {

        /** Whether it still holds: a moment that is over tells nothing of the one after. */
        boolean isOf(Plan plan, Instant now) {
            return entries == plan.entries().size()
                    && next.filter(moment -> !moment.isAfter(now)).isEmpty();
        }
    }

    private final Optional<Rep> rep;
    private final List<SentNudge> sent;
    private final Map<PlanId, Found> plans;

    private NextNudges(Optional<Rep> rep, List<SentNudge> sent, Map<PlanId, Found> plans) {
        this.rep = rep;
        this.sent = sent;
        this.plans = Map.copyOf(plans);
    }

    /**
     * The same once more has happened.
     *
     * @param live all the rep's plans that are not closed
     * @param nudges the nudges they were sent before
     */
    public NextNudges after(Rep now, List<Plan> live, List<SentNudge> nudges, Instant moment) {
        boolean holds = rep.equals(Optional.of(now))
                && sent.equals(nudges)
                && live.stream().noneMatch(this::isAboutAll);
        Map<PlanId, Found> found = new HashMap<>();
        for (Plan plan : live) {
            Optional<Found> before =
                    Optional.ofNullable(plans.get(plan.id())).filter(any -> holds && any.isOf(plan, moment));
            found.put(
                    plan.id(),
                    before.orElseGet(
                            () -> new Found(plan.entries().size(), NudgeRules.next(now, plan, live, nudges, moment))));
        }
        return new NextNudges(Optional.of(now), List.copyOf(nudges), found);
    }

    private boolean isAboutAll(Plan plan) {
        int known =
                Optional.ofNullable(plans.get(plan.id())).map(Found::entries).orElse(0);
        List<Entry> entries = plan.entries();
        return entries.subList(Math.min(known, entries.size()), entries.size()).stream()
                .anyMatch(entry -> ABOUT_ALL.contains(entry.kind()));
    }

    /** When the rep deserves a nudge next if nobody does anything; empty if never. */
    public Optional<Instant> first() {
        return plans.values().stream().flatMap(found -> found.next().stream()).min(Comparator.naturalOrder());
    }
}
