package steward.export.document;

import java.util.List;
import java.util.Locale;
import steward.export.office.Paper;

/**
 * A plan as it is laid out on paper, all in words. What is not known is said so; what was left blank is not there.
 *
 * @param anchor what links lead to its beginning
 * @param stands "Draft", "Day 23 of 90, until 29 May 2026"
 * @param asOf the day it is printed
 * @param glance how it stands, above all else
 * @param opportunitiesTold the goal set beside them
 * @param earlier the actions of earlier cycles
 */
record PlanDocument(
        String anchor,
        Size size,
        String account,
        int year,
        String rep,
        String stands,
        String asOf,
        Glance glance,
        List<Role> roles,
        List<Line> snapshot,
        List<Contact> contacts,
        List<Opportunity> opportunities,
        Totals totals,
        List<String> opportunitiesTold,
        List<Formula> roti,
        List<Line> measures,
        List<Line> thinking,
        List<ToDo> actions,
        List<ToDo> earlier,
        List<Line> lookBack) {

    /** What the paper is cut to. */
    enum Size {
        A4("A4", 11_906, 16_838),
        LETTER("letter", 12_240, 15_840);

        /** How wide what is printed is, on either paper, in twentieths of a point. */
        static final int TEXT_WIDTH = 10_318;

        private final String css;
        private final int width;
        private final int height;

        Size(String css, int width, int height) {
            this.css = css;
            this.width = width;
            this.height = height;
        }

        static Size usualIn(Locale locale) {
            return Paper.isLetterIn(locale) ? LETTER : A4;
        }

        /** What a style sheet calls it. */
        String css() {
            return css;
        }

        /** In twentieths of a point, as the height and the margin are. */
        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int margin() {
            return (width - TEXT_WIDTH) / 2;
        }
    }

    /** Whether there were other cycles before this one. */
    boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    boolean hasLookBack() {
        return !lookBack.isEmpty();
    }

    boolean hasOpportunities() {
        return !opportunities.isEmpty();
    }

    /** The year whose revenue the opportunities are measured against. */
    int yearBefore() {
        return year - 1;
    }

    String title() {
        return account + " " + year + ": account plan";
    }

    /** The numbers that are one amount over another. */
    List<Formula> rates() {
        return roti.stream().filter(Formula::isFraction).toList();
    }

    /** What else is said of the return on time. */
    List<Formula> otherNumbers() {
        return roti.stream().filter(formula -> !formula.isFraction()).toList();
    }

    boolean hasActions() {
        return !actions.isEmpty();
    }

    /**
     * A question's short name and its answer.
     *
     * @param asked what the worksheet calls it, where that is more than its short name
     */
    record Line(String label, String asked, Answer answer) {

        /** So many characters stand on a line. */
        private static final int SHORT_MAX = 95;

        /** Whether there are bullets to show. */
        boolean isList() {
            return !items().isEmpty();
        }

        List<String> items() {
            return answer.items();
        }

        /** Whether they are so short that several stand on a line. */
        boolean isShort() {
            return items().stream().mapToInt(String::length).sum() <= SHORT_MAX;
        }
    }

    /**
     * @param known whether it says an answer, rather than that there is none yet
     * @param items those of a list, one by one; empty if it is none
     */
    record Answer(String text, boolean known, List<String> items) {

        Answer(String text, boolean known) {
            this(text, known, List.of());
        }
    }

    /**
     * Someone who decides or influences, in one of their roles.
     *
     * @param role said with each, wherever a page ends and for whoever has the table read out
     * @param isFirst whether the contact before has another role
     */
    record Contact(String role, boolean isFirst, Answer who, String position, String criteria, String purpose) {}

    /**
     * What is to be won.
     *
     * @param egp the expected gross profit
     * @param increase the actual one once it is won
     * @param outcome what became of it; empty while it is open
     * @param late what is said of it where it is open past its date; empty if it is not
     */
    record Opportunity(
            String what,
            String activity,
            Answer lastYear,
            Answer increase,
            Answer probability,
            Answer margin,
            Answer egp,
            Answer wonBy,
            String outcome,
            String late) {

        boolean isOver() {
            return !outcome.isEmpty();
        }

        /** What stands in columns of numbers, in their order. */
        List<Answer> numbers() {
            return List.of(lastYear, increase, probability, margin, egp);
        }
    }

    /** A role on the map of who decides and influences: each who stands in it is a mark. */
    record Role(String label, List<String> people) {

        /** Whether nobody stands in it yet. */
        boolean isOpen() {
            return people.isEmpty();
        }
    }

    /** What the columns of the opportunities add up to. */
    record Totals(Answer lastYear, Answer increase, Answer egp) {}

    /**
     * A number with how it comes about: "Planned ROTI", "EGP ÷ hours required = $21,800 ÷ 33 h", "$660.61 an hour".
     *
     * @param fraction the same as one amount over another; empty if it is none
     */
    record Formula(String name, String how, List<Fraction> fraction, Answer result) {

        boolean isFraction() {
            return !fraction.isEmpty();
        }

        /** Whether it waits for something. */
        boolean isOpen() {
            return !result.known();
        }
    }

    /** One amount over another, with what they are called: "EGP" over "hours required", "$21,800" over "33 h". */
    record Fraction(String name, String over, String amount, String hours) {}

    /**
     * What the rep does, did or dropped.
     *
     * @param stands "Done 4 Mar 2026", "Overdue"; empty while it is simply to be done
     */
    record ToDo(String what, String with, Answer due, boolean done, boolean isOverdue, String stands) {}
}
