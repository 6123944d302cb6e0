package steward.worksheet.questions;

import java.util.function.Function;

/** What a step is made of, in order: single questions, and tables. */
public sealed interface Item permits Question, Table {

    <R> R either(Function<Question<?>, R> ifQuestion, Function<Table, R> ifTable);
}
