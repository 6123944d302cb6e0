package steward.conversation.session;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether something can do its work.
 *
 * @param isWell whether it can
 * @param facts what is known of that, a line each
 */
public record Health(boolean isWell, List<String> facts) {

    public static Health well() {
        return new Health(true, List.of());
    }

    /** Of both: well if both are. */
    public Health and(Health other) {
        return new Health(
                isWell && other.isWell,
                Stream.concat(facts.stream(), other.facts.stream()).toList());
    }
}
