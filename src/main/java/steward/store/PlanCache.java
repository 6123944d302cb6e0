package steward.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import steward.nudges.NextNudges;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.rep.RepId;

/**
 * Keeps reps' plans in memory, as they were when their journals ended at an entry, so that only what was written since has to be read.
 *
 * <p>It is never trusted by itself: whoever takes a plan from it compares the number of the last entry with the journal's own. Only so many
 * entries are kept; the reps who did nothing for longest go first. Safe for several threads.
 */
final class PlanCache {

    /** However little memory there is: about 15 MB. */
    private static final long ENTRIES_ALWAYS = 50_000;

    /** Where there is much, a small part of it. */
    private static final long PART_OF_MEMORY = 32;

    /** As measured, with what a plan makes of it. */
    private static final long BYTES_OF_AN_ENTRY = 300;

    private static final long ENTRIES_MAX =
            Math.max(ENTRIES_ALWAYS, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_OF_AN_ENTRY);

    /**
     * A plan up to an entry.
     *
     * @param lastSeq the number of the entry that it ends with; 0 if it has none
     * @param card how it stands then; empty if it is deleted
     * @param plan the plan as a whole; empty if nobody has asked for it yet
     */
    record Cached(long lastSeq, Optional<PlanCard> card, Optional<Plan> plan) {

        private int entries() {
            return plan.map(read -> read.entries().size()).orElse(1);
        }
    }

    /**
     * What is kept of a rep.
     *
     * @param nudges when the plans deserve nudges next
     */
    record OfRep(Map<PlanId, Cached> plans, NextNudges nudges) {

        static final OfRep NOTHING = new OfRep(Map.of(), NextNudges.NONE);

        private int entries() {
            return plans.values().stream().mapToInt(Cached::entries).sum();
        }
    }

    private final long entriesMax;
    private final Map<RepId, OfRep> reps = new LinkedHashMap<>(16, 0.75f, true);
    private long entries;

    PlanCache() {
        this(ENTRIES_MAX);
    }

    /** @param entriesMax how many entries are kept at most */
    PlanCache(long entriesMax) {
        this.entriesMax = entriesMax;
    }

    synchronized OfRep of(RepId rep) {
        return reps.getOrDefault(rep, OfRep.NOTHING);
    }

    /** Keeps what a session leaves, and of each plan what goes furthest. To be called once it can't be taken back any more. */
    synchronized void keep(RepId rep, OfRep left) {
        OfRep before = of(rep);
        Map<PlanId, Cached> furthest = new HashMap<>(left.plans());
        before.plans()
                .forEach((id, known) ->
                        furthest.computeIfPresent(id, (any, now) -> now.lastSeq() < known.lastSeq() ? known : now));
        OfRep after = new OfRep(Map.copyOf(furthest), left.nudges());
        entries += after.entries() - before.entries();
        reps.put(rep, after);
        Iterator<OfRep> eldestFirst = reps.values().iterator();
        while (entries > entriesMax && eldestFirst.hasNext()) {
            entries -= eldestFirst.next().entries();
            eldestFirst.remove();
        }
    }

    /** Keeps nothing any more: what somebody deleted may be among it. */
    synchronized void clear() {
        reps.clear();
        entries = 0;
    }
}
