package steward.endtoend;

/**
 * A question that Steward asks, and how the rep answers it.
 *
 * @param row from 1; 0 outside tables
 * @param typed the answer as words, which every question takes
 * @param way how it can be given without typing, if there is one
 * @param shown what the answered question shrinks to holds this
 */
record Line(String question, int row, String typed, Way way, String shown) {

    /** How a rep answers. */
    enum Way {
        TYPE,
        TAP,
        PICK_DATE
    }

    static Line typed(String question, int row, String typed, String shown) {
        return new Line(question, row, typed, Way.TYPE, shown);
    }

    /** "Another?", which shrinks to its own question and the answer. */
    static Line another(String table, int row) {
        return new Line(table + ".another", row, "No", Way.TAP, "No");
    }

    static Line tapped(String question, int row, String label, String shown) {
        return new Line(question, row, label, Way.TAP, shown);
    }

    static Line picked(String question, int row, String date, String shown) {
        return new Line(question, row, date, Way.PICK_DATE, shown);
    }

    /** "Looks right?", whose button says something else than the rep would type. */
    static Line summary(int step, String button) {
        return new Line("summary." + step, 0, button, Way.TAP, "Step " + step);
    }

    /** The answer in words where the label of a button is none. */
    String asWords() {
        return question.startsWith("summary.") ? "yes" : typed;
    }

    /** The question and row as one word. */
    String blank() {
        return question + " " + row;
    }
}
