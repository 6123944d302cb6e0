package steward.worksheet.questions;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the four steps of the worksheet.
 *
 * @param number from 1 to 4
 * @param summary "looks right?", asked when all else in the step is settled
 */
public record Step(int number, String title, List<Item> items, Question<Boolean> summary) {

    public static Step step(int number, String title, Item... items) {
        return step(number, title, YesNoAnswer.looksRight(), items);
    }

    /** The step after whose "looks right?" the plan begins to run. */
    public static Step lastStep(int number, String title, Item... items) {
        return step(number, title, YesNoAnswer.mayBegin(), items);
    }

    private static Step step(int number, String title, YesNoAnswer looksRight, Item... items) {
        return new Step(
                number,
                title,
                List.of(items),
                Question.ask("summary." + number, "Step " + number, "Looks right?", looksRight)
                        .unnumbered());
    }

    public Stream<Table> tables() {
        return items.stream().flatMap(item -> item.either(question -> Stream.empty(), Stream::of));
    }

    /** Every question of the step in paper order, those of tables once, its summary last. */
    public Stream<Question<?>> questions() {
        Stream<Question<?>> asked = items.stream()
                .flatMap(item -> item.either(
                        Stream::of, table -> Stream.concat(table.columns().stream(), Stream.of(table.another()))));
        return Stream.concat(asked, Stream.of(summary));
    }
}
