package steward.worksheet.time;

import java.util.Set;
import java.util.regex.Pattern;
import steward.worksheet.text.NumberWords;

/** The words of which time entries are made: what is a time, a kind, or looks like a day and is none. */
final class TimeWords {

    private static final String NUMBER = "(?:\\d+(?:[.,]\\d+)?|[.,]\\d+|" + NumberWords.WORD + ")";
    private static final String H = " ?(?:h|hr|hrs|hour|hours)";
    private static final String MIN = " ?(?:min|mins|minute|minutes)";
    private static final String M = " ?(?:m|min|mins|minute|minutes)";
    static final Pattern UNIT_SAID = Pattern.compile("(?:-|minus )?(?:(?:about|around|roughly|approx|~) ?)?(?:"
            + String.join(
                    "|",
                    NUMBER + H + "(?:\\d{1,2}(?:" + M + ")?|,? ?(?:and )?\\d{1,2}" + M + "|,? ?(?:and )?[0-9][05])?",
                    NUMBER + MIN,
                    "\\d{1,4} ?m",
                    NUMBER + "(?: ?[½¼¾] ?| 1/[24] ?| 3/4 ?| and a half)" + H,
                    NUMBER + "(?: ?[½¼¾]| 1/[24]| 3/4)",
                    NUMBER + H + " and a half",
                    NUMBER + "(?:" + H + "|" + M + ")?(?: ?- ?| to | or )" + NUMBER + "(?:" + H + "|" + M + ")",
                    "\\d{1,3}:\\d\\d" + H,
                    "(?:a )?(?:half|quarter|three[ -]quarters|½|¼|¾|1/[24]|3/4)(?: of)?(?: an)? ?h(?:our)?")
            + ")");
    /** What a rep writes so is an amount of money. */
    static final Pattern MILLIONS = Pattern.compile("\\S*\\d ?M\\S*");

    static final Pattern PART_OF_HOUR = Pattern.compile("(?:1/[24]|3/4)" + H);
    static final Pattern CLOCK = Pattern.compile("-?\\d{1,3}:\\d\\d");
    static final Pattern BARE = Pattern.compile("-?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)");
    static final Pattern KIND = Pattern.compile("(?:(?:not|no) )?#?(?:upkeep|growth)");

    /** What does not say how many hours of it were spent. */
    static final Pattern OTHER_UNIT = Pattern.compile(
            "(?:" + NUMBER
                    + "|half an?|half|all|the whole|whole)[ -]?(?:(?:full|whole|working|business) )?(?:days?|d|weeks?|wks?|w|months?)|full[ -]time");

    static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.");

    /** "The 2nd" is a day, "2nd meeting" is not. */
    static final Pattern ORDINAL = Pattern.compile("(?:the )?\\d{1,2}(?:st|nd|rd|th)");

    /** These are words as well: "sat with Dana". */
    static final Pattern WORDLIKE = Pattern.compile("sat|sun|wed");

    static final Set<String> WHERE = Set.of("with", "at", "in", "by", "down", "through", "next", "for", "beside");

    /** A number before these counts something else than hours. */
    static final Pattern COUNTED =
            Pattern.compile("[ap]m|[ap]\\.m|o'?clock|times?|x|people|visits|calls|meetings|sites|plants|offers");

    static final Pattern PERIOD = Pattern.compile(
            "(?:(?:a|per|each|every) (?:day|week|month|year)|daily|weekly|monthly|yearly|/ ?\\w+)(?: .*)?");
    static final Pattern WAS = Pattern.compile("yesterday|today|last .*|.* ago");

    /** A day after one of these is what the time was for, not when it was spent. */
    static final Set<String> FOR = Set.of("for", "about", "re", "until", "by", "before", "after");

    static final Pattern AROUND = Pattern.compile("^[\\[({\"'“‘,;:]+|[\\])}\"'”’,;:.!?]+$");

    private TimeWords() {}
}
