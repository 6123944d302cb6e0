package steward.conversation.nudges;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.dashboard.nudges.Topic;

/** What can be said in the thread of a nudge of an action, or of an opportunity, and the words that say it. */
enum Verdict {
    WON(
            "won",
            Of.OPPORTUNITIES,
            "(?:closed )?won|got it|closed it|signed|kept|renewed",
            "[$€£¥₹]?\\d.*|(?:with|for|at|as planned|no increase|in full|flat|today|yesterday"
                    + "|the (?:deal|order|contract|business|bid|renewal))\\b.*"),
    LOST(
            "lost",
            Of.OPPORTUNITIES,
            "lost",
            "(?:to|on|because|due|over|against|since|as|the (?:deal|order|contract|business|bid|renewal)"
                    + "|pric(?:e|ing)|budget|no|timing|competition|competitor)\\b.*"),
    STILL_OPEN(
            "still",
            Of.OPPORTUNITIES,
            "still (?:open|on|going|running|waiting)|open(?: still)?|not (?:(?:won|lost|closed|signed|decided|renewed) )?(?:it )?yet"
                    + "|(?:not|(?:have|has|is)n['’]t) (?:been )?(?:won|lost|closed|signed|decided|renewed)(?: it)?(?: yet)?"
                    + "|no (?:decision|news|answer|reply|response|word)(?: yet)?|(?:still )?waiting|nothing (?:new|yet)|haven['’]t heard(?: back)?|undecided|pending|noch (?:offen|nicht)|todav[ií]a no|a[uú]n no|pas encore|ainda n[ãa]o|non ancora|nog niet|closes|slipped|slips",
            ".*"),
    CHANCE(
            "chance",
            Of.OPPORTUNITIES,
            "(?:(?:still|now|at|about|is|to|down to|up to) )*\\d{1,3}(?:[.,]\\d+)? ?%|same(?: as (?:before|last time|it was))?"
                    + "|unchanged|no change|as before",
            "(?:now|likely|chances?|probability|likelihood|sure|confident|odds|by|until|on|today|again|at (?:best|most)|max|tops)\\b.*"),
    DONE(
            "done",
            Of.ACTIONS,
            "done|did(?= (?:it|this|that|so|both|all)\\b|\\s*$|\\s*[,.!;:]| #?\\d)|finished|completed",
            "(?!(?:deal|nothing|none|half|most|part|some|the first|a bit|a part)\\b|\\d+ ?%|with (?:us|me|him|her|them|half)\\b).*"),
    LATER("later", Of.ACTIONS, "remind(?: me)?(?: of| about)?|snooze|later", ".*"),
    MOVE("move", Of.BOTH, "moved?|pushed?|postponed?|rescheduled?|delayed?|put off", "(?!.)"),
    DROP(
            "drop",
            Of.ACTIONS,
            "drop(?:ped)?|cancel(?:l?ed)?|(?:give|gave) up|forget|called off",
            "(?:because|due|since|as|no)\\b.*"),
    CARRY(
            "carry",
            Of.ACTIONS,
            "carry|carried|keep(?= (?:it|this|that|them|all|both|\\d)\\b)",
            "over\\b.*|(?:to|into) the next.*");

    private enum Of {
        ACTIONS,
        OPPORTUNITIES,
        BOTH
    }

    /** Behind a verdict these leave it what it is. */
    private static final String NOTHING_MORE = "|[,;:.!–-].*|(?:it|this|that|them|these|one|both|all|everything)\\b.*";

    private final String command;
    private final Of of;
    private final Pattern words;
    private final Pattern goesOn;

    /** @param goesOn what may follow the words, so that they are the verdict and not part of something else */
    Verdict(String command, Of of, String words, String goesOn) {
        this.command = command;
        this.of = of;
        this.words =
                Pattern.compile("(?<![\\p{L}\\p{N}'’])(?:" + words + ")(?![\\p{L}\\p{N}'’])", Pattern.CASE_INSENSITIVE);
        this.goesOn = Pattern.compile(goesOn + NOTHING_MORE + "|", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The word by which a command of Steward's says it. */
    String command() {
        return command;
    }

    /** Where the words stand first. */
    Optional<Matcher> in(String said) {
        Matcher found = words.matcher(said);
        return found.find() ? Optional.of(found) : Optional.empty();
    }

    /** Whether the words are the verdict with these behind them: "lost on price" is one, "lost two weeks" is not. */
    boolean goesOn(String after) {
        return goesOn.matcher(after.strip()).matches();
    }

    /** Whether it tells what has become so, rather than what is to be done about it. */
    boolean isFact() {
        return this == WON || this == LOST || this == DONE;
    }

    /** Whether what follows it is why it is so. */
    boolean takesReason() {
        return this == LOST || this == DROP;
    }

    /** Whether it takes a day. */
    boolean takesDay() {
        return this == MOVE || this == LATER || this == STILL_OPEN;
    }

    /** Whether it can be said of this. An opportunity is moved too: by its new date it is open still. */
    boolean fits(Topic topic) {
        return of == Of.BOTH || topic.isAction() == (of == Of.ACTIONS);
    }
}
