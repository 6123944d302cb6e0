package steward.worksheet.answers;

import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;

/** An answer in the rep's own words, kept as they are. */
public final class TextAnswer implements Answer<String> {

    /** Counted in characters as a rep counts them: an emoji is one. */
    static final int CHARACTERS_MAX = 2_000;

    @Override
    public Reading<String> read(String said, Situation situation) {
        if (TypedText.isBlank(said)) {
            return Reading.unclear("I need a few words.");
        }
        String words = TypedText.strip(said);
        int characters = words.codePointCount(0, words.length());
        return characters > CHARACTERS_MAX
                ? Reading.unclear(String.format(
                        situation.notation().written(),
                        "That is %,d characters long, and %,d fit here. Send me a shorter version.",
                        characters,
                        CHARACTERS_MAX))
                : Reading.clear(words);
    }

    @Override
    public String shown(String words, Situation situation) {
        return words;
    }

    @Override
    public String kept(String words) {
        return words;
    }

    @Override
    public String restored(String kept) {
        return kept;
    }

    @Override
    public boolean isLong() {
        return true;
    }
}
