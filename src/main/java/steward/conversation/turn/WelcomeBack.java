package steward.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.worksheet.questions.Step;

/** What a rep is told who comes back to a plan after a while: where they were. */
final class WelcomeBack {

    private static final Duration AWAY = Duration.ofHours(8);

    private static final int LAST_ANSWERS_SHOWN = 2;

    private final Pen pen;
    private final Optional<Duration> away;

    /** For a rep who takes the plan up now: to be made before that is written, since they are heard of by it. */
    WelcomeBack(Pen pen) {
        this.pen = pen;
        this.away = pen.plan()
                .lastHeard()
                .map(heard -> Duration.between(heard, pen.occasion().now()));
    }

    /** Says it if they were away for long. */
    void say() {
        if (away.filter(time -> time.compareTo(AWAY) > 0).isPresent()) {
            lastAnswers();
            pen.plan().open().flatMap(Blank::step).ifPresent(this::leftOf);
        }
    }

    private void lastAnswers() {
        List<Part.Fact> last = new ArrayList<>(pen.plan().lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered())
                .limit(LAST_ANSWERS_SHOWN)
                .map(pen.facts()::fact)
                .toList());
        Collections.reverse(last);
        if (!last.isEmpty()) {
            pen.tell("Welcome back. The last you told me:");
            pen.note(new Part.Facts(last));
        }
    }

    private void leftOf(Step step) {
        long left = pen.plan()
                .blanks(step)
                .filter(blank -> blank.question().isNumbered() && !pen.plan().isSettled(blank))
                .count();
        if (left > 0) {
            pen.note(new Part.Quiet(Words.of((left == 1 ? "One question is" : left + " questions are")
                    + " left in step " + step.number() + ".")));
        }
    }
}
