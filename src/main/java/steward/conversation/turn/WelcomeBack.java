package steward.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.plans.Progress;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.worksheet.questions.Step;

/** The message for a rep who comes back to a plan after a while: where they were. */
final class WelcomeBack {

    private static final Duration AWAY = Duration.ofHours(8);

    private static final int LAST_ANSWERS_SHOWN = 2;

    private final TurnWriter writer;
    private final Optional<Duration> away;

    /** For a rep who takes the plan up now: to be made before that is written, since they are heard of by it. */
    WelcomeBack(TurnWriter writer) {
        this.writer = writer;
        this.away = writer.plan()
                .lastHeard()
                .map(heard -> Duration.between(heard, writer.context().now()));
    }

    /** Says how far they are; if they were away for long, the last they told first. */
    void say() {
        if (away.filter(time -> time.compareTo(AWAY) > 0).isPresent()) {
            lastAnswers();
            writer.plan().open().flatMap(Blank::step).ifPresent(this::leftOf);
        }
        writer.plan().open().ifPresent(this::progress);
    }

    /** Where a step begins, its first question says it. */
    private void progress(Blank open) {
        Progress progress = new Progress(writer.plan());
        progress.sentence().filter(sentence -> !progress.isStartOfStep(open)).ifPresent(writer::whisper);
    }

    private void lastAnswers() {
        List<Part.Fact> last = new ArrayList<>(writer.plan().lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered())
                .limit(LAST_ANSWERS_SHOWN)
                .map(writer.facts()::fact)
                .toList());
        Collections.reverse(last);
        if (!last.isEmpty()) {
            writer.tell("Welcome back. The last you told me:");
            writer.note(new Part.Facts(last));
        }
    }

    private void leftOf(Step step) {
        long left = writer.plan()
                .blanks(step)
                .filter(blank -> blank.question().isNumbered() && !writer.plan().isSettled(blank))
                .count();
        if (left > 0) {
            writer.note(new Part.Quiet(Words.of((left == 1 ? "One question is" : left + " questions are")
                    + " left in step " + step.number() + ".")));
        }
    }
}
