package steward.rep;

import java.util.Optional;

/**
 * What a rep has told Steward about how they work.
 *
 * @param breakEven what an hour of theirs costs, in minor units; absent if they did not say
 */
public record Preferences(Optional<Long> breakEven) {

    public static final Preferences NONE = new Preferences(Optional.empty());
}
