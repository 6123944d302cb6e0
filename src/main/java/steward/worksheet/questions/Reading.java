package steward.worksheet.questions;

import java.util.List;
import java.util.function.Function;

/**
 * The result of reading a reply: clear, with the value, or unclear, with what to tell the rep.
 *
 * <p>A reply that can't be read is no failure of the program but a thing that reps do; so it is a value, not an exception.
 */
public sealed interface Reading<T> {

    static <T> Reading<T> clear(T value) {
        return new Clear<>(value);
    }

    /** A reply not understood; the hint says in a short sentence or two what was wrong and what to write instead. */
    static <T> Reading<T> unclear(String hint) {
        return unclear(hint, List.of());
    }

    /** The same with what may be meant, the likeliest first. */
    static <T> Reading<T> unclear(String hint, List<Choice> choices) {
        return new Unclear<>(hint, choices);
    }

    <R> R either(Function<? super T, ? extends R> ifClear, Function<String, ? extends R> ifUnclear);

    /** Reads on from a clear value; an unclear reading stays as it is. */
    <R> Reading<R> then(Function<? super T, Reading<R>> next);

    /** What may be meant by a reply not understood, the likeliest first; none if it is clear. */
    List<Choice> choices();

    /** Whether the reply was understood. */
    default boolean isClear() {
        return either(value -> true, hint -> false);
    }

    /** A reply understood. */
    record Clear<T>(T value) implements Reading<T> {
        @Override
        public <R> R either(Function<? super T, ? extends R> ifClear, Function<String, ? extends R> ifUnclear) {
            return ifClear.apply(value);
        }

        @Override
        public <R> Reading<R> then(Function<? super T, Reading<R>> next) {
            return next.apply(value);
        }

        @Override
        public List<Choice> choices() {
            return List.of();
        }
    }

    /** A reply that could not be read, and the hint for the rep. */
    record Unclear<T>(String hint, List<Choice> choices) implements Reading<T> {

        public Unclear {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R either(Function<? super T, ? extends R> ifClear, Function<String, ? extends R> ifUnclear) {
            return ifUnclear.apply(hint);
        }

        @Override
        public <R> Reading<R> then(Function<? super T, Reading<R>> next) {
            return new Unclear<>(hint, choices);
        }
    }
}
