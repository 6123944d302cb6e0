package steward.plan.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Coaching;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Notation;

/** A letter of SMART that an opportunity or an action has or lacks. */
public enum SmartCriterion {
    /** Specific: the coach has nothing to say about how the opportunity or action is worded. */
    S("specific"),
    /** Measurable: the increase of an opportunity is known. */
    M("measurable"),
    /** With an activity: what the rep will do to win an opportunity is written down. */
    A("activity"),
    /** Realistic: the probability of an opportunity and the gross margin on it are known. */
    R("realistic"),
    /** Timed: an opportunity has the date it will be won by, an action its due date. */
    T("timed");

    private final String meaning;

    SmartCriterion(String meaning) {
        this.meaning = meaning;
    }

    /** What it stands for, in a rep's words. */
    public String meaning() {
        return meaning;
    }

    /** The letters that a row of a table should have: an action measures nothing, and is an activity itself. */
    static List<SmartCriterion> wanted(Table table) {
        return table.equals(Worksheet.ACTIONS) ? List.of(S, T) : List.of(values());
    }

    /** The letters that a row lacks. An opportunity won or lost needs none any more. */
    public static List<SmartCriterion> missing(Plan plan, Table table, int row, LocalDate today) {
        boolean isOver =
                table.equals(Worksheet.OPPORTUNITIES) && !plan.outcome(row).isOpen();
        return isOver
                ? List.of()
                : wanted(table).stream()
                        .filter(letter -> !letter.isIn(plan, table, row, today))
                        .toList();
    }

    private boolean isIn(Plan plan, Table table, int row, LocalDate today) {
        return switch (this) {
            case S -> isSpecific(plan, new Blank(table.first(), row), today);
            case M -> plan.get(Worksheet.INCREASE, row).isPresent();
            case A -> plan.get(Worksheet.ACTIVITY, row).isPresent();
            case R ->
                plan.get(Worksheet.PROBABILITY, row).isPresent()
                        && (plan.get(Worksheet.OWN_MARGIN, row).isPresent()
                                || plan.get(Worksheet.GROSS_MARGIN, 0).isPresent());
            case T -> plan.get(date(table), row).isPresent();
        };
    }

    private static Question<LocalDate> date(Table table) {
        return table.equals(Worksheet.ACTIONS) ? Worksheet.ACTION_DUE : Worksheet.TIMELINE;
    }

    private static boolean isSpecific(Plan plan, Blank what, LocalDate today) {
        Optional<String> words = plan.kept(what);
        return words.filter(text -> Coaching.of(what.question(), text, plan.situation(what, today, Notation.DEFAULT))
                        .isEmpty())
                .isPresent();
    }
}
