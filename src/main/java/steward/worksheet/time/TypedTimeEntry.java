package steward.worksheet.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import steward.worksheet.questions.Reading;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/**
 * An entry for the time log as a rep types it, parsed: "45 min upkeep Cargo yesterday".
 *
 * @param words all its words, in the order typed
 * @param time the time spent, or why it can't be read; empty if none is said
 * @param isUnitSaid whether the time says by itself that it is one: "2h", not "2"
 * @param day the day, or why it can't be read; empty if none is said
 * @param upkeep whether it is said to have served the account as it is; empty if nothing is said of that
 */
public record TypedTimeEntry(
        List<Word> words,
        Optional<Reading<Hours>> time,
        boolean isUnitSaid,
        Optional<Reading<LocalDate>> day,
        Optional<Boolean> upkeep) {

    /** What a word is for. */
    public enum Mark {
        TIME,
        DAY,
        KIND,
        OTHER
    }

    /** A word as it was typed. */
    public record Word(String text, Mark mark) {}

    public TypedTimeEntry {
        words = List.copyOf(words);
    }

    /** The same words with another time and day. */
    public TypedTimeEntry spent(Hours hours, LocalDate on) {
        return new TypedTimeEntry(
                words, Optional.of(Reading.clear(hours)), isUnitSaid, Optional.of(Reading.clear(on)), upkeep);
    }

    /** Whether words say what kind of time it was, unless they are a name. */
    public static boolean isKind(String words) {
        return TimeEntryParser.isKind(words);
    }

    /**
     * Tells an entry apart.
     *
     * @param isName whether these words are the name of an account, and so nothing else: "3M" is no time then
     */
    public static TypedTimeEntry of(String said, LocalDate today, Notation notation, Predicate<String> isName) {
        return new TimeEntryParser(said, today, notation, isName).scan();
    }
}
