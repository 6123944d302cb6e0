package steward.worksheet.answers;

import java.util.Optional;
import java.util.function.Function;
import steward.worksheet.questions.Answer;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.text.TypedText;

/** Words, or "same": what is already known of the same person in another role. */
public final class SameAnswer implements Answer<String> {

    private static final String SAME = "same";

    private final TextAnswer words = new TextAnswer();
    private final Function<Situation, Optional<String>> known;

    public SameAnswer(Function<Situation, Optional<String>> known) {
        this.known = known;
    }

    @Override
    public Reading<String> read(String said, Situation situation) {
        Optional<String> same = TypedText.plain(said).equals(SAME) ? known.apply(situation) : Optional.empty();
        return same.map(Reading::clear).orElseGet(() -> words.read(said, situation));
    }

    @Override
    public String shown(String value, Situation situation) {
        return words.shown(value, situation);
    }

    @Override
    public String kept(String value) {
        return words.kept(value);
    }

    @Override
    public String restored(String kept) {
        return words.restored(kept);
    }

    @Override
    public boolean isLong() {
        return true;
    }
}
