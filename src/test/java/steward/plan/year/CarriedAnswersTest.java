package steward.plan.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Suggestion;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Increase;
import steward.worksheet.values.LocalYear;

/** What last year's plan gives to the next, and what it keeps to itself. */
class CarriedAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-16T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final List<Entry> last = new ArrayList<>();

    @Test
    void ofWhatWasWonTheRevenueIsWhatItSoldBeforeAndTheIncrease() {
        opportunity(1, "Resin", "12000000", "6000000", "2026-06-30");
        entry(Kind.WON, Worksheet.OPPORTUNITIES.key(), 1, "6600000");
        assertThat(suggested(Worksheet.LAST_YEAR, 1)).contains("18600000");
        assertThat(suggested(Worksheet.INCREASE, 1))
                .contains(Worksheet.INCREASE.answer().kept(Increase.RENEWAL));
        assertThat(suggested(Worksheet.TIMELINE, 1)).contains("2027-06-30");
    }

    @Test
    void ofARenewalKeptAtLessTheRevenueIsWhatItWasKeptAt() {
        opportunity(1, "Coatings", "32000000", "0", "2026-06-30");
        entry(Kind.WON, Worksheet.OPPORTUNITIES.key(), 1, "-2000000");
        assertThat(suggested(Worksheet.LAST_YEAR, 1)).contains("30000000");
    }

    @Test
    void whatIsOpenStaysAsItIsAndADayThatIsOverIsNotOffered() {
        opportunity(1, "Resin", "12000000", "6000000", "2026-06-30");
        assertThat(suggested(Worksheet.LAST_YEAR, 1)).contains("12000000");
        assertThat(suggested(Worksheet.INCREASE, 1)).contains("6000000");
        assertThat(suggested(Worksheet.TIMELINE, 1)).isEmpty();
    }

    @Test
    void whatWasLostIsLeftBehindWithoutAHole() {
        opportunity(1, "Mixers", "0", "8000000", "2026-06-30");
        entry(Kind.ROW_ADDED, Worksheet.OPPORTUNITIES.key(), 2, "");
        opportunity(2, "Resin", "12000000", "6000000", "2027-06-30");
        entry(Kind.LOST, Worksheet.OPPORTUNITIES.key(), 1, "price");
        assertThat(suggested(Worksheet.OPPORTUNITY, 1)).contains("Resin");
        assertThat(suggested(Worksheet.OPPORTUNITY, 2)).isEmpty();
    }

    @Test
    void anActionIsCarriedWhileItIsOpenWithTheSamePersonInAnotherRow() {
        answered(Worksheet.USER.first(), 1, "Sam Ortiz");
        entry(Kind.ROW_ADDED, Worksheet.USER.key(), 2, "");
        answered(Worksheet.USER.first(), 2, "Lee Marsh");
        entry(Kind.ROW_REMOVED, Worksheet.USER.key(), 1, "");
        answered(Worksheet.ACTION, 1, "Call Sam");
        entry(Kind.ROW_ADDED, Worksheet.ACTIONS.key(), 2, "");
        answered(Worksheet.ACTION, 2, "Call Lee");
        answered(Worksheet.ACTION_CONTACT, 2, "user.2");
        entry(Kind.DONE, Worksheet.ACTIONS.key(), 1, "");
        assertThat(suggested(Worksheet.ACTION, 1)).contains("Call Lee");
        assertThat(suggested(Worksheet.ACTION_CONTACT, 1)).contains("user.1");
        assertThat(suggested(Worksheet.USER.first(), 1)).contains("Lee Marsh");
    }

    @Test
    void keyQuestionsAreAskedAnew() {
        answered(Worksheet.KEY_QUESTIONS, 0, "[\"What does downtime cost?\"]");
        assertThat(suggested(Worksheet.KEY_QUESTIONS, 0)).isEmpty();
    }

    @Test
    void nothingIsAnsweredBeforeTheRepHasSaidSo() {
        answered(Worksheet.HEADQUARTERS, 0, "Toledo");
        Plan next = next();
        assertThat(next.kept(Blank.of(Worksheet.HEADQUARTERS))).isEmpty();
        assertThat(next.open()).contains(Blank.of(Worksheet.HEADQUARTERS));
    }

    @Test
    void whatWasSaidOfOnePersonIsNotOfferedForAnother() {
        answered(Worksheet.USER.first(), 1, "Sam Ortiz, line 2 manager");
        answered(Worksheet.USER.columns().get(1), 1, "Less scrap");
        Blank criteria = new Blank(Worksheet.USER.columns().get(1), 1);
        assertThat(named("Sam Ortiz, plant manager").suggestion(criteria, TODAY))
                .isPresent();
        assertThat(named("Lee Marsh, quality").suggestion(criteria, TODAY)).isEmpty();
    }

    private Plan named(String user) {
        return next().with(
                        List.of(new Entry(Kind.ANSWERED, Worksheet.USER.first().key(), 1, user, user, NOW)));
    }

    private void opportunity(int row, String what, String lastYear, String increase, String timeline) {
        answered(Worksheet.OPPORTUNITY, row, what);
        answered(Worksheet.LAST_YEAR, row, lastYear);
        answered(Worksheet.INCREASE, row, increase);
        answered(Worksheet.TIMELINE, row, timeline);
    }

    private void answered(Question<?> question, int row, String kept) {
        entry(Kind.ANSWERED, question.key(), row, kept);
    }

    private void entry(Kind kind, String question, int row, String value) {
        last.add(new Entry(kind, question, row, value, "", Instant.parse("2026-03-02T15:00:00Z")));
    }

    private Optional<String> suggested(Question<?> question, int row) {
        return next().suggestion(new Blank(question, row), TODAY).map(Suggestion::kept);
    }

    private Plan next() {
        return plan(2027, CarriedAnswers.from(plan(2026, last), LocalYear.UNKNOWN, TODAY, NOW));
    }

    private static Plan plan(int year, List<Entry> entries) {
        return new Plan(new PlanId("p" + year), new RepId("T1", "U1"), "Acme", year, entries);
    }
}
