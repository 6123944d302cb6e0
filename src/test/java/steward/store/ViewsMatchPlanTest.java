package steward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.conversation.Conversation;
import steward.conversation.Desk;
import steward.conversation.Outcome;
import steward.message.About;
import steward.message.Intent;
import steward.message.Stamp;
import steward.plan.Plan;
import steward.rep.RepId;
import steward.worksheet.Notation;
import steward.worksheet.Worksheet;

/** Whatever was talked about, the views say of a plan what the plan says of itself. */
class ViewsMatchPlanTest {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final int TURNS = 250;

    private static final List<String> REPLIES = List.of(
            "skip",
            "skip",
            "back",
            "keep it",
            "edit 3",
            "edit 9",
            "edit coach",
            "yes",
            "yes",
            "no",
            "no",
            "1.2M",
            "250k",
            "20%",
            "next Friday",
            "3h a week",
            "56h",
            "Dana Wu, CFO",
            "Lee Marsh – engineer",
            "Win the resin order for line 2",
            "keep",
            "Resin, Coatings",
            "dana",
            "/plan Delta Foods",
            "/plan won acme resin 66k",
            "/plan won acme resin",
            "/plan lost acme resin price",
            "/plan reopen acme resin",
            "/plan won delta resin as planned",
            "remove opportunity 1",
            "undo",
            "switch acme",
            "switch delta",
            "pause",
            "resume",
            "/time acme 2h yesterday QBR prep, delta 45m upkeep",
            "/time 1h30 acme",
            "/time undo id1.1 id1.2",
            "/time restore id1.1",
            "2h acme upkeep",
            "/actions add acme Call Dana by Friday",
            "/actions add delta Visit the plant in 2 weeks",
            "/actions done 1",
            "/actions done 2",
            "/actions undo 1",
            "/actions undo 2",
            "/actions dropped 2 No need",
            "/actions move 1 2026-03-12",
            "/actions later 2 2026-03-10",
            "/actions remove 2");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answers(long seed) {
        Path file = folder.resolve("steward.db");
        try (Store store = Store.sqlite(file)) {
            talk(store, new Random(seed));
            Jdbi database = Jdbi.create("jdbc:sqlite:" + file);
            for (Plan plan : plans(store)) {
                assertThat(inView(database, plan)).isEqualTo(inPlan(plan));
                assertThat(timeInView(database, plan)).isEqualTo(timeInPlan(plan));
                assertThat(opportunitiesInView(database, plan)).isEqualTo(opportunitiesInPlan(plan));
                assertThat(actionsInView(database, plan)).isEqualTo(actionsInPlan(plan));
                assertThat(statusInView(database, plan))
                        .isEqualTo(plan.status().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void talk(Store store, Random random) {
        AtomicInteger ids = new AtomicInteger();
        Conversation conversation = new Conversation(Notation.DEFAULT, () -> "id" + ids.incrementAndGet());
        Instant now = Instant.parse("2026-03-02T15:00:00Z");
        for (int turn = 0; turn < TURNS; turn++) {
            String said = turn == 0 ? "/plan Acme Glass" : REPLIES.get(random.nextInt(REPLIES.size()));
            Stamp stamp = new Stamp(turn * 1000L + 999);
            Instant at = now.plus(Duration.ofMinutes(turn));
            Outcome outcome = store.desks()
                    .take(PRIYA, "turn " + turn, at, desk -> {
                        Outcome came = said.startsWith("/actions ") && said.matches(".*[0-9].*")
                                ? conversation.tap(desk, anyPlan(desk), said, at)
                                : said.startsWith("/")
                                        ? conversation.command(desk, said, at)
                                        : conversation.text(desk, said, stamp, Optional.empty(), at);
                        came.sayings()
                                .forEach(saying -> desk.send(
                                        new Intent(saying.intent(), PRIYA, saying.purpose(), saying.about(), "{}")));
                        return came;
                    })
                    .orElseThrow();
            outcome.sayings()
                    .forEach(saying -> store.outbox()
                            .sent(
                                    new Intent(saying.intent(), PRIYA, saying.purpose(), saying.about(), "{}"),
                                    "D1",
                                    Optional.of(new Stamp(stamp.micros() + ids.incrementAndGet() % 100 + 1))));
        }
    }

    private static About anyPlan(Desk desk) {
        return About.plan(desk.plans().get(0).id().text());
    }

    private static List<Plan> plans(Store store) {
        return store.desks()
                .take(
                        PRIYA,
                        "look",
                        Instant.EPOCH,
                        desk -> desk.plans().stream()
                                .map(card -> desk.plan(card.id()).orElseThrow())
                                .toList())
                .orElseThrow();
    }

    private static List<String> inPlan(Plan plan) {
        List<String> answers = new ArrayList<>();
        plan.blanks()
                .filter(blank ->
                        plan.number(blank).isPresent() && plan.kept(blank).isPresent())
                .forEach(blank -> answers.add(plan.number(blank).orElseThrow() + " "
                        + blank.question().key() + " " + blank.row() + " "
                        + plan.kept(blank).orElseThrow()));
        return answers.stream().sorted().toList();
    }

    private static List<String> inView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle
                .createQuery("select number, question, row_no, value from answers where plan_id = :plan")
                .bind("plan", plan.id().text())
                .map((row, context) -> row.getInt("number") + " " + row.getString("question") + " "
                        + row.getInt("row_no") + " " + row.getString("value"))
                .stream()
                .sorted()
                .toList());
    }

    private static List<String> timeInPlan(Plan plan) {
        return plan.timeLog().stream()
                .map(entry ->
                        entry.number() + " " + entry.day() + " " + entry.time().minutes() + " " + entry.upkeep() + " "
                                + entry.note() + " " + entry.at().toEpochMilli())
                .sorted()
                .toList();
    }

    private static List<String> timeInView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle
                .createQuery(
                        "select entry_id, spent_on, minutes, upkeep, note, logged_at from time_log where plan_id = :plan")
                .bind("plan", plan.id().text())
                .map((row, context) -> row.getString("entry_id").replaceFirst(".*\\.", "") + " "
                        + row.getString("spent_on") + " " + row.getLong("minutes") + " " + (row.getInt("upkeep") == 1)
                        + " " + row.getString("note") + " " + row.getLong("logged_at"))
                .stream()
                .sorted()
                .toList());
    }

    private static List<String> opportunitiesInPlan(Plan plan) {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .map(row ->
                        row + " " + plan.fate(row).either(() -> "open", won -> "won " + won.minor(), reason -> "lost"))
                .toList();
    }

    private static List<String> opportunitiesInView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle.createQuery(
                        "select row_no, status, won_amount from opportunities where plan_id = :plan order by row_no")
                .bind("plan", plan.id().text())
                .map((row, context) -> row.getInt("row_no") + " " + row.getString("status")
                        + (row.getString("won_amount") == null ? "" : " " + row.getLong("won_amount")))
                .list());
    }

    private static List<String> actionsInPlan(Plan plan) {
        return plan.actions().stream()
                .map(action -> String.join(
                        " | ",
                        String.valueOf(action.row()),
                        String.valueOf(action.cycle()),
                        action.what(),
                        action.due().map(Object::toString).orElse("-"),
                        action.state().name().toLowerCase(Locale.ROOT),
                        action.doneAt()
                                .map(at -> String.valueOf(at.toEpochMilli()))
                                .orElse("-")))
                .toList();
    }

    private static List<String> actionsInView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle.createQuery(
                        "select row_no || ' | ' || cycle || ' | ' || what || ' | ' || coalesce(due, '-') || ' | '"
                                + " || status || ' | ' || coalesce(done_at, '-') from actions where plan_id = :plan order by row_no")
                .bind("plan", plan.id().text())
                .mapTo(String.class)
                .list());
    }

    private static String statusInView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle.createQuery("select status from plans where plan_id = :plan")
                .bind("plan", plan.id().text())
                .mapTo(String.class)
                .one());
    }
}
