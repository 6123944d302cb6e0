package steward.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.rep.RepId;
import steward.store.PlanCache.Cached;

/** One rep's plans as a turn finds and leaves them: each journal is read once at most, and of one that is in memory only what is new. */
final class StoredPlans {

    /** A plan as it was begun. */
    private record Begun(PlanId id, String account, int year, Instant at, long lastSeq) {

        Begun upTo(long seq) {
            return new Begun(id, account, year, at, seq);
        }
    }

    private record Listed(Begun begun, PlanCard card) {}

    private final Handle handle;
    private final RepId owner;
    private final StoredJournals journals;
    private final Map<PlanId, Cached> cached;
    /** Nothing before it was asked for. */
    private @Nullable Map<PlanId, Begun> begun;
    /** The same, and nothing once something was written. */
    private @Nullable List<PlanCard> cards;

    StoredPlans(Handle handle, RepId owner, StoredJournals journals, Map<PlanId, Cached> cached) {
        this.handle = handle;
        this.owner = owner;
        this.journals = journals;
        this.cached = new HashMap<>(cached);
    }

    /** All that are not deleted, the last touched first. */
    List<PlanCard> cards() {
        if (cards == null) {
            cards = readCards();
        }
        return cards;
    }

    private List<PlanCard> readCards() {
        Map<PlanId, Begun> all = begun();
        all.values().stream().filter(plan -> known(plan).isPresent()).forEach(this::read);
        if (!all.values().stream().allMatch(this::isCurrent)) {
            readCardsOf(all);
        }
        Comparator<Listed> lastTouched =
                Comparator.comparing(listed -> listed.card().updatedAt());
        return all.values().stream()
                .flatMap(plan -> current(plan).flatMap(Cached::card).map(card -> new Listed(plan, card)).stream())
                .sorted(lastTouched
                        .thenComparing(listed -> listed.begun().at())
                        .reversed()
                        .thenComparing(listed -> listed.card().id().text()))
                .map(Listed::card)
                .toList();
    }

    /** Those that are deleted, in the order in which they were begun. */
    List<Plan> deleted() {
        cards();
        return begun().values().stream()
                .filter(plan -> current(plan).flatMap(Cached::card).isEmpty())
                .sorted(Comparator.comparing(Begun::at)
                        .thenComparing(plan -> plan.id().text()))
                .flatMap(plan -> plan(plan.id()).stream())
                .toList();
    }

    /** A plan, deleted or not. */
    Optional<Plan> plan(PlanId id) {
        return Optional.ofNullable(begun().get(id)).map(this::read);
    }

    private Plan read(Begun plan) {
        Optional<Plan> known = known(plan);
        if (known.isPresent() && isCurrent(plan)) {
            return known.get();
        }
        Cached before = cached.get(plan.id());
        long after = known.isPresent() && before != null ? before.lastSeq() : 0;
        List<Entry> since = journals.entries(plan.id(), after, plan.lastSeq());
        return keep(
                plan,
                known.map(earlier -> earlier.with(since))
                        .orElseGet(() -> new Plan(plan.id(), owner, plan.account(), plan.year(), since)));
    }

    /** The plan as far as it is in memory, unless that is further than this session can see. */
    private Optional<Plan> known(Begun plan) {
        return Optional.ofNullable(cached.get(plan.id()))
                .filter(before -> before.lastSeq() <= plan.lastSeq())
                .flatMap(Cached::plan);
    }

    private Plan keep(Begun plan, Plan now) {
        cached.put(plan.id(), new Cached(plan.lastSeq(), card(plan, now), Optional.of(now)));
        return now;
    }

    private static Optional<PlanCard> card(Begun begun, Plan plan) {
        List<Entry> entries = plan.entries();
        Instant touched =
                entries.isEmpty() ? begun.at() : entries.get(entries.size() - 1).at();
        return Optional.of(new PlanCard(plan.id(), plan.account(), plan.year(), plan.status(), touched))
                .filter(any -> !plan.isDeleted());
    }

    Plan start(PlanId id, String account, int year, Instant now) {
        Map<PlanId, Begun> all = begun();
        handle.createUpdate("""
                        insert into plan (team_id, plan_id, owner_id, account, year, created_at)
                        values (:team, :plan, :owner, :account, :year, :at)
                        """)
                .bind("team", owner.team())
                .bind("plan", id.text())
                .bind("owner", owner.user())
                .bind("account", account)
                .bind("year", year)
                .bind("at", now.toEpochMilli())
                .execute();
        Begun plan = new Begun(id, account, year, now.truncatedTo(ChronoUnit.MILLIS), 0);
        all.put(id, plan);
        cards = null;
        return keep(plan, new Plan(id, owner, account, year, List.of()));
    }

    /** Adds to the end of a plan's journal; see {@link steward.conversation.session.RepSession#write}. */
    void write(PlanId id, List<Entry> entries) {
        Begun plan = begun().get(id);
        if (plan == null) {
            throw new IllegalArgumentException("Not a plan of this rep's: " + id);
        }
        if (entries.isEmpty()) {
            return;
        }
        Plan before = read(plan);
        journals.write(id, plan.lastSeq(), entries);
        Begun after = plan.upTo(plan.lastSeq() + entries.size());
        begun().put(id, after);
        cards = null;
        keep(after, before.with(entries.stream().map(StoredPlans::asKept).toList()));
    }

    /** Moments are kept to the millisecond. */
    private static Entry asKept(Entry entry) {
        return new Entry(
                entry.kind(),
                entry.question(),
                entry.row(),
                entry.value(),
                entry.said(),
                entry.at().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What is in memory now, of the plans that there are; where nobody asked which those are, as it was before. */
    Map<PlanId, Cached> toKeep() {
        return begun == null
                ? Map.copyOf(cached)
                : begun.values().stream()
                        .flatMap(plan -> current(plan).map(now -> Map.entry(plan.id(), now)).stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isCurrent(Begun plan) {
        return current(plan).isPresent();
    }

    private Optional<Cached> current(Begun plan) {
        return Optional.ofNullable(cached.get(plan.id())).filter(now -> now.lastSeq() == plan.lastSeq());
    }

    private Map<PlanId, Begun> begun() {
        if (begun == null) {
            begun = query("""
                    select plan_id, account, year, created_at,
                        (select coalesce(max(seq), 0) from entry e where e.team_id = p.team_id and e.plan_id = p.plan_id) as last_seq
                    from plan p
                    where team_id = :team and owner_id = :owner
                    """)
                    .map((row, context) -> new Begun(
                            new PlanId(row.getString("plan_id")),
                            row.getString("account"),
                            row.getInt("year"),
                            Instant.ofEpochMilli(row.getLong("created_at")),
                            row.getLong("last_seq")))
                    .collect(Collectors.toMap(Begun::id, Function.identity()));
        }
        return begun;
    }

    /** Without their journals, which may be many and long ago. */
    private void readCardsOf(Map<PlanId, Begun> all) {
        Map<PlanId, PlanCard> cards = query("""
                select plan_id, account, year, status, updated_at
                from plans
                where team_id = :team and owner_id = :owner
                """)
                .map((row, context) -> new PlanCard(
                        new PlanId(row.getString("plan_id")),
                        row.getString("account"),
                        row.getInt("year"),
                        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong("updated_at"))))
                .collect(Collectors.toMap(PlanCard::id, Function.identity()));
        all.values().stream()
                .filter(plan -> !isCurrent(plan))
                .forEach(plan -> cached.put(
                        plan.id(),
                        new Cached(plan.lastSeq(), Optional.ofNullable(cards.get(plan.id())), Optional.empty())));
    }

    /** A query about this rep alone. */
    private Query query(String sql) {
        return handle.createQuery(sql).bind("team", owner.team()).bind("owner", owner.user());
    }
}
