package steward.export.document;

import java.util.Map;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** What the worksheet on paper calls a blank, where that is not the short name that Steward has for it. */
final class PaperWords {

    private static final Map<Question<?>, String> WORDS = Map.of(
            Worksheet.HEADQUARTERS, "key account HQ, location",
            Worksheet.REVENUE_GOAL, "for this account",
            Worksheet.SELLING, "to this account",
            Worksheet.CROSS_SELL, "or up-sell",
            Worksheet.TIME_SPENT, "weekly, monthly, throughout the year",
            Worksheet.BETTER_YIELD, "of time and revenue",
            Worksheet.CHALLENGES, "and considerations to grow",
            Worksheet.KEY_QUESTIONS, "good and great questions");

    private PaperWords() {}

    /** Empty where they are the same. */
    static String of(Question<?> question) {
        return WORDS.getOrDefault(question, "");
    }
}
