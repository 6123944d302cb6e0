package steward.conversation.nudges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.TurnContext;
import steward.dashboard.nudges.Topic;
import steward.plan.accounts.Names;

/** Tells that an action has not been done yet from what reps write then: "not yet", "left a voicemail", "he is on vacation until Monday". */
final class NotDone {

    private static final int LETTERS_MIN = 3;

    private static final String PERSON =
            "(?:i['’]?m |i am |(?:s?he|they|it|\\p{L}+)(?:['’]s|['’]re| is| are| was) |still )?";

    private static final Pattern SAID = pattern("(?:(?:sorry|ok|well|no|nope|nah|yes|but|still|also)[,:;.! -]+)*(?:"
            + "(?:not|nothing|none)(?: (?:done|yet|today|so far|really|either|now|all|quite|happened|called|sent|started))*"
            + "|no|nope|nah|neither(?: of them)?|none of (?:them|these|those)"
            + "|(?:i |we )?(?:just |only |have |['’]ve )*left (?:\\S+ ){0,3}?(?:voice ?mail|message|vm|msg|note|word)s?\\b.*"
            + "|voice ?mail|vm|(?:went|straight) (?:straight )?to voice ?mail"
            + "|(?:still |there was |got |had )*no (?:answer|reply|response|luck|news|word|time|chance|callback|feedback|one (?:there|home|answered|picked up))\\b.*"
            + "|(?:only |just )?(?:half|partly|partially|almost|nearly|mostly)[ -](?:done|way|there|finished|through)\\b.*|halfway\\b.*"
            + "|(?:i |we |have |['’]ve )*tried\\b.*"
            + "|(?:i |we )?(?:forgot|missed it|slipped my mind|it slipped my mind|ran out of time|was too busy|am too busy)\\b.*"
            + "|(?:i |we )?(?:did not|didn['’]t|haven['’]t|have not|couldn['’]t|could not|hasn['’]t|can['’]t|cannot) .*"
            + "|" + PERSON
            + "(?:on (?:vacation|holidays?|leave|pto|a trip|the road)|out(?: of (?:the )?office| sick| till| until| this| next|$)|away|off|ooo|sick|ill|travell?ing|busy|unavailable|not (?:in|there|available|reachable|around)|on hold|in progress|in the works|under way|underway|stuck|blocked|waiting|working on it|on it|pending)\\b.*"
            + "|(?:still )?(?:waiting|working) (?:for|on)\\b.*|(?:in progress|on hold|busy|ongoing|wip|pending)\\b.*"
            + "|(?:i['’]?ll|i will|we['’]ll|we will|will|going to|gonna|plan to|planning to) (?:(?:do|call|try|send|finish|get|meet|see|email|ring|visit|handle|take|write|ask) ?)+\\b.*"
            + "|.*\\b(?:nicht erreicht|im urlaub|de vacaciones|en vacances|de f[ée]rias|in ferie|op vakantie|na urlopie)\\b.*"
            + "|noch nicht\\b.*|nicht erreicht\\b.*|(?:leider )?nein|kommt noch|keine (?:antwort|zeit)\\b.*|todav[ií]a no\\b.*|a[uú]n no\\b.*|no contesta\\b.*|sin respuesta\\b.*"
            + "|pas encore\\b.*|pas de r[ée]ponse\\b.*|ainda n[ãa]o\\b.*|n[ãa]o atende(?:u)?\\b.*|sem resposta\\b.*|non ancora\\b.*|nog niet\\b.*|jeszcze nie\\b.*"
            + ")");

    private static final Pattern DAY = pattern(
            ".*?(?:\\b(?:until|till|til|bis|hasta|jusqu['’]à|até|fino a|tot|by|on|next|again|for|back|it|call|try|later|before|after)\\b|[,;.]) *(\\S.*?)[.!]*");
    private static final Pattern LAST = pattern(".*\\b((?:tomorrow|today|next \\p{L}+|this \\p{L}+|\\p{L}+day))[.!]*");

    private NotDone() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whether words say so; a name may stand before them. */
    static boolean isSo(String said, List<Topic> topics) {
        String line = said.strip().replaceFirst("[.!]+$", "");
        return !said.strip().endsWith("?")
                && (SAID.matcher(line).matches()
                        || SAID.matcher(TopicResolver.pastName(line, topics).replaceFirst("^[\\s:,–-]+", ""))
                                .matches());
    }

    /** Those of the actions that a word of the line names, but not every one of them. */
    static List<Topic> named(String said, List<Topic> actions) {
        List<String> words = Names.words(said);
        return actions.stream()
                .filter(topic -> words.stream()
                        .filter(word -> word.length() >= LETTERS_MIN)
                        .filter(word -> TopicResolver.names(word, List.of(topic)))
                        .anyMatch(word -> actions.size() == 1
                                || actions.stream().anyMatch(other -> !TopicResolver.names(word, List.of(other)))))
                .toList();
    }

    /** The day on which it shall be done, or from which it can be, if one is said. */
    static Optional<LocalDate> day(String said, Topic topic, TurnContext context) {
        String rest = said.strip();
        Matcher last = LAST.matcher(rest);
        Optional<LocalDate> found = last.matches() ? ReplyDays.only(last.group(1), topic, context) : Optional.empty();
        Matcher tie = DAY.matcher(rest);
        while (found.isEmpty() && tie.matches()) {
            rest = tie.group(1);
            found = ReplyDays.only(rest, topic, context);
            tie = DAY.matcher(rest);
        }
        return found.filter(day -> !day.isBefore(context.today()));
    }
}
