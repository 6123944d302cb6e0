package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import steward.nudges.NextNudges;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.RepId;
import steward.store.PlanCache.Cached;
import steward.store.PlanCache.OfRep;

class PlanCacheTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final RepId TOM = new RepId("T1", "U2");
    private static final PlanId ACME = new PlanId("acme");

    private final PlanCache cache = new PlanCache(50_000);

    @Test
    void whatGoesFurtherIsKeptWhoeverComesLast() {
        cache.keep(PRIYA, plans(5));
        cache.keep(PRIYA, plans(3));

        assertThat(cache.of(PRIYA).plans())
                .hasEntrySatisfying(ACME, kept -> assertThat(kept.lastSeq()).isEqualTo(5));
        assertThat(cache.of(TOM)).isEqualTo(OfRep.NOTHING);
    }

    @Test
    void whoDidNothingForLongestGoesFirst() {
        cache.keep(PRIYA, plans(20_000));
        cache.keep(TOM, plans(20_000));
        cache.of(PRIYA);
        cache.keep(new RepId("T1", "U3"), plans(20_000));

        assertThat(cache.of(TOM)).isEqualTo(OfRep.NOTHING);
        assertThat(cache.of(PRIYA).plans()).containsKey(ACME);
    }

    @Test
    void nothingIsKeptOnceSomethingWasErased() {
        cache.keep(PRIYA, plans(5));
        cache.clear();

        assertThat(cache.of(PRIYA)).isEqualTo(OfRep.NOTHING);
    }

    private static OfRep plans(int entries) {
        Entry entry = new Entry(Kind.STARTED, "", 0, "", "", Instant.EPOCH);
        List<Entry> journal = IntStream.range(0, entries).mapToObj(i -> entry).toList();
        Plan plan = new Plan(ACME, PRIYA, "Acme", 2026, journal);
        return new OfRep(Map.of(ACME, new Cached(entries, Optional.empty(), Optional.of(plan))), NextNudges.NONE);
    }
}
