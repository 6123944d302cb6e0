package steward.conversation.nudges;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.TurnContext;
import steward.dashboard.nudges.Topic;
import steward.plan.Blank;
import steward.worksheet.Worksheet;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Situation;

/** Finds the day in the words behind a verdict: "to 18 March, she is ill". */
final class ReplyDays {

    private static final Pattern TIES = Pattern.compile(
            "^[\\s,:;.!–-]*(?:(?:it|them|this(?! \\p{L})|that|one|me|over|of|and|but|so|moved|slipped|pushed|will|should|is|be|now|new|date|expected|closes?|closing"
                    + "|to|back|out|off|again|by|until|till|for|on)\\b[\\s,:;.!–-]*)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_PART =
            Pattern.compile("(.+?)(?:[;.!(]|, (?!\\d)|\\s(?:because|since|as|and|but)\\s).*", Pattern.DOTALL);

    /** "2 weeks, now 15 Dec": how late it is, and then the day. */
    private static final Pattern NOW = Pattern.compile(
            "[^,;.!]+[,;.!–-]+ *(?:and |so )?(?:it's |it is )?(?:now|then|new date|new day)[:,]? (?:is |by |on )?(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private ReplyDays() {}

    /** The words without those that only tie them to the verdict. */
    static String untied(String words) {
        return TIES.matcher(words).replaceFirst("").strip();
    }

    /** The day with which the words begin, as typed. */
    static Optional<String> first(String words, Topic topic, TurnContext context) {
        String untied = untied(words).replaceFirst("(?i)(?: (?:now|then|instead|please))?[.!?]*$", "");
        Matcher part = FIRST_PART.matcher(untied);
        return now(untied)
                .filter(day -> isDay(day, topic, context))
                .or(() -> Optional.of(untied).filter(day -> isDay(day, topic, context)))
                .or(() -> Optional.of(part)
                        .filter(Matcher::matches)
                        .map(found -> found.group(1).strip())
                        .filter(day -> isDay(day, topic, context)));
    }

    private static Optional<String> now(String words) {
        Matcher now = NOW.matcher(words);
        return now.matches() ? Optional.of(now.group(1)) : Optional.empty();
    }

    /** The day that the words say, if that is all. */
    static Optional<LocalDate> only(String words, Topic topic, TurnContext context) {
        return read(untied(words).replaceFirst("(?i)(?: (?:now|then|instead|please))?[.!?]*$", ""), topic, context);
    }

    private static boolean isDay(String day, Topic topic, TurnContext context) {
        return read(day, topic, context).isPresent();
    }

    private static Optional<LocalDate> read(String day, Topic topic, TurnContext context) {
        Blank blank = new Blank(topic.isAction() ? Worksheet.ACTION_DUE : Worksheet.TIMELINE, topic.row());
        Situation situation = topic.plan().situation(blank, context.today(), context.notation());
        return day.isEmpty()
                ? Optional.empty()
                : DateAnswer.anyDay(day, situation).either(Optional::of, hint -> Optional.empty());
    }
}
