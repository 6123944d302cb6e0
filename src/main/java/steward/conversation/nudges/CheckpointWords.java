package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.dashboard.Topic;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.worksheet.Worksheet;

/** Words in the thread of a check-point: they go to the opportunity that it is at, and then it is at the next. */
final class CheckpointWords {

    /** What a rep says to "Still so?". */
    private static final Pattern YES = Pattern.compile(
            "(?:yes|yep|yeah|y|ok|okay|still so|(?:it |that )?(?:looks|is|'s) (?:fine|right|good)|fine|right|correct)[.!]?",
            Pattern.CASE_INSENSITIVE);

    private final Occasion occasion;
    private final TopicAnswers answers;

    CheckpointWords(Occasion occasion, TopicAnswers answers) {
        this.occasion = occasion;
        this.answers = answers;
    }

    List<Outcome> heard(String line) {
        Optional<Topic> before = answers.asked();
        List<Outcome> outcomes = new ArrayList<>(answers.heard(YES.matcher(line).matches() ? "same" : line));
        Optional<Topic> after = answers.asked();
        after.filter(next ->
                        before.filter(topic -> topic.name().equals(next.name())).isEmpty())
                .ifPresent(next -> outcomes.add(Outcome.aside(Message.of(new Part.Quiet(next(next))))));
        return outcomes;
    }

    private Words next(Topic topic) {
        return topic.plan()
                .get(Worksheet.PROBABILITY, topic.row())
                .map(chance -> Words.of("Next: *{}*, {}. Still so?", topic.name(), chance.shown(occasion.notation())))
                .orElseGet(() -> Words.of("Next: *{}*. How likely is it?", topic.name()));
    }
}
