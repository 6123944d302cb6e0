package steward.plan;

import steward.worksheet.Question;

/**
 * The place where a question's answer stands.
 *
 * @param row the table row from 1; 0 outside tables
 */
public record Blank(Question<?> question, int row) {

    @Override
    public String toString() {
        return row == 0 ? question.key() : question.key() + " " + row;
    }
}
