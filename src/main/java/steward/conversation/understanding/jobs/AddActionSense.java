package steward.conversation.understanding.jobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning.Job;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;

/** Reading 4, in part: something to be done is to go onto the list of actions, "add action: visit the Lyon plant", "remind me Thursday to call Sam". */
public final class AddActionSense implements Sense {

    private static final Pattern ADD = pattern(
            "(?:please |can you |could you )*(?:add|create|make|put down|note down)(?: (?:an|a|another|one more|the|as|new))* (?:action|task|to-?do)(?: item)?(?: ?[:,–-] ?| to | that i | )(\\S.*)"
                    + "|(?:new (?:action|task|to-?do)|to-?do|action|note to self|next (?:action|step)):? ?[:–-] ?(\\S.*)|new (?:action|task|to-?do) (\\S.*)");

    private static final Pattern REMIND = pattern(
            "(?:please |can you |could you |will you )*remind me (?:(?<day>\\S+(?: \\S+){0,3}?) )?to (?<what>(?!the )\\S.*?)[?.!]*");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        String said = heard.text().strip();
        boolean hasPlan = state.plan().isPresent() || !state.live().isEmpty();
        return hasPlan && said.indexOf('\n') < 0
                ? action(said, state.open().isEmpty())
                        .map(words -> Guess.surely(new Job(Job.Kind.ADD, said, "add " + words)))
                        .orElse(Guess.NO)
                : Guess.NO;
    }

    /** @param isIdle whether nothing is asked: "New action figures" may else be what is sold */
    private static Optional<String> action(String said, boolean isIdle) {
        Matcher add = ADD.matcher(said);
        if (add.matches()) {
            return Optional.ofNullable(add.group(1))
                    .or(() -> Optional.ofNullable(add.group(2)))
                    .or(() -> Optional.ofNullable(add.group(3)).filter(words -> isIdle));
        }
        Matcher remind = REMIND.matcher(said);
        return remind.matches()
                ? Optional.of(
                        remind.group("day") == null
                                ? remind.group("what")
                                : remind.group("what") + " by "
                                        + remind.group("day").replaceFirst("(?i)^(?:on|by|at) ", ""))
                : Optional.empty();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
