package steward.dashboard;

import java.util.List;

/** Joins several things in a sentence: "one, two and three". */
public final class JoinedWords {

    private JoinedWords() {}

    /** "a", "a and b", "a, b and c". */
    public static String of(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
