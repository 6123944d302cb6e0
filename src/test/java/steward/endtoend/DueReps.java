package steward.endtoend;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import steward.store.Store;

/**
 * Reps in several workspaces who all deserve one nudge about their actions, and no other, once they are woken.
 *
 * <p>For them it is a little after noon of a working day, whenever it is, so that no day ends in the middle of it.
 */
record DueReps(TestStore store, int workspaces, int repsEach) {

    private static final int BATCH_ROWS = 20_000;
    private static final int DAYS_UNDER_WAY = 10;
    private static final int REPS_EACH_MAX = 1_000;

    /** Reps in a SQLite file. */
    DueReps(Path data, int workspaces, int repsEach) {
        this(TestStore.sqlite(data), workspaces, repsEach);
    }

    private record Line(String kind, String question, int row, String value) {}

    static String user(int workspace, int rep) {
        return "U" + (workspace * REPS_EACH_MAX + rep);
    }

    /** The workspace of one of them. */
    static String workspaceOf(String user) {
        return "T" + Integer.parseInt(user.substring(1)) / REPS_EACH_MAX;
    }

    List<String> users() {
        return IntStream.rangeClosed(1, workspaces).boxed().flatMap(this::users).toList();
    }

    private Stream<String> users(int workspace) {
        return IntStream.range(0, repsEach).mapToObj(rep -> user(workspace, rep));
    }

    /** Writes them into a store that is new. */
    void fill() {
        Store.open(store.place()).close();
        store.jdbi().useTransaction(this::fill);
    }

    /** Their moment has come. */
    void wake() {
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "update rep set wake_at = ?", Instant.now().toEpochMilli()));
    }

    /** Whether nobody is to be looked after now, and nothing is on its way. */
    boolean isQuiet() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select not exists (select 1 from rep where wake_at <= :now)
                                    and not exists (select 1 from intent where state in ('waiting', 'doubtful'))
                                """)
                        .bind("now", Instant.now().toEpochMilli())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** How many nudges about actions came to each of the reps who got any. */
    static Map<String, Long> nudges(CrowdedSlack slack) {
        return slack.kept().stream()
                .filter(kept -> kept.post().eventType().equals("steward_nudge"))
                .filter(kept -> kept.post().payload("kind").equals("actions"))
                .collect(Collectors.groupingBy(kept -> kept.channel().substring(1), Collectors.counting()));
    }

    private void fill(Handle handle) {
        Instant now = Instant.now();
        ZoneOffset zone = ZoneOffset.ofHours(12 - now.atOffset(ZoneOffset.UTC).getHour());
        List<Line> journal = journal(now.atOffset(zone).toLocalDate());
        long begun = now.minus(DAYS_UNDER_WAY, ChronoUnit.DAYS).toEpochMilli();
        PreparedBatch reps = handle.prepareBatch(
                "insert into rep (team_id, user_id, name, zone, room, known_at, working_days, muted)"
                        + " values (?, ?, 'Priya Nair', ?, ?, ?, '1234567', 'opportunity time checkpoint cycle_end unfinished')");
        PreparedBatch plans = handle.prepareBatch(
                "insert into plan (team_id, plan_id, owner_id, account, year, created_at) values (?, ?, ?, 'Acme', ?, ?)");
        PreparedBatch entries = handle.prepareBatch("insert into entry"
                + " (team_id, plan_id, seq, delivery, kind, question, row_no, value, said, at)"
                + " values (?, ?, ?, 'filled', ?, ?, ?, ?, '', ?)");
        IntStream.rangeClosed(1, workspaces)
                .forEach(each -> handle.execute(
                        "insert into delivery (team_id, key, at) values (?, 'filled', ?)", "T" + each, begun));
        for (String user : users()) {
            String team = workspaceOf(user);
            String plan = "plan" + user;
            reps.add(team, user, zone.getId(), CrowdedSlack.channel(user), now.toEpochMilli());
            plans.add(team, plan, user, now.atOffset(zone).getYear(), begun);
            for (int seq = 0; seq < journal.size(); seq++) {
                Line line = journal.get(seq);
                entries.add(team, plan, seq + 1, line.kind(), line.question(), line.row(), line.value(), begun + seq);
            }
            if (entries.size() > BATCH_ROWS) {
                write(reps, plans, entries);
            }
        }
        write(reps, plans, entries);
    }

    private static void write(PreparedBatch... batches) {
        for (PreparedBatch batch : batches) {
            batch.execute();
        }
    }

    /** A running plan with one action, due today. */
    private static List<Line> journal(LocalDate today) {
        return List.of(
                new Line("Asked", "headquarters", 0, "intent"),
                new Line("Answered", "headquarters", 0, "Toledo, Ohio"),
                new Line("Asked", "final_authority.name", 1, "intent"),
                new Line("Answered", "final_authority.name", 1, "Dana Wu, CFO"),
                new Line("Asked", "opportunity.what", 1, "intent"),
                new Line("Answered", "opportunity.what", 1, "Win the resin order for line 2"),
                new Line("Answered", "opportunity.last_year", 1, "12000000"),
                new Line("Answered", "opportunity.increase", 1, "6000000"),
                new Line("Answered", "opportunity.probability", 1, "70"),
                new Line(
                        "Answered",
                        "opportunity.timeline",
                        1,
                        today.plusMonths(3).toString()),
                new Line("Answered", "gross_margin", 0, "40"),
                new Line("Answered", "time_spent", 0, "9360"),
                new Line("Answered", "hours_required", 0, "4680"),
                new Line("Answered", "action.what", 1, "Call Dana Wu about the trial budget"),
                new Line("Answered", "action.due", 1, today.toString()),
                new Line("Answered", "action.contact", 1, "final_authority.1"),
                new Line("CycleStarted", "", 0, today.minusDays(DAYS_UNDER_WAY).toString()));
    }
}
