package steward.conversation.nudges;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.TurnContext;
import steward.conversation.understanding.meaning.Deeds;
import steward.dashboard.nudges.Topic;
import steward.plan.accounts.Names;
import steward.worksheet.time.TypedTimeEntry;
import steward.worksheet.time.TypedTimeEntry.Mark;

/** Reads an action done in the words of its deed, "called Dana this morning". It is done if the rest names nothing but what it was to be. */
final class DeedReader {

    private static final Pattern DONE = Pattern.compile(
            "((?:(?:yes|i|we|i['’]ve|we['’]ve|have|just|already|finally)[, ]+)*)(" + Deeds.WORDS
                    + ")(?: (?:with|to)\\b)?((?: .+)?)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> SAY_NOTHING = Set.of(
            "her", "him", "them", "it", "the", "a", "an", "my", "our", "about", "with", "to", "of", "on", "for", "at",
            "in", "and", "today", "already", "now", "earlier", "took", "me", "us", "both", "all");

    private final TurnContext context;
    private final List<Topic> topics;

    DeedReader(TurnContext context, List<Topic> topics) {
        this.context = context;
        this.topics = topics;
    }

    /** @param line all that was said, which may go on to tell that it came to nothing */
    Optional<NudgeReply> read(String clause, String line) {
        Matcher done = DONE.matcher(clause.strip());
        if (!done.matches()) {
            return Optional.empty();
        }
        List<String> deeds = Deeds.of(done.group(2));
        List<String> rest = others(done.group(3));
        List<Topic> among = topics.stream()
                .filter(Topic::isAction)
                .filter(topic -> deeds.stream().anyMatch(Names.words(topic.name())::contains))
                .toList();
        List<Topic> named = among.stream()
                .filter(topic -> rest.stream().allMatch(word -> TopicResolver.isCalled(topic, List.of(word))))
                .toList();
        boolean isSure = !named.isEmpty()
                && !Deeds.cameToNothing(line)
                && !Denials.isQuestion(clause)
                && !Denials.isQuestion(line);
        List<Topic> meant = named.isEmpty() ? among : named;
        return meant.isEmpty()
                ? Optional.empty()
                : Optional.of(new NudgeReply(Verdict.DONE, "", done.group(2), done.group(3), meant, isSure));
    }

    private List<String> others(String words) {
        return TypedTimeEntry.of(words, context.today(), context.notation(), name -> false).words().stream()
                .filter(word -> word.mark() == Mark.OTHER)
                .flatMap(word -> Names.words(word.text()).stream())
                .filter(word -> !SAY_NOTHING.contains(word))
                .toList();
    }
}
