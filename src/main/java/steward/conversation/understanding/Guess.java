package steward.conversation.understanding;

import java.util.Optional;
import steward.conversation.understanding.meaning.Meaning;

/**
 * What one reading makes of what was typed: surely a meaning, perhaps one, or none.
 *
 * @param isLikely whether, if not sure, it is likelier than an answer to the open question
 */
record Guess(Optional<Meaning> meaning, boolean isSure, boolean isLikely) {

    static final Guess NO = new Guess(Optional.empty(), false, false);

    static Guess surely(Meaning meaning) {
        return new Guess(Optional.of(meaning), true, true);
    }

    static Guess perhaps(Meaning meaning) {
        return new Guess(Optional.of(meaning), false, false);
    }

    static Guess probably(Meaning meaning) {
        return new Guess(Optional.of(meaning), false, true);
    }

    Optional<Meaning> sure() {
        return meaning.filter(found -> isSure);
    }
}
