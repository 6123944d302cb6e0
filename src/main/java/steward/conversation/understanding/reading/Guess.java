package steward.conversation.understanding.reading;

import java.util.Optional;
import steward.conversation.understanding.meaning.Meaning;

/**
 * What one reading makes of what was typed: surely a meaning, perhaps one, or none.
 *
 * @param isLikely whether, if not sure, it is likelier than an answer to the open question
 */
public record Guess(Optional<Meaning> meaning, boolean isSure, boolean isLikely) {

    /** None. */
    public static final Guess NO = new Guess(Optional.empty(), false, false);

    /** It is this, and nothing else. */
    public static Guess surely(Meaning meaning) {
        return new Guess(Optional.of(meaning), true, true);
    }

    /** It may be this; an answer is likelier. */
    public static Guess perhaps(Meaning meaning) {
        return new Guess(Optional.of(meaning), false, false);
    }

    /** It may be this, likelier than an answer. */
    public static Guess probably(Meaning meaning) {
        return new Guess(Optional.of(meaning), false, true);
    }

    /** What it surely is, if it is sure. */
    public Optional<Meaning> sure() {
        return meaning.filter(found -> isSure);
    }
}
