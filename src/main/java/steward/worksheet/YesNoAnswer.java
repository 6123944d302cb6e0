package steward.worksheet;

import java.util.Locale;
import java.util.Set;

/** Yes or no, as people say it. */
final class YesNoAnswer implements Answer<Boolean> {

    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "yep",
            "yeah",
            "yup",
            "ok",
            "okay",
            "sure",
            "right",
            "looks right",
            "looks good",
            "correct",
            "good",
            "add another",
            "another",
            "yes please",
            "fine",
            "done");
    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "nope",
            "nah",
            "no thanks",
            "none",
            "that's all",
            "thats all",
            "that is all",
            "no more",
            "not yet");

    @Override
    public Reading<Boolean> read(String said, Situation situation) {
        String word = said.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[.!]+$", "");
        if (YES.contains(word)) {
            return Reading.clear(true);
        }
        return NO.contains(word) ? Reading.clear(false) : Reading.unclear("Yes or no will do.");
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
