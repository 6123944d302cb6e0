package steward.conversation.nudges;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.dashboard.nudges.Topic;

/** What can be said in the thread of a nudge of an action, or of an opportunity, and the words that say it. */
enum Verdict {
    WON("won", false, "won|got it|closed it"),
    LOST("lost", false, "lost"),
    STILL_OPEN(
            "still",
            false,
            "still (?:open|on|going|running|waiting)|open(?: still)?|not (?:(?:won|lost|closed|signed|decided) )?(?:it )?yet"
                    + "|(?:have|has|is)n['’]?t (?:been )?(?:won|lost|closed|signed|decided)(?: it)?(?: yet)?"
                    + "|undecided|pending|closes|slipped|slips"),
    CHANCE(
            "chance",
            false,
            "(?:(?:still|now|at|about|is|to) )*\\d{1,3}(?:[.,]\\d+)? ?%|same|unchanged|no change|as before"),
    DONE("done", true, "done|did it|did|finished|completed"),
    LATER("later", true, "remind(?: me)?(?: of| about)?|snooze|later"),
    MOVE("move", true, "moved?|pushed?|postponed?|rescheduled?|delayed?"),
    DROP("drop", true, "drop(?:ped)?|cancel(?:l?ed)?|give up|forget"),
    CARRY("carry", true, "carry|carried|keep");

    private final String command;
    private final boolean ofActions;
    private final Pattern words;

    Verdict(String command, boolean ofActions, String words) {
        this.command = command;
        this.ofActions = ofActions;
        this.words =
                Pattern.compile("(?<![\\p{L}\\p{N}'’])(?:" + words + ")(?![\\p{L}\\p{N}'’])", Pattern.CASE_INSENSITIVE);
    }

    /** The word by which a command of Steward's says it. */
    String command() {
        return command;
    }

    Matcher in(String said) {
        return words.matcher(said);
    }

    /** Whether it can be said of this. An opportunity is moved too: by its new date it is open still. */
    boolean fits(Topic topic) {
        return topic.isAction() == ofActions || this == MOVE;
    }
}
