package steward.worksheet.questions;

import java.util.Optional;

/** A rule that a value must keep beyond being readable. */
@FunctionalInterface
public interface Check<T> {

    /** What is wrong and what to say instead, as {@link Reading#unclear} takes it; empty if the value is fine. */
    Optional<String> complaint(T value, Situation situation);
}
