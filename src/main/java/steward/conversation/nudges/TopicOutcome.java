package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.accounts.AccountCommand;
import steward.conversation.actions.CompletedAction;
import steward.conversation.session.TurnContext;
import steward.dashboard.OpportunityLines;
import steward.dashboard.nudges.Topic;
import steward.plan.Blank;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Percent;

/**
 * What became of one topic.
 *
 * @param value what was said with it: an amount, a reason, a day, a time; empty if nothing was
 */
record TopicOutcome(Topic topic, Verdict verdict, String value) {

    private static final Pattern TIES_OF_AN_AMOUNT =
            Pattern.compile("^(?:(?:with|at|for|only|just)\\b\\s*)+", Pattern.CASE_INSENSITIVE);

    private static final Pattern TIES_OF_A_REASON = Pattern.compile(
            "^[\\s,:;.!–-]*(?:(?:it|this|that)\\b[\\s,:;.!–-]*)?(?:(?:because(?: of)?|due to)\\b\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTS =
            Pattern.compile("(.*?)(?:[,;.!(]\\s+|\\s+(?:and|but)\\s+|\\()(.*)", Pattern.DOTALL);

    /** What a reply says of a topic; a day beside the chance is one by which it is to be won. */
    static List<TopicOutcome> of(Topic topic, NudgeReply words, String rest, TurnContext context) {
        TopicOutcome said = new TopicOutcome(topic, words.verdict(), value(topic, words, rest, context));
        Optional<String> day = words.verdict() == Verdict.CHANCE
                ? ReplyDays.first(
                        rest.replaceFirst("^\\s*(?:chances?|likely|probability|likelihood)\\b", ""), topic, context)
                : Optional.empty();
        return Stream.concat(
                        Stream.of(said), day.map(found -> new TopicOutcome(topic, Verdict.STILL_OPEN, found)).stream())
                .toList();
    }

    /** Several of one topic as they hold together: what was dropped and has a new day is moved. */
    static List<TopicOutcome> together(List<TopicOutcome> said) {
        List<TopicOutcome> together = new ArrayList<>();
        for (TopicOutcome each : said) {
            boolean isSaidBetter =
                    said.stream().anyMatch(other -> other.topic().equals(each.topic()) && each.yieldsTo(other));
            if (!isSaidBetter && !together.contains(each)) {
                together.add(each);
            }
        }
        return together;
    }

    private boolean yieldsTo(TopicOutcome other) {
        boolean isDated = other.verdict.takesDay() && !other.value.isEmpty();
        boolean isUndated = verdict.takesDay() && value.isEmpty();
        return (isDated && (isUndated || verdict == Verdict.DROP))
                || (verdict == Verdict.DONE
                        && other.verdict == Verdict.DONE
                        && value.isEmpty()
                        && !other.value.isEmpty());
    }

    /** Whether both can't hold: it is won and lost, or done and moved. */
    boolean contradicts(TopicOutcome other) {
        return topic.equals(other.topic)
                && verdict != other.verdict
                && (topic.isAction() || verdict == Verdict.WON || verdict == Verdict.LOST);
    }

    // ── As the command that the button for it says ───────────────────────────────────────────────────────

    /** "won #14 66k", "dropped 3 no budget". */
    String says() {
        String which =
                topic.isAction() ? String.valueOf(topic.row()) : OpportunityLines.number(topic.plan(), topic.row());
        return AccountCommand.saying(verb() + " " + which, value);
    }

    private String verb() {
        if (verdict == Verdict.DROP && !value.isEmpty()) {
            return "dropped";
        }
        return verdict == Verdict.MOVE && !topic.isAction() ? Verdict.STILL_OPEN.command() : verdict.command();
    }

    private static String value(Topic topic, NudgeReply words, String rest, TurnContext context) {
        return switch (words.verdict()) {
            case WON -> amount(topic, words, rest, context);
            case LOST, DROP -> TIES_OF_A_REASON.matcher(rest).replaceFirst("").strip();
            case CHANCE -> chance(topic, words.said());
            case STILL_OPEN, MOVE, LATER -> day(topic, rest, context);
            case DONE -> time(rest, context);
            case CARRY -> "";
        };
    }

    /** What can't be read as a day is told of where it has figures; else it only says why. */
    private static String day(Topic topic, String rest, TurnContext context) {
        String untied = ReplyDays.untied(rest);
        boolean isNearlyADay = untied.chars().anyMatch(Character::isDigit);
        return ReplyDays.first(rest, topic, context).orElse(isNearlyADay ? untied : "");
    }

    private static String amount(Topic topic, NudgeReply words, String rest, TurnContext context) {
        String all = TIES_OF_AN_AMOUNT.matcher(ReplyDays.untied(rest)).replaceFirst("");
        Matcher parts = PARTS.matcher(all);
        String first = parts.matches() ? parts.group(1).strip() : all;
        boolean isKept = words.said().matches("(?i)kept|renewed");
        if (isKept && all.chars().noneMatch(Character::isDigit)) {
            return "kept";
        }
        boolean isFirstAmount = !isAmount(topic, all, context)
                && isAmount(topic, first, context)
                && all.substring(first.length()).chars().noneMatch(Character::isDigit);
        return isFirstAmount ? first : all;
    }

    private static boolean isAmount(Topic topic, String said, TurnContext context) {
        Blank won = new Blank(Worksheet.WON, topic.row());
        return Worksheet.WON
                .readKept(said, topic.plan().situation(won, context.today(), context.notation()))
                .isClear();
    }

    /** How long it took, in all of the rest or in what follows the first remark. */
    private static String time(String rest, TurnContext context) {
        String all = CompletedAction.time(rest, context);
        Matcher parts = PARTS.matcher(rest);
        return all.isEmpty() && parts.matches() ? CompletedAction.time(parts.group(2), context) : all;
    }

    private static String chance(Topic topic, String said) {
        String percent = said.replaceAll("[^\\d.,%]", "");
        return percent.isEmpty()
                ? topic.plan()
                        .get(Worksheet.PROBABILITY, topic.row())
                        .map(Percent::toString)
                        .map(same -> same + "%")
                        .orElse("?")
                : percent;
    }
}
