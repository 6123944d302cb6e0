package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.session.TurnContext;
import steward.dashboard.nudges.Topic;

/**
 * Reads what a rep says became of the topics of a nudge, clause by clause: "1 done, 2 moved to Friday". A clause that says nothing of
 * the kind belongs to the one before it: it may be the reason.
 */
final class ReplyReader {

    private static final Pattern CLAUSES = Pattern.compile(
            "(?:[,;.!]|(?<=\\?))\\s+(?:(?:and|but|so|then)\\s+)?|\\s+(?:and|but|then)\\s+"
                    + "|(?<=\\bdone|\\bdropped)\\s+(?=\\d{1,2}[:.)]? (?:done|not|drop|moved?|later|today|tomorrow|next|on|\\p{L}+day\\b))",
            Pattern.CASE_INSENSITIVE);

    /** "Between 50 and 60%": what follows is one of two. */
    private static final Pattern OTHER_END =
            Pattern.compile("(?:.*\\b)?(?:between|from|either)\\b.*|.*\\d ?%?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED_DAY = Pattern.compile(
            "(\\S+(?: \\S+){0,2}?)(?: ?[:–-] ?| (?:is |will be |then |by |on |for |to )*)(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS =
            Pattern.compile("\\s*|\\s*[,;:.!–-].*|\\s+(?:still|until|till|by|for now)\\b.*", Pattern.CASE_INSENSITIVE);

    private final TurnContext context;
    private final List<Topic> topics;

    ReplyReader(TurnContext context, List<Topic> topics) {
        this.context = context;
        this.topics = List.copyOf(topics);
    }

    /** What is said; empty if nothing of the kind is. */
    List<NudgeReply> read(String line) {
        List<NudgeReply> said = new ArrayList<>();
        String loose = "";
        int from = 0;
        String tie = "";
        Matcher ties = CLAUSES.matcher(line);
        while (from <= line.length()) {
            boolean isTied = ties.find(from);
            String clause = line.substring(from, isTied ? ties.start() : line.length());
            Optional<NudgeReply> found = clause(clause, line)
                    .filter(words -> !isOfAnAction(clause, words))
                    .or(() -> day(clause, said))
                    .or(() -> namedDay(clause))
                    .or(() -> notDone(clause));
            if (found.isPresent() && isOneOfTwo(loose, found.get())) {
                said.add(found.get().doubtful());
                loose = "";
            } else if (found.isPresent() && !isReason(found.get(), said)) {
                String earlier = TopicResolver.names(loose, topics) ? loose + tie : "";
                said.add(found.get().behind(earlier));
                loose = "";
            } else if (said.isEmpty()) {
                loose = loose.isEmpty() ? clause : loose + tie + clause;
            } else if (isOfAnother(clause, said.get(said.size() - 1))) {
                said.add(said.get(said.size() - 1).doubtfulOf(clause));
            } else {
                said.set(said.size() - 1, said.get(said.size() - 1).and(tie + clause));
            }
            if (!isTied) {
                break;
            }
            tie = ties.group();
            from = ties.end();
        }
        return said;
    }

    private boolean isOneOfTwo(String loose, NudgeReply found) {
        return found.verdict() == Verdict.CHANCE
                && OTHER_END.matcher(loose).matches()
                && !TopicResolver.names(loose, topics);
    }

    private Optional<NudgeReply> clause(String clause, String line) {
        Optional<NudgeReply> verdict = Stream.of(Verdict.values())
                .filter(each -> topics.stream().anyMatch(each::fits))
                .flatMap(each -> verdict(clause, each).stream())
                .min(Comparator.<NudgeReply>comparingInt(reply -> reply.before().length())
                        .thenComparing(reply -> -reply.said().length()));
        Optional<NudgeReply> deed = new DeedReader(context, topics).read(clause, line);
        return deed.filter(found -> verdict.filter(NudgeReply::isSure).isEmpty())
                .or(() -> verdict);
    }

    private Optional<NudgeReply> verdict(String clause, Verdict verdict) {
        return verdict.in(clause).map(found -> {
            String before = clause.substring(0, found.start());
            String after = clause.substring(found.end());
            List<Topic> among = topics.stream().filter(verdict::fits).toList();
            return new NudgeReply(
                    verdict,
                    before,
                    found.group(),
                    after,
                    among,
                    isSure(verdict, clause, before, found.group(), after));
        });
    }

    private boolean isSure(Verdict verdict, String clause, String before, String said, String after) {
        if (Denials.isQuestion(clause)
                || Denials.deny(verdict, before, after)
                || Denials.isTheirs(verdict, before, said)
                || isLoose(said, before, after)) {
            return false;
        }
        String behindName = TopicResolver.pastName(after, topics);
        return verdict.goesOn(after)
                || verdict.goesOn(behindName)
                || (verdict == Verdict.MOVE
                        && ReplyDays.first(behindName, topics.get(0), context).isPresent());
    }

    /** Words that are used of so much else that they stand alone, or behind a name. */
    private boolean isLoose(String said, String before, String after) {
        if (said.equalsIgnoreCase("open") && !ENDS.matcher(after).matches()) {
            return true;
        }
        boolean isCommon =
                said.equalsIgnoreCase("later") || said.equalsIgnoreCase("open") || said.equalsIgnoreCase("did");
        return isCommon && !TopicResolver.saysNothing(before) && !TopicResolver.names(before, topics);
    }

    /** A day alone says of an opportunity by when it is to be won, as the calendar in the nudge does. */
    private Optional<NudgeReply> day(String clause, List<NudgeReply> before) {
        boolean isFree = before.stream().noneMatch(NudgeReply::isSure);
        boolean isOfOpportunities = topics.stream().noneMatch(Topic::isAction);
        return isFree
                        && isOfOpportunities
                        && ReplyDays.only(clause, topics.get(0), context).isPresent()
                ? Optional.of(new NudgeReply(Verdict.STILL_OPEN, "", "", " " + clause, topics, true))
                : Optional.empty();
    }

    /** A name and a day say when an action is to be done: "Sam tomorrow". */
    private Optional<NudgeReply> namedDay(String clause) {
        List<Topic> actions = topics.stream().filter(Topic::isAction).toList();
        Matcher named = NAMED_DAY.matcher(clause.strip());
        return !actions.isEmpty()
                        && named.matches()
                        && TopicResolver.names(named.group(1), actions)
                        && ReplyDays.only(named.group(2), actions.get(0), context)
                                .isPresent()
                ? Optional.of(new NudgeReply(Verdict.MOVE, named.group(1), "", " " + named.group(2), actions, true))
                : Optional.empty();
    }

    /** "No answer" says of an opportunity that it is open still; behind the name of an action's contact it is said of that. */
    private boolean isOfAnAction(String clause, NudgeReply words) {
        return words.verdict() == Verdict.STILL_OPEN
                && notDone(clause).isPresent()
                && !TopicResolver.names(words.before(), words.among());
    }

    /** "Dana no answer": of an action that is named, and it is not done. */
    private Optional<NudgeReply> notDone(String clause) {
        List<Topic> actions = topics.stream().filter(Topic::isAction).toList();
        boolean isNamed = !actions.isEmpty()
                && !TopicResolver.pastName(clause, actions).equals(clause.strip())
                && NotDone.isSo(clause, actions);
        String name = isNamed
                ? clause.strip()
                        .substring(
                                0,
                                clause.strip().length()
                                        - TopicResolver.pastName(clause, actions)
                                                .length())
                : "";
        return isNamed ? Optional.of(new NudgeReply(Verdict.DONE, name, "", "", actions, false)) : Optional.empty();
    }

    /** "Resin is not lost, coatings is": a name, and what became of it is left to be guessed. */
    private boolean isOfAnother(String clause, NudgeReply last) {
        return !last.verdict().takesReason()
                && TopicResolver.names(last.before(), topics)
                && topics.stream().anyMatch(topic -> TopicResolver.names(clause, List.of(topic)))
                && topics.stream()
                        .noneMatch(topic -> TopicResolver.names(clause, List.of(topic))
                                && TopicResolver.names(last.before(), List.of(topic)));
    }

    /** Whether it only tells why the one before it is so: "lost, they moved to a rival". */
    private boolean isReason(NudgeReply found, List<NudgeReply> before) {
        if (before.isEmpty() || !before.get(before.size() - 1).isSure()) {
            return false;
        }
        NudgeReply last = before.get(before.size() - 1);
        boolean isMoved = found.isSure() && found.verdict().takesDay() && last.verdict() == Verdict.DROP;
        boolean isOfAnother = TopicResolver.names(found.before(), topics) && found.isSure();
        return last.verdict().takesReason() ? !isMoved && !isOfAnother : !found.isSure() && !isOfAnother;
    }
}
