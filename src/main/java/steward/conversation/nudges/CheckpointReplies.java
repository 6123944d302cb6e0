package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.dashboard.nudges.Topic;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.worksheet.Worksheet;

/** Handles replies in the thread of a check-point: they go to the opportunity that it is at, and then it is at the next. */
final class CheckpointReplies {

    /** What a rep says to "Still so?". */
    private static final Pattern YES = Pattern.compile(
            "(?:yes|yep|yeah|y|ok|okay|still so|(?:it |that )?(?:looks|is|'s) (?:fine|right|good)|fine|right|correct)[.!]?",
            Pattern.CASE_INSENSITIVE);

    private final TurnContext context;
    private final Supplier<Optional<Topic>> asked;

    /** @param asked the opportunity that the check-point is at, whenever it is asked for; empty once all are looked at */
    CheckpointReplies(TurnContext context, Supplier<Optional<Topic>> asked) {
        this.context = context;
        this.asked = asked;
    }

    /** @param each what comes of a line that says what became of something */
    List<TurnResult> heard(String line, Function<String, List<TurnResult>> each) {
        Optional<Topic> before = asked.get();
        List<TurnResult> outcomes = new ArrayList<>(
                each.apply(before.isPresent() && YES.matcher(line).matches() ? "same" : line));
        asked.get()
                .filter(next ->
                        before.filter(topic -> topic.name().equals(next.name())).isEmpty())
                .ifPresent(next -> outcomes.add(TurnResult.aside(Message.of(new Part.Quiet(next(next))))));
        return outcomes;
    }

    private Words next(Topic topic) {
        return topic.plan()
                .get(Worksheet.PROBABILITY, topic.row())
                .map(chance -> Words.of("Next: *{}*, {}. Still so?", topic.name(), chance.shown(context.notation())))
                .orElseGet(() -> Words.of("Next: *{}*. How likely is it?", topic.name()));
    }
}
