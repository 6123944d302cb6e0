package steward.conversation.turn;

import java.util.List;
import steward.dashboard.Quoted;
import steward.dashboard.StatusMessage;
import steward.dashboard.SummaryMessage;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** What the commands do that a rep can say at any question. */
final class Commands {

    /** Kept with a blank that was reopened by going back to it, rather than to change it. */
    private static final String BACK = "back";

    private final Pen pen;

    Commands(Pen pen) {
        this.pen = pen;
    }

    /** Reopens the blank before; at a hint or at a question that stands apart, that is the question itself left as it was. */
    void back(Blank open) {
        if (open.isApart()) {
            pen.settle(Kind.KEPT, open, "", "");
            return;
        }
        if (open.headsRow()
                && pen.plan().isReopened(open)
                && pen.plan().number(open).isEmpty()) {
            // A row added by mistake: going back is going back to where the rep was.
            pen.settle(Kind.SKIPPED, open, "", "");
            return;
        }
        if (!pen.plan().hint(open).isEmpty()) {
            pen.settle(Kind.KEPT, open, "", "");
        }
        Plan plan = pen.plan();
        List<Blank> order = plan.blanks().toList();
        List<Blank> before = order.subList(0, Math.max(0, order.indexOf(open))).stream()
                .filter(plan::isSettled)
                .toList();
        if (before.isEmpty()) {
            pen.whisper("This is the first question, so there is nothing to go back to.");
        } else {
            pen.write(Kind.REOPENED, before.get(before.size() - 1), BACK, "");
        }
    }

    /**
     * Settles the question without an answer: an optional one is done with, any other is left as a gap. An answer that was only gone back
     * to stays as it was, and one that was to be changed is left out, with its last words said.
     */
    void skip(Blank open) {
        Question<?> question = open.question();
        if (!pen.plan().hint(open).isEmpty() || question.equals(Worksheet.CANCEL) || open.isRemoval()) {
            pen.settle(Kind.KEPT, open, "", "");
        } else if (question.equals(Worksheet.WON) || question.equals(Worksheet.MORE_HOURS)) {
            pen.settle(Kind.KEPT, open, "", "");
            pen.whisper("Left as it was.");
        } else if (question.equals(Worksheet.LOST)) {
            pen.settle(Kind.SKIPPED, open, "", "");
            new Fates(pen).lost(open.row(), "");
        } else if (question.equals(Worksheet.CLOSE)) {
            pen.settle(Kind.SKIPPED, open, "", "");
            new Answering(pen).close("");
        } else if (question.equals(Worksheet.ACT.summary())) {
            pen.remark(new Part.Paragraph(
                    Words.of("This one needs your yes: it starts the 90 days. `pause` if not today.")));
            pen.askBriefly();
        } else if (question.isNumbered() && pen.plan().kept(open).isPresent()) {
            skipAnswered(open);
        } else if (question.answer().isYesNo()) {
            pen.settle(Kind.ANSWERED, open, open.isSummary() ? "yes" : "no", "");
        } else {
            pen.settle(Kind.SKIPPED, open, "", "");
            if (!question.isOptional() && open.row() <= 1) {
                pen.whisper("{}: _not known yet_", question.label());
            }
        }
    }

    private void skipAnswered(Blank open) {
        if (isGoneBackTo(open)) {
            pen.settle(Kind.KEPT, open, "", "");
            pen.whisper("{}: left as it was.", open.question().label());
        } else {
            pen.tell(
                    "*{}* was {}: left out now.",
                    pen.facts().named(open),
                    pen.facts().value(open).text());
            pen.settle(Kind.SKIPPED, open, "", "");
        }
    }

    private boolean isGoneBackTo(Blank open) {
        return pen.plan().entries().stream()
                .filter(entry -> entry.kind() == Kind.REOPENED)
                .filter(entry -> entry.question().equals(open.question().key()) && entry.row() == open.row())
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.value().equals(BACK))
                .isPresent();
    }

    void help(Blank open) {
        String help = open.question().help(pen.situation(open));
        if (!help.isEmpty()) {
            pen.tell("{}", help);
        }
        pen.note(Hints.atAQuestion());
    }

    /** Opens the answer that a number or a name means. */
    void edit(String words) {
        List<Blank> targets = new Targets(pen.plan(), pen.facts()).find(words);
        if (words.isBlank()) {
            pen.tell("Which one? Say `edit` and its number; `summary` shows them all.");
        } else if (targets.isEmpty()) {
            pen.tell(
                    "I find no answer “{}” in this plan. `summary` shows them all with their numbers.",
                    Quoted.from(words));
        } else if (targets.size() > 1) {
            pen.tell("Which one? Say `edit` and its number.");
            pen.note(new Part.Facts(targets.stream().map(pen.facts()::fact).toList()));
        } else if (pen.plan().open().filter(targets.get(0)::equals).isEmpty()) {
            reopen(targets.get(0));
        }
    }

    private void reopen(Blank target) {
        target.table()
                .filter(table -> pen.plan().isRemoved(table, target.row()))
                .ifPresent(table -> new Rows(pen).restore(table, target.row()));
        pen.write(Kind.REOPENED, target);
    }

    /** Leaves a reopened answer as it is; one that was never given is passed over. */
    void keep(Blank open) {
        boolean neverGiven =
                open.question().isNumbered() && pen.plan().number(open).isEmpty();
        pen.settle(neverGiven ? Kind.SKIPPED : Kind.KEPT, open, "", "");
    }

    void status() {
        pen.note(new StatusMessage(pen.plan(), pen.occasion().reader()).parts());
    }

    void summary() {
        pen.say(new SummaryMessage(pen.plan(), pen.occasion().reader()).whole());
    }

    void pause(Blank open) {
        pen.write(Kind.PAUSED, "");
        pen.say(Hints.paused(pen.plan(), open.question().prompt(pen.situation(open))));
    }

    /** Leaves what is being changed as it was; in a draft, asks whether to give the plan up. */
    void cancel(Blank open) {
        if (open.isApart() || pen.plan().status() == Status.RUNNING) {
            keep(open);
            pen.whisper("Left as it was.");
        } else {
            pen.write(Kind.REOPENED, Blank.of(Worksheet.CANCEL));
        }
    }
}
