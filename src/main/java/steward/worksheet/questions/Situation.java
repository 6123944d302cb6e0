package steward.worksheet.questions;

import java.time.LocalDate;
import java.util.Optional;
import steward.worksheet.values.Notation;

/**
 * What a question may look at while it is asked, read or shown: the answers so far, its row, the rep's day, and how this workspace
 * writes money and dates.
 *
 * @param row the row that the question stands in, from 1; 0 outside tables
 * @param today the rep's own day
 */
public record Situation(Answers answers, int row, LocalDate today, Notation notation) {

    /** Where there is no plan, no rep, and no day. */
    static final Situation OF_NOTHING = ofNoPlan(LocalDate.EPOCH, Notation.DEFAULT);

    /** What may be looked at where something is read that belongs to no plan. */
    public static Situation ofNoPlan(LocalDate today, Notation notation) {
        return new Situation(Answers.NONE, 0, today, notation);
    }

    /** The plan's year as a number where it is not the running one: then "this year" would mean another. */
    public Optional<Integer> namedYear() {
        return answers.planYear().filter(year -> year != today.getYear());
    }

    /** The answer that stands in the same row, or outside tables. */
    public <T> Optional<T> get(Question<T> question) {
        return answers.get(question, row);
    }

    /** What stands in the same row, or outside tables, as Steward says it. */
    public <T> Optional<String> shown(Question<T> question) {
        return get(question).map(value -> question.answer().shown(value, this));
    }
}
