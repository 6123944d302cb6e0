package steward.worksheet.questions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.worksheet.text.TypedText;

/** Yes or no, as people say it; what "done" means depends on what was asked. Words stand here without apostrophes. */
public final class YesNoAnswer implements Answer<Boolean> {

    private static final int LEADING_NO_WORDS_MAX = 6;
    private static final int LENGTH_MAX = 100;

    private static final Set<String> YES =
            Set.of("yes", "y", "yep", "yeah", "yup", "ok", "okay", "sure", "right", "correct", "yes please");
    private static final Set<String> NO = Set.of("no", "n", "nope", "nah", "no thanks", "no thank you", "not yet");

    /** Clear enough to begin a longer no with: "nope thats all for now". */
    private static final List<String> NO_MORE = List.of(
            "no thank you",
            "no thanks",
            "nope",
            "nah",
            "thats all",
            "that is all",
            "thats it",
            "that is it",
            "done",
            "all done",
            "no more",
            "nothing else",
            "nobody else",
            "no one else",
            "none",
            "not now",
            "no");

    /** What may follow such a no, so that "No. 5 line" and "Nope Ltd" are none. */
    private static final Pattern LEADING_NO = Pattern.compile("(?:" + String.join("|", NO_MORE)
            + ")(?:[,;:]| ?- |\\.(?! ?\\d)| (?:that|thats|thank|thanks|more|for|not|i|its) )");

    private final Set<String> yes;
    private final Set<String> no;
    private final boolean mayBeginWithNo;

    /** Yes or no, and nothing that could be either. */
    public YesNoAnswer() {
        this(Set.of("fine"), Set.of(), false);
    }

    private YesNoAnswer(Collection<String> moreYes, Collection<String> moreNo, boolean mayBeginWithNo) {
        this.yes = union(YES, moreYes);
        this.no = union(NO, moreNo);
        this.mayBeginWithNo = mayBeginWithNo;
    }

    /** For "another?": who is done, or fine, wants no other. What else begins with yes is left to whoever asked. */
    static YesNoAnswer another() {
        return new YesNoAnswer(
                Set.of("another", "add another", "one more"),
                union(NO_MORE, Set.of("fine", "good", "im fine", "im good", "im done", "all good")),
                true);
    }

    /** For "looks right?": who is done, or fine, agrees. */
    static YesNoAnswer looksRight() {
        return new YesNoAnswer(
                Set.of("looks right", "looks good", "looks fine", "good", "all good", "fine", "done", "all done"),
                Set.of(),
                false);
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading<Boolean> read(String said, Situation situation) {
        String words = TypedText.plain(said).replace("'", "");
        if (yes.contains(words)) {
            return Reading.clear(true);
        }
        return no.contains(words) || (mayBeginWithNo && beginsWithNo(words))
                ? Reading.clear(false)
                : Reading.unclear("Yes or no will do.");
    }

    private static boolean beginsWithNo(String words) {
        return words.length() <= LENGTH_MAX
                && words.split(" ", -1).length <= LEADING_NO_WORDS_MAX
                && LEADING_NO.matcher(words + " ").lookingAt();
    }

    @Override
    public String shown(Boolean yes, Situation situation) {
        return yes ? "Yes" : "No";
    }

    @Override
    public String kept(Boolean yes) {
        return yes ? "yes" : "no";
    }

    @Override
    public Boolean restored(String kept) {
        return "yes".equals(kept);
    }

    @Override
    public boolean isYesNo() {
        return true;
    }
}
