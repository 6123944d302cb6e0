package steward.worksheet;

import static steward.worksheet.questions.Question.ask;

import java.math.BigDecimal;
import steward.worksheet.answers.MoneyAnswer;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Money;

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
}
