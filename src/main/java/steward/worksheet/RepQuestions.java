package steward.worksheet;

import static steward.worksheet.Question.ask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What Steward asks a rep about themselves: these questions stand on no worksheet, but are read in the same way. */
public final class RepQuestions {

    private RepQuestions() {}

    public static final Question<Money> BREAK_EVEN = ask(
                    "break_even", "Break-even", "What does an hour of yours cost?", MoneyAnswer.anHour())
            .optional()
            .unnumbered()
            .check(Checks.aboveZero())
            .why("Accounts whose next hour earns less than this are marked.")
            .example(situation -> Money.exactly(BigDecimal.valueOf(75), situation.notation())
                    .orElseThrow()
                    .shown(situation.notation()));

    /** What these questions see: the rep's day, and no worksheet. */
    public static Situation situation(LocalDate today, Notation notation) {
        return new Situation(new NoWorksheet(), 0, today, notation);
    }

    private record NoWorksheet() implements Answers {

        @Override
        public <T> Optional<T> get(Question<T> question, int row) {
            return Optional.empty();
        }

        @Override
        public List<Integer> rows(Table table) {
            return List.of();
        }

        @Override
        public LocalDate lastDueDay(LocalDate today) {
            return today;
        }
    }
}
