package steward.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Notation;

class WorksheetTest {

    /** These are names in the database of every workspace: add to the list, never change it. */
    @Test
    void keysNeverChange() {
        assertThat(Worksheet.STEPS.stream().flatMap(Step::questions).map(Question::key))
                .containsExactly(
                        "headquarters",
                        "mission",
                        "revenue_goal",
                        "selling",
                        "cross_sell",
                        "summary.1",
                        "final_authority.name",
                        "final_authority.criteria",
                        "final_authority.strategy",
                        "final_authority.another",
                        "user.name",
                        "user.criteria",
                        "user.strategy",
                        "user.another",
                        "advisor.name",
                        "advisor.criteria",
                        "advisor.strategy",
                        "advisor.another",
                        "coach.name",
                        "coach.criteria",
                        "coach.strategy",
                        "coach.another",
                        "summary.2",
                        "opportunity.what",
                        "opportunity.last_year",
                        "opportunity.increase",
                        "opportunity.probability",
                        "opportunity.activity",
                        "opportunity.timeline",
                        "opportunity.margin",
                        "opportunity.another",
                        "gross_margin",
                        "time_spent",
                        "hours_required",
                        "better_yield",
                        "challenges",
                        "key_questions",
                        "summary.3",
                        "action.what",
                        "action.due",
                        "action.contact",
                        "action.another",
                        "summary.4");
        assertThat(Worksheet.question("cancel")).contains(Worksheet.CANCEL);
        assertThat(Worksheet.question("close")).contains(Worksheet.CLOSE);
        assertThat(Worksheet.question("cycle.worked")).contains(Worksheet.CYCLE_WORKED);
        assertThat(Worksheet.question("cycle.not_worked")).contains(Worksheet.CYCLE_NOT_WORKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"850", "about 850", "1", "1.4"})
    void asksWhetherAGoalIsShortOfItsThousands(String said) {
        assertThat(Worksheet.REVENUE_GOAL.read(said, Blanks.situation()).<String>either(money -> "", hint -> hint))
                .contains("Did you mean $");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$850", "850k", "1200", "0.9 million"})
    void takesAGoalThatSaysHowMuchItIs(String said) {
        assertThat(Worksheet.REVENUE_GOAL.read(said, Blanks.situation()).isClear())
                .isTrue();
    }

    @Test
    void everyAnswerHasHelpAReasonAndAnExample() {
        Situation blank = Blanks.situation();
        assertThat(Worksheet.STEPS.stream().flatMap(Step::questions).filter(Question::isNumbered))
                .allSatisfy(question -> {
                    assertThat(question.help(blank)).isNotBlank();
                    assertThat(question.why()).isNotBlank();
                    assertThat(question.example(blank)).isNotBlank();
                });
    }

    /** An example that the question itself could not read would be a trap. */
    @Test
    void everyExampleCanBeRead() {
        Situation known = Blanks.situation();
        assertThat(Worksheet.STEPS.stream()
                        .flatMap(Step::questions)
                        .filter(Question::isNumbered)
                        .filter(question -> !question.equals(Worksheet.ACTION_CONTACT)))
                .allSatisfy(question -> assertThat(question.readKept(question.example(known), known))
                        .isInstanceOf(Reading.Clear.class));
    }

    @Test
    void onlyWhatTheDesignCallsOptionalIsOptional() {
        assertThat(Worksheet.STEPS.stream()
                        .flatMap(Step::questions)
                        .filter(Question::isOptional)
                        .map(Question::key))
                .containsExactly(
                        "mission",
                        "cross_sell",
                        "final_authority.criteria",
                        "final_authority.strategy",
                        "user.criteria",
                        "user.strategy",
                        "advisor.criteria",
                        "advisor.strategy",
                        "coach.criteria",
                        "coach.strategy",
                        "opportunity.margin",
                        "better_yield",
                        "challenges",
                        "key_questions",
                        "action.contact");
    }

    /** A worksheet on which nothing has been answered. */
    private static final class Blanks implements Answers {

        static Situation situation() {
            return new Situation(new Blanks(), 1, LocalDate.of(2026, 3, 2), Notation.DEFAULT);
        }

        @Override
        public <T> Optional<T> get(Question<T> question, int row) {
            return Optional.empty();
        }

        @Override
        public List<Integer> rows(Table table) {
            return List.of();
        }

        @Override
        public Optional<Integer> planYear() {
            return Optional.empty();
        }

        @Override
        public LocalDate lastDueDay(LocalDate today) {
            return today.plusDays(89);
        }
    }
}
