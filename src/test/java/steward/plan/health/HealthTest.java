package steward.plan.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.health.Health.Aspect;
import steward.plan.health.Health.Share;
import steward.plan.health.HealthFix.Remedy;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Notation;

class HealthTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int ROUNDS = 40;

    private Plan plan = blank();
    private Instant now = START;
    private LocalDate today = TODAY;

    /** A plan in which all is known. */
    @BeforeEach
    void healthy() {
        write(new Entry(Kind.CYCLE_STARTED, "", 0, TODAY.toString(), "", now));
        answer("headquarters", 0, "Toledo, Ohio");
        answer("revenue_goal", 0, "120000000");
        answer("selling", 0, "[\"Resin\"]");
        answer("final_authority.name", 1, "Dana Wu, CFO");
        answer("user.name", 1, "Sam Ortiz, line 2 manager");
        answer("advisor.name", 1, "Priya Rao, head of purchasing");
        answer("coach.name", 1, "Lee Marsh, quality engineer");
        answer("opportunity.what", 1, "Win the resin order for line 2");
        answer("opportunity.last_year", 1, "12000000");
        answer("opportunity.increase", 1, "6000000");
        answer("opportunity.probability", 1, "70");
        answer("opportunity.activity", 1, "Run a trial on line 2");
        answer("opportunity.timeline", 1, "2026-06-30");
        answer("gross_margin", 0, "40");
        answer("time_spent", 0, "9360");
        answer("hours_required", 0, "3360");
        answer("action.what", 1, "Call Dana Wu about the trial budget");
        answer("action.due", 1, "2026-03-13");
    }

    @Test
    void aPlanInWhichAllIsKnownIsWell() {
        assertThat(health().points()).isEqualTo(100);
        assertThat(fix()).isEmpty();
    }

    @Test
    void theMostPointsAreAHundred() {
        int sum = 0;
        for (Aspect aspect : Aspect.values()) {
            sum += aspect.pointsMax();
        }
        assertThat(sum).isEqualTo(100);
    }

    @Test
    void aPlanOfWhichNothingIsKnownHasNoPoints() {
        plan = blank();
        assertThat(health().points()).isZero();
    }

    @Test
    void gapsCostTheirShareOfTheAnswers() {
        skip("headquarters", 0);
        skip("time_spent", 0);

        assertThat(health().share(Aspect.ANSWERS)).isEqualTo(new Share(16, 18));
        assertThat(health().points(Aspect.ANSWERS)).isEqualTo(25 * 16 / 18);
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.FILL_IN);
    }

    @Test
    void whatIsOptionalCostsNothing() {
        skip("mission", 0);
        skip("coach.criteria", 1);
        assertThat(health().points()).isEqualTo(100);
    }

    @Test
    void noCoachCostsMost() {
        skip("user.name", 1);
        int withoutUser = health().points();
        answer("user.name", 1, "Sam Ortiz");
        skip("coach.name", 1);

        assertThat(health().points()).isLessThan(withoutUser);
        assertThat(health().points(Aspect.ROLES)).isEqualTo(15);
        skip("user.name", 1);
        assertThat(fix()).map(HealthFix::blank).contains(new Blank(Worksheet.COACH.first(), 1));
    }

    @Test
    void onePersonInEveryRoleIsNotCoverage() {
        for (Table role : Worksheet.ROLES) {
            answer(role.first().key(), 1, "Dana Wu, CFO");
        }
        assertThat(health().points(Aspect.ROLES)).isEqualTo(10);
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.FIND_ANOTHER);

        answer("user.name", 1, "Sam Ortiz");
        assertThat(health().points(Aspect.ROLES)).isEqualTo(25);
    }

    @Test
    void theLettersOfAnOpportunity() {
        assertThat(letters(Worksheet.OPPORTUNITIES)).isEmpty();
        answer("opportunity.what", 1, "Training");
        assertThat(letters(Worksheet.OPPORTUNITIES)).containsExactly(SmartCriterion.S);
        skip("opportunity.increase", 1);
        assertThat(letters(Worksheet.OPPORTUNITIES)).containsExactly(SmartCriterion.S, SmartCriterion.M);
        skip("opportunity.activity", 1);
        assertThat(letters(Worksheet.OPPORTUNITIES))
                .containsExactly(SmartCriterion.S, SmartCriterion.M, SmartCriterion.A);
        skip("gross_margin", 0);
        assertThat(letters(Worksheet.OPPORTUNITIES))
                .containsExactly(SmartCriterion.S, SmartCriterion.M, SmartCriterion.A, SmartCriterion.R);
        answer("opportunity.margin", 1, "60");
        assertThat(letters(Worksheet.OPPORTUNITIES))
                .containsExactly(SmartCriterion.S, SmartCriterion.M, SmartCriterion.A);
        skip("opportunity.timeline", 1);
        assertThat(letters(Worksheet.OPPORTUNITIES))
                .containsExactly(SmartCriterion.S, SmartCriterion.M, SmartCriterion.A, SmartCriterion.T);
        assertThat(health().points(Aspect.OPPORTUNITIES)).isEqualTo(15 / 5);
    }

    @Test
    void anOpportunityThatIsOverNeedsNoLetters() {
        answer("opportunity.what", 1, "Training");
        skip("opportunity.timeline", 1);
        write(new Entry(Kind.WON, "opportunity", 1, "5000000", "", now));
        assertThat(letters(Worksheet.OPPORTUNITIES)).isEmpty();
    }

    @Test
    void theLettersOfAnAction() {
        answer("action.what", 1, "stuff");
        skip("action.due", 1);
        assertThat(letters(Worksheet.ACTIONS)).containsExactly(SmartCriterion.S, SmartCriterion.T);
        assertThat(health().points(Aspect.ACTIONS)).isZero();
    }

    @Test
    void anActionIsOnTrackToTheEndOfItsDay() {
        later(11);
        assertThat(health().points(Aspect.ON_TRACK)).isEqualTo(15);
        later(1);
        assertThat(health().points(Aspect.ON_TRACK)).isZero();
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.MOVE);
    }

    @Test
    void aRunningPlanNeedsAnAction() {
        write(new Entry(Kind.ROW_REMOVED, "action", 1, "", "", now));
        assertThat(health().points(Aspect.ON_TRACK)).isZero();
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.PLAN_ACTION);
    }

    @Test
    void whatIsDoneOrDroppedNeedsNothingAnyMore() {
        action(2, "stuff");
        action(3, "more stuff");
        assertThat(health().points()).isLessThan(100);

        write(new Entry(Kind.DONE, "action", 2, "", "", now));
        write(new Entry(Kind.DROPPED, "action", 3, "", "", now));

        assertThat(health().points()).isEqualTo(100);
        assertThat(plan.gaps()).isEmpty();
        assertThat(fix()).isEmpty();
    }

    private void action(int row, String what) {
        write(new Entry(Kind.ROW_ADDED, "action", row, "", "", now));
        answer("action.what", row, what);
        skip("action.due", row);
    }

    @Test
    void onceAllIsDoneTheNextActionIsWanted() {
        write(new Entry(Kind.DONE, "action", 1, "", "", now));

        assertThat(health().points(Aspect.ON_TRACK)).isZero();
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.PLAN_ACTION);
        assertThat(fix()).map(HealthFix::points).contains(25);
    }

    @Test
    void freshnessFadesOverNinetyDays() {
        answer("action.due", 1, "2026-12-31");
        assertThat(health().points(Aspect.FRESHNESS)).isEqualTo(10);
        later(45);
        assertThat(health().points(Aspect.FRESHNESS)).isEqualTo(5);
        assertThat(fix()).map(HealthFix::remedy).contains(Remedy.LOOK_OVER);
        later(60);
        assertThat(health().points(Aspect.FRESHNESS)).isZero();
        write(new Entry(Kind.RESUMED, "", 0, "", "", now));
        assertThat(health().points(Aspect.FRESHNESS)).isEqualTo(10);
    }

    /** In any plan: 0 to 100; a gap filled never costs a point, and the named fix brings what it promises. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForAnyPlan(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            plan = blank();
            healthy();
            spoil(random);
            Health before = health();
            assertThat(before.points()).isBetween(0, 100);
            promiseIsKept(before.points());
            for (Blank gap : plan.gaps()) {
                Plan filled = plan.with(List.of(answered(gap)));
                assertThat(Health.of(filled, now, today).points())
                        .as("%s in seed %d", gap, seed)
                        .isGreaterThanOrEqualTo(before.points());
            }
        }
    }

    private void promiseIsKept(int before) {
        Optional<HealthFix> fix = fix();
        assertThat(fix.isEmpty()).isEqualTo(before == 100);
        fix.filter(found -> List.of(Remedy.FIND_SOMEONE, Remedy.FILL_IN, Remedy.SHARPEN, Remedy.MOVE)
                        .contains(found.remedy()))
                .ifPresent(found -> assertThat(Health.of(plan.with(List.of(answered(found.blank()))), now, today)
                                .points())
                        .isGreaterThanOrEqualTo(before + found.points()));
        assertThat(fix.map(HealthFix::points).orElse(0)).isGreaterThanOrEqualTo(0);
    }

    /** Rows more, gaps, vague words, one person in several roles, days that pass: whatever happens to plans. */
    private void spoil(Random random) {
        for (int row = 2; row <= 1 + random.nextInt(4); row++) {
            write(new Entry(Kind.ROW_ADDED, "opportunity", row, "", "", now));
            answer(
                    "opportunity.what",
                    row,
                    random.nextBoolean() ? "Training" : "Win the coatings order for line " + row);
            write(new Entry(Kind.ROW_ADDED, "action", row, "", "", now));
            answer("action.what", row, random.nextBoolean() ? "stuff" : "Call Sam about line " + row);
        }
        for (Blank blank : plan.blanks().toList()) {
            if (blank.question().isNumbered() && random.nextInt(3) == 0) {
                skip(blank.question().key(), blank.row());
            } else if (Worksheet.ROLES.stream().anyMatch(role -> role.first().equals(blank.question()))
                    && random.nextBoolean()) {
                answer(blank.question().key(), blank.row(), "Dana Wu, CFO");
            }
        }
        later(random.nextInt(120));
    }

    private Entry answered(Blank blank) {
        if (Worksheet.ROLES.stream().anyMatch(role -> role.first().equals(blank.question()))) {
            return new Entry(Kind.ANSWERED, blank.question().key(), blank.row(), "Noor Haddad", "", now);
        }
        String kept = blank.question().answer().isDate()
                ? today.plusDays(1).toString()
                : blank.question()
                        .readKept(
                                blank.question().example(plan.situation(blank, today, Notation.DEFAULT)),
                                plan.situation(blank, today, Notation.DEFAULT))
                        .either(value -> value, hint -> hint);
        return new Entry(Kind.ANSWERED, blank.question().key(), blank.row(), kept, kept, now);
    }

    private List<SmartCriterion> letters(Table table) {
        return SmartCriterion.missing(plan, table, 1, today);
    }

    private Health health() {
        return Health.of(plan, now, today);
    }

    private Optional<HealthFix> fix() {
        return HealthFix.worthMost(plan, now, today);
    }

    private void later(int days) {
        now = now.plus(Duration.ofDays(days));
        today = today.plusDays(days);
    }

    private void answer(String question, int row, String kept) {
        write(new Entry(Kind.ANSWERED, question, row, kept, kept, now));
    }

    private void skip(String question, int row) {
        write(new Entry(Kind.SKIPPED, question, row, "", "", now));
    }

    private void write(Entry entry) {
        plan = plan.with(new ArrayList<>(List.of(entry)));
    }

    private static Plan blank() {
        return new Plan(new PlanId("acme"), new RepId("T1", "U1"), "Acme", 2026, List.of());
    }
}
