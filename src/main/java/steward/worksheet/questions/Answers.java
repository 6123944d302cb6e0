package steward.worksheet.questions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The answers that stand on a worksheet, as its questions see them. */
public interface Answers {

    /** A worksheet with nothing on it. */
    Answers NONE = new Answers() {
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
            return today;
        }
    };

    /** The answer that stands in a blank; {@code row} counts from 1 and is 0 outside tables. */
    <T> Optional<T> get(Question<T> question, int row);

    /** The rows of a table that stand, in order. */
    List<Integer> rows(Table table);

    /** The year that the worksheet is for; empty if it is nobody's. */
    Optional<Integer> planYear();

    /** The last day an action may be due: day 90 of the cycle; before the cycle starts and after it is over, the 90th day counted from today. */
    LocalDate lastDueDay(LocalDate today);
}
