package steward.store.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.store.StoreFixture;

/** The views that reports rely on: their columns, and what stands in them. */
abstract class ViewsContract extends StoreFixture {

    private Instant clock = MONDAY;

    @BeforeEach
    void startPlan() {
        start(PRIYA, ACME, "Acme");
    }

    @Test
    void theirColumnsAreAPromise() {
        assertThat(columns("plans"))
                .isEqualTo("plan_id, team_id, owner_id, account, year, status, cycle, cycle_start, created_at,"
                        + " updated_at");
        assertThat(columns("answers")).isEqualTo("plan_id, number, question, row_no, value, said, answered_at");
        assertThat(columns("contacts")).isEqualTo("plan_id, role, row_no, name, position, criteria, strategy");
        assertThat(columns("opportunities"))
                .isEqualTo(
                        "plan_id, row_no, what, last_year, increase, renewal, probability, margin, activity, timeline,"
                                + " status, won_amount");
        assertThat(columns("actions")).isEqualTo("plan_id, row_no, cycle, what, due, contact, status, done_at");
        assertThat(columns("time_log"))
                .isEqualTo("entry_id, plan_id, rep_id, spent_on, minutes, upkeep, note, logged_at");
        assertThat(columns("roti"))
                .isEqualTo(
                        "plan_id, egp, open_egp, minutes_required, minutes_logged, minutes_upkeep, gross_profit_won");
    }

    @Test
    void aPlanIsADraftUntilItsCycleStarts() {
        assertThatRows("select plan_id, team_id, owner_id, account, year, status, cycle, cycle_start from plans")
                .containsExactly("acme|T1|U1|Acme|2027|draft|0|-");
        assertThatRows("select created_at, updated_at from plans")
                .containsExactly(MONDAY.toEpochMilli() + "|" + MONDAY.toEpochMilli());

        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-01");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-05-30");
        assertThatRows("select status, cycle, cycle_start from plans").containsExactly("running|2|2027-05-30");
        assertThatRows("select created_at, updated_at from plans")
                .containsExactly(MONDAY.toEpochMilli() + "|" + clock.toEpochMilli());

        happened(Kind.CLOSED, "", 0, "lost them");
        assertThatRows("select status, cycle from plans").containsExactly("closed|2");
        happened(Kind.RESUMED, "", 0, "");
        assertThatRows("select status, cycle from plans").containsExactly("running|2");
    }

    @Test
    void aStartThatIsTakenBackLeavesADraft() {
        answered("action.what", 1, "Call Lee");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-01");
        happened(Kind.CYCLE_TAKEN_BACK, "", 0, "");
        assertThatRows("select status, cycle, cycle_start from plans").containsExactly("draft|0|-");

        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-08");
        answered("action.what", 2, "Visit Gary");
        assertThatRows("select status, cycle, cycle_start from plans").containsExactly("running|1|2027-03-08");
        assertThatRows("select cycle from actions").containsExactly("1", "1");
    }

    @Test
    void theLatestAnswerStandsUnderItsFirstNumber() {
        happened(Kind.ASKED, "mission", 0, "i1");
        answered("headquarters", 0, "Chicago");
        answered("mission", 0, "To coat");
        happened(Kind.REOPENED, "headquarters", 0, "");
        answered("headquarters", 0, "Boston");
        happened(Kind.COACHED, "headquarters", 0, "Which site?");
        happened(Kind.UNREAD, "headquarters", 0, "");
        happened(Kind.KEPT, "headquarters", 0, "");
        assertThatRows("select number, question, row_no, value, said from answers order by number")
                .containsExactly("1|headquarters|0|Boston|said Boston", "2|mission|0|To coat|said To coat");
        assertThatRows("select answered_at from answers where question = 'mission'")
                .containsExactly(Long.toString(MONDAY.plusSeconds(3).toEpochMilli()));
    }

    @Test
    void aSkippedBlankIsAbsentAndKeepsItsNumber() {
        skipped("headquarters", 0);
        answered("mission", 0, "To coat");
        answered("revenue_goal", 0, "120000000");
        skipped("revenue_goal", 0);
        answered("selling", 0, "[\"resin\"]");
        assertThatRows("select number, question from answers order by number")
                .containsExactly("2|mission", "4|selling");

        answered("headquarters", 0, "Chicago");
        assertThatRows("select number, question from answers order by number")
                .containsExactly("1|headquarters", "2|mission", "4|selling");
    }

    @Test
    void onlyWhatHasANumberIsAnAnswer() {
        answered("headquarters", 0, "Chicago");
        answered("summary.1", 0, "yes");
        answered("coach.name", 1, "Lee");
        answered("coach.another", 1, "no");
        answered("cancel", 0, "no");
        answered("close", 0, "no");
        answered("cycle.worked", 1, "Early visits");
        answered("cycle.not_worked", 1, "Late offers");
        answered("gross_margin", 0, "60");
        assertThatRows("select number, question, row_no, value from answers order by answered_at")
                .containsExactly("1|headquarters|0|Chicago", "2|coach.name|1|Lee", "3|gross_margin|0|60");
    }

    @Test
    void aRowWhoseFirstQuestionIsSkippedIsFoldedAway() {
        answered("coach.name", 1, "Lee");
        answered("coach.criteria", 1, "Price");
        answered("coach.name", 2, "Kim");
        answered("user.criteria", 1, "Speed");
        answered("user.name", 1, "Ann");
        skipped("coach.name", 1);
        assertThatRows("select number, question, row_no from answers order by number")
                .containsExactly("3|coach.name|2", "4|user.criteria|1", "5|user.name|1");
        assertThatRows("select role, row_no, name from contacts order by role")
                .containsExactly("coach|2|Kim", "user|1|Ann");

        answered("coach.name", 1, "Lea");
        assertThatRows("select name, criteria from contacts where role = 'coach' order by row_no")
                .containsExactly("Lea|Price", "Kim|-");
    }

    @Test
    void plansDoNotMix() {
        start(PRIYA, BOREALIS, "Borealis");
        answered("coach.name", 1, "Lee");
        turn(
                PRIYA,
                session -> session.write(BOREALIS, List.of(new Entry(Kind.SKIPPED, "coach.name", 1, "", "", MONDAY))));
        turn(
                PRIYA,
                session ->
                        session.write(BOREALIS, List.of(new Entry(Kind.ANSWERED, "mission", 0, "Cold", "", MONDAY))));
        assertThatRows("select plan_id, number, question from answers order by plan_id")
                .containsExactly("acme|1|coach.name", "borealis|2|mission");
    }

    @Test
    void aContactIsANameAndMaybeAPosition() {
        answered("final_authority.name", 1, "Dana Wu, CFO, Americas");
        answered("final_authority.criteria", 1, "Payback");
        answered("final_authority.strategy", 1, "Get the budget");
        answered("user.name", 1, "Ann");
        answered("advisor.name", 1, "Max ,  Legal");
        answered("action.what", 1, "Call Dana");
        assertThatRows("select role, row_no, name, position, criteria, strategy from contacts order by role")
                .containsExactly(
                        "advisor|1|Max|Legal|-|-",
                        "final_authority|1|Dana Wu|CFO, Americas|Payback|Get the budget",
                        "user|1|Ann|-|-|-");
    }

    @Test
    void anOpportunityHasNumbersThatAreNumbers() {
        answered("opportunity.what", 1, "Resin");
        answered("opportunity.last_year", 1, "12000000");
        answered("opportunity.increase", 1, "6600000");
        answered("opportunity.probability", 1, "37.5");
        answered("opportunity.margin", 1, "40");
        answered("opportunity.activity", 1, "Trial at the Gary site");
        answered("opportunity.timeline", 1, "2027-06-30");
        answered("opportunity.what", 2, "Service");
        answered("opportunity.last_year", 2, "3000000000");
        answered("opportunity.increase", 2, "keep");
        answered("opportunity.what", 3, "Training");
        skipped("opportunity.increase", 3);
        assertThatRows("select row_no, what, last_year, increase, renewal, probability, margin, activity, timeline,"
                        + " status, won_amount from opportunities order by row_no")
                .containsExactly(
                        "1|Resin|12000000|6600000|0|37.5|40|Trial at the Gary site|2027-06-30|open|-",
                        "2|Service|3000000000|0|1|-|-|-|-|open|-",
                        "3|Training|-|-|0|-|-|-|-|open|-");
        assertThatRows("select cast(sum(increase * probability / 100) as bigint) from opportunities where probability"
                        + " > 9")
                .containsExactly("2475000");
    }

    @Test
    void anOpportunityIsOpenUntilItIsWonOrLostAndMayBeAgain() {
        answered("opportunity.what", 1, "Resin");
        answered("opportunity.what", 2, "Service");
        answered("opportunity.what", 3, "Training");
        happened(Kind.WON, "opportunity", 1, "6600000");
        happened(Kind.LOST, "opportunity", 2, "Price");
        happened(Kind.WON, "opportunity", 3, "100");
        happened(Kind.STILL_OPEN, "opportunity", 3, "");
        answered("opportunity.won", 1, "6600000");
        assertThatRows("select row_no, what, status, won_amount from opportunities order by row_no")
                .containsExactly("1|Resin|won|6600000", "2|Service|lost|-", "3|Training|open|-");
        assertThatRows("select count(*) from answers").containsExactly("3");
    }

    @Test
    void theTimeLogHoldsWhatStands() {
        happened(Kind.LOGGED, "", 1, "2027-03-01 growth 90");
        happened(Kind.LOGGED, "", 2, "2027-03-02 upkeep 45");
        happened(Kind.LOGGED, "", 3, "2027-03-02 growth 600");
        happened(Kind.LOGGED, "", 2, "2027-02-28 upkeep 60");
        happened(Kind.UNLOGGED, "", 3, "");
        assertThatRows("select entry_id, plan_id, rep_id, spent_on, minutes, upkeep, note from time_log order by"
                        + " entry_id")
                .containsExactly(
                        "acme.1|acme|U1|2027-03-01|90|0|said 2027-03-01 growth 90",
                        "acme.2|acme|U1|2027-02-28|60|1|said 2027-02-28 upkeep 60");
        assertThatRows("select logged_at from time_log where entry_id = 'acme.2'")
                .containsExactly(Long.toString(MONDAY.plusSeconds(4).toEpochMilli()));
    }

    @Test
    void theRotiIsWhatCanBeWorkedOutByHand() {
        assertThatRows("select * from roti").containsExactly("acme|0|0|-|0|0|0");

        answered("opportunity.what", 1, "Resin");
        answered("opportunity.increase", 1, "6000000");
        answered("opportunity.probability", 1, "70");
        answered("opportunity.what", 2, "Training");
        answered("opportunity.increase", 2, "2500000");
        answered("opportunity.probability", 2, "50");
        answered("gross_margin", 0, "40");
        answered("hours_required", 0, "3360");
        happened(Kind.LOGGED, "", 1, "2027-03-01 growth 4200");
        happened(Kind.LOGGED, "", 2, "2027-03-02 upkeep 1860");
        assertThatRows("select * from roti").containsExactly("acme|2180000|2180000|3360|4200|1860|0");

        happened(Kind.WON, "opportunity", 1, "6600000");
        assertThatRows("select * from roti").containsExactly("acme|3140000|500000|3360|4200|1860|2640000");

        happened(Kind.LOST, "opportunity", 2, "Price");
        answered("opportunity.margin", 1, "37.5");
        assertThatRows("select * from roti").containsExactly("acme|2475000|0|3360|4200|1860|2475000");
    }

    @Test
    void halfACentIsRoundedUpThoughNoBinaryFractionIsHalf() {
        answered("opportunity.what", 1, "Resin");
        answered("opportunity.increase", 1, "500");
        answered("opportunity.probability", 1, "87.5");
        answered("gross_margin", 0, "69.6");
        assertThatRows("select egp, open_egp from roti").containsExactly("305|305");

        happened(Kind.WON, "opportunity", 1, "125");
        answered("gross_margin", 0, "0.4");
        assertThatRows("select egp, gross_profit_won from roti").containsExactly("1|1");
    }

    @Test
    void anActionNamesItsContactAndLivesInACycle() {
        answered("coach.name", 1, "Lee Park, Buyer");
        answered("action.what", 1, "Call Lee");
        answered("action.due", 1, "2027-03-12");
        answered("action.contact", 1, "coach.1");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-01");
        answered("action.what", 2, "Find a user");
        skipped("action.contact", 2);
        happened(Kind.CYCLE_STARTED, "", 0, "2027-05-30");
        answered("action.what", 3, "Visit Gary");
        answered("action.contact", 3, "user.1");
        answered("action.what", 1, "Call Lee again");
        assertThatRows("select row_no, cycle, what, due, contact, status, done_at from actions order by row_no")
                .containsExactly(
                        "1|1|Call Lee again|2027-03-12|Lee Park|open|-",
                        "2|1|Find a user|-|-|open|-",
                        "3|2|Visit Gary|-|-|open|-");
    }

    @Test
    void anActionIsOpenUntilItIsDoneOrDroppedAndMayBeAgain() {
        for (int row = 1; row <= 5; row++) {
            answered("action.what", row, "Action " + row);
        }
        happened(Kind.DONE, "action", 1, "");
        Instant done = clock;
        happened(Kind.DROPPED, "action", 2, "Nobody needs it");
        happened(Kind.DONE, "action", 3, "");
        happened(Kind.UNDONE, "action", 3, "");
        happened(Kind.DONE, "action", 4, "");
        happened(Kind.DROPPED, "action", 4, "");
        happened(Kind.SNOOZED, "action", 5, "2027-03-08");
        assertThatRows("select row_no, status, done_at from actions order by row_no")
                .containsExactly("1|done|" + done.toEpochMilli(), "2|dropped|-", "3|open|-", "4|dropped|-", "5|open|-");
    }

    @Test
    void anActionCarriedOverLivesInTheCycleThatItWasCarriedInto() {
        answered("action.what", 1, "Call Lee");
        answered("action.what", 2, "Visit Gary");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-03-01");
        happened(Kind.DONE, "action", 2, "");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-05-30");
        happened(Kind.CARRIED, "action", 1, "");
        assertThatRows("select row_no, cycle, status from actions order by row_no")
                .containsExactly("1|2|open", "2|1|done");
        happened(Kind.CYCLE_STARTED, "", 0, "2027-08-28");
        happened(Kind.CARRIED, "action", 1, "");
        assertThatRows("select cycle from actions where row_no = 1").containsExactly("3");
    }

    private void answered(String question, int row, String value) {
        happened(Kind.ANSWERED, question, row, value);
    }

    private void skipped(String question, int row) {
        happened(Kind.SKIPPED, question, row, "");
    }

    /** One more entry in the plan, a second after the one before. */
    private void happened(Kind kind, String question, int row, String value) {
        clock = clock.plusSeconds(1);
        String said = value.isEmpty() ? "" : "said " + value;
        turn(PRIYA, session -> session.write(ACME, List.of(new Entry(kind, question, row, value, said, clock))));
    }

    private String columns(String view) {
        return outside()
                .withHandle(sql -> sql.createQuery("select * from " + view + " where 1 = 0")
                        .scanResultSet((rows, context) -> {
                            ResultSetMetaData about = rows.get().getMetaData();
                            List<String> names = new ArrayList<>();
                            for (int column = 1; column <= about.getColumnCount(); column++) {
                                names.add(about.getColumnLabel(column));
                            }
                            return String.join(", ", names);
                        }));
    }

    /** The rows that a query finds, each as its values with bars between; null is a dash. */
    private ListAssert<String> assertThatRows(String query) {
        List<String> rows = outside()
                .withHandle(sql ->
                        sql.createQuery(query).map((row, context) -> line(row)).list());
        return assertThat(rows);
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(Objects.toString(row.getObject(column), "-"));
        }
        return String.join("|", values);
    }
}
