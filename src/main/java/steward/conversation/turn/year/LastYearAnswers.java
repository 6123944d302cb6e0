package steward.conversation.turn.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Suggestion;
import steward.plan.year.CarriedAnswers;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** Brings last year's answers into a new plan, and keeps those that the rep confirms: one at a time, or all of a step. */
public final class LastYearAnswers {

    private final TurnWriter writer;

    public LastYearAnswers(TurnWriter writer) {
        this.writer = writer;
    }

    /** The new plan begins with what last year's says; false if that says nothing. */
    public boolean carry(Plan last) {
        List<Entry> carried = CarriedAnswers.from(
                last,
                writer.context().notation().year(),
                today(),
                writer.context().now());
        if (carried.stream().allMatch(entry -> entry.value().isEmpty())) {
            return false;
        }
        carried.forEach(writer::write);
        writer.tell(
                "*{}*, {}: I brought your {} plan along. Nothing of it counts until you say so: *Keep* an answer, keep all of a"
                        + " step, or type what is new. What was lost or done stays behind.",
                writer.plan().account(),
                writer.plan().year(),
                last.year());
        return true;
    }

    /** Keeps what last year's plan says here; false if it says nothing. */
    public boolean keep(Blank open) {
        Optional<Suggestion> last = writer.plan().suggestion(open, today());
        last.ifPresent(suggestion -> keep(open, suggestion));
        return last.isPresent();
    }

    private void keep(Blank blank, Suggestion last) {
        if (last.isLeftOpen()) {
            writer.settle(Kind.SKIPPED, blank, "", "");
        } else {
            writer.settle(Kind.ANSWERED, blank, last.kept(), last.said());
        }
    }

    /** Keeps all that is left of a step, but the goal: that is the new year's own, and asked. */
    public void keepAll(Step step) {
        int from = writer.plan().entries().size();
        List<Blank> settled = writer.plan()
                .blanks(step)
                .filter(blank -> !blank.question().equals(Worksheet.REVENUE_GOAL))
                .filter(this::keep)
                .toList();
        if (settled.isEmpty()) {
            writer.tell("There is nothing from last year left to keep in this step.");
            return;
        }
        writer.tell(
                switch ((int) settled.stream().filter(this::isKept).count()) {
                    case 0 -> "What was left open in {} stays open.";
                    case 1 -> "Kept 1 answer of {}.";
                    default -> "Kept " + settled.stream().filter(this::isKept).count() + " answers of {}.";
                },
                writer.plan().year() - 1);
        writer.note(new Part.Choices(
                Abouts.of(writer.plan()),
                List.of(new Button(
                        "Undo", "undo " + from + "-" + writer.plan().entries().size()))));
    }

    private boolean isKept(Blank blank) {
        return !blank.isAnother() && writer.plan().kept(blank).isPresent();
    }

    private LocalDate today() {
        return writer.context().today();
    }
}
