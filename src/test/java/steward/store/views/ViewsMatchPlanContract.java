package steward.store.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.plan.Plan;
import steward.store.Store;
import steward.store.StoreFixture;
import steward.worksheet.Worksheet;

/** Whatever was talked about, the views say of a plan what the plan says of itself. */
abstract class ViewsMatchPlanContract extends StoreFixture {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answers(long seed) {
        RandomConversation.talk(store, PRIYA, new Random(seed));
        Jdbi database = outside();
        for (Plan plan : plans(store)) {
            assertThat(inView(database, plan)).isEqualTo(inPlan(plan));
            assertThat(timeInView(database, plan)).isEqualTo(timeInPlan(plan));
            assertThat(opportunitiesInView(database, plan)).isEqualTo(opportunitiesInPlan(plan));
            assertThat(actionsInView(database, plan)).isEqualTo(actionsInPlan(plan));
            assertThat(statusInView(database, plan))
                    .isEqualTo(plan.status().name().toLowerCase(Locale.ROOT));
        }
    }

    private static List<Plan> plans(Store store) {
        return store.sessions()
                .take(
                        PRIYA,
                        "look",
                        Instant.EPOCH,
                        session -> session.plans().stream()
                                .map(card -> session.plan(card.id()).orElseThrow())
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
                .createQuery("select entry_id, spent_on, minutes, upkeep, note, logged_at from time_log where plan_id ="
                        + " :plan")
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
                .map(row -> row + " "
                        + plan.outcome(row).either(() -> "open", won -> "won " + won.minor(), reason -> "lost"))
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
                        "select row_no, cycle, what, due, status, done_at from actions where plan_id = :plan order by"
                                + " row_no")
                .bind("plan", plan.id().text())
                .map((row, context) -> String.join(
                        " | ",
                        row.getString("row_no"),
                        row.getString("cycle"),
                        row.getString("what"),
                        Objects.requireNonNullElse(row.getString("due"), "-"),
                        row.getString("status"),
                        Objects.requireNonNullElse(row.getString("done_at"), "-")))
                .list());
    }

    private static String statusInView(Jdbi database, Plan plan) {
        return database.withHandle(handle -> handle.createQuery("select status from plans where plan_id = :plan")
                .bind("plan", plan.id().text())
                .mapTo(String.class)
                .one());
    }
}
