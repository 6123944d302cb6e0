package steward.conversation.turn;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.turn.year.LastYearAnswers;
import steward.conversation.understanding.state.BlankNames;
import steward.dashboard.Quoted;
import steward.dashboard.plans.StatusMessage;
import steward.dashboard.plans.SummaryMessage;
import steward.message.Part;
import steward.message.SideQuestion;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;

/** Carries out the commands that a rep can say at any question. */
final class Commands {

    /** Kept with a blank that was reopened by going back to it, rather than to change it. */
    private static final String BACK = "back";

    private final TurnWriter writer;

    Commands(TurnWriter writer) {
        this.writer = writer;
    }

    /** Reopens the blank before; at a hint or at a question that stands apart, that is the question itself left as it was. */
    void back(Blank open) {
        if (open.isApart()) {
            writer.settle(Kind.KEPT, open, "", "");
            return;
        }
        if (open.headsRow()
                && writer.plan().isReopened(open)
                && writer.plan().number(open).isEmpty()) {
            // A row added by mistake: going back is going back to where the rep was.
            writer.settle(Kind.SKIPPED, open, "", "");
            return;
        }
        if (!writer.plan().hint(open).isEmpty()) {
            writer.settle(Kind.KEPT, open, "", "");
        }
        Plan plan = writer.plan();
        List<Blank> order = plan.blanks().toList();
        List<Blank> before = order.subList(0, Math.max(0, order.indexOf(open))).stream()
                .filter(plan::isSettled)
                .toList();
        if (before.isEmpty()) {
            writer.whisper("This is the first question, so there is nothing to go back to.");
        } else {
            writer.write(Kind.REOPENED, before.get(before.size() - 1), BACK, "");
        }
    }

    /**
     * Settles the question without an answer: an optional one is done with, any other is left as a gap. An answer that was only gone back
     * to stays as it was, and one that was to be changed is left out, with its last words said.
     */
    void skip(Blank open) {
        Question<?> question = open.question();
        if (!writer.plan().hint(open).isEmpty() || question.equals(Worksheet.CANCEL) || open.isRemoval()) {
            writer.settle(Kind.KEPT, open, "", "");
        } else if (question.equals(Worksheet.WON) || question.equals(Worksheet.MORE_HOURS)) {
            writer.settle(Kind.KEPT, open, "", "");
            writer.whisper("Left as it was.");
        } else if (question.equals(Worksheet.LOST)) {
            writer.settle(Kind.SKIPPED, open, "", "");
            new OpportunityOutcomes(writer).lost(open.row(), "");
        } else if (question.equals(Worksheet.CLOSE)) {
            writer.settle(Kind.SKIPPED, open, "", "");
            new AnswerHandler(writer).close("");
        } else if (question.equals(Worksheet.ACT.summary())) {
            writer.remark(new Part.Paragraph(
                    Words.of("This one needs your yes: it starts the 90 days. `pause` if not today.")));
            writer.askBriefly();
        } else if (question.isNumbered() && writer.plan().kept(open).isPresent()) {
            skipAnswered(open);
        } else if (question.answer().isYesNo()) {
            writer.settle(Kind.ANSWERED, open, open.isSummary() ? "yes" : "no", "");
        } else {
            writer.settle(Kind.SKIPPED, open, "", "");
            if (!question.isOptional() && open.row() <= 1) {
                writer.whisper("{}: _not known yet_", writer.facts().title(question));
            }
        }
    }

    private void skipAnswered(Blank open) {
        if (isGoneBackTo(open)) {
            writer.settle(Kind.KEPT, open, "", "");
            writer.whisper("{}: left as it was.", writer.facts().title(open.question()));
        } else {
            writer.tell(
                    "*{}* was {}: left out now.",
                    writer.facts().named(open),
                    writer.facts().value(open).text());
            writer.settle(Kind.SKIPPED, open, "", "");
        }
    }

    private boolean isGoneBackTo(Blank open) {
        return writer.plan().entries().stream()
                .filter(entry -> entry.kind() == Kind.REOPENED)
                .filter(entry -> entry.question().equals(open.question().key()) && entry.row() == open.row())
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.value().equals(BACK))
                .isPresent();
    }

    void help(Blank open) {
        String help = open.question().help(writer.situation(open));
        if (!help.isEmpty()) {
            writer.tell("{}", help);
        }
        writer.note(Hints.atAQuestion());
    }

    /** Opens the answer that a number or a name means. */
    void edit(String words) {
        List<Blank> targets = found(words);
        if (words.isBlank()) {
            writer.tell("Which one? Say `edit` and its number; `summary` shows them all.");
            writer.asks(whichAnswer(List.of()));
        } else if (targets.isEmpty()) {
            writer.tell(
                    "I find no answer “{}” in this plan. `summary` shows them all with their numbers.",
                    Quoted.from(words));
        } else if (targets.size() > 1) {
            writer.tell("Which one? Say `edit` and its number.");
            writer.note(
                    new Part.Facts(targets.stream().map(writer.facts()::fact).toList()));
            writer.asks(whichAnswer(targets));
        } else if (writer.plan().open().filter(targets.get(0)::equals).isEmpty()) {
            reopen(targets.get(0));
        }
    }

    /** Which answer to change: any of the plan by its number, and those that may be meant by their names too. */
    SideQuestion whichAnswer(List<Blank> targets) {
        Plan plan = writer.plan();
        return SideQuestion.which(plan.blanks()
                .filter(blank -> plan.number(blank).isPresent())
                .map(blank -> new SideQuestion.Option(
                        plan.number(blank).orElseThrow(),
                        targets.contains(blank)
                                ? writer.facts().labelAlone(blank) + " "
                                        + writer.facts().value(blank).text()
                                : "",
                        plan.id().text(),
                        "edit " + plan.number(blank).orElseThrow()))
                .toList());
    }

    /** An answer by its number or name, or the answer that names a row. */
    private List<Blank> found(String words) {
        BlankNames names = new BlankNames(writer.plan(), writer.facts());
        List<Blank> named = names.find(words);
        return named.isEmpty() ? names.rowNamed(words) : named;
    }

    private void reopen(Blank target) {
        Optional<Table> removedFrom =
                target.table().filter(table -> writer.plan().isRemoved(table, target.row()));
        if (removedFrom.isPresent() && target.headsRow()) {
            new Rows(writer).add(removedFrom.get());
            return;
        }
        removedFrom.ifPresent(table -> new Rows(writer).restore(table, target.row()));
        writer.write(Kind.REOPENED, target);
    }

    /** Leaves a reopened answer as it is; one that was never given is passed over. */
    void keep(Blank open) {
        if (new LastYearAnswers(writer).keep(open)) {
            return;
        }
        boolean neverGiven =
                open.question().isNumbered() && writer.plan().number(open).isEmpty();
        writer.settle(neverGiven ? Kind.SKIPPED : Kind.KEPT, open, "", "");
    }

    /** Keeps what last year's plan says in the rest of the step. */
    void keepAll(Blank open) {
        open.step()
                .ifPresentOrElse(
                        new LastYearAnswers(writer)::keepAll,
                        () -> writer.tell("Here is one answer to give, no step."));
    }

    void status() {
        StatusMessage status = new StatusMessage(writer.plan(), writer.context().reader());
        writer.note(status.parts());
        status.next().ifPresent(writer::note);
    }

    void summary() {
        writer.say(new SummaryMessage(writer.plan(), writer.context().reader()).whole());
    }

    /** Puts the plan aside; on {@code until} of the rep's own clock, Steward comes back to it by itself. */
    void pause(Blank open, Optional<LocalDateTime> until) {
        String prompt = open.question().prompt(writer.situation(open));
        writer.write(
                Kind.PAUSED,
                until.map(moment -> writer.instant(moment).toString()).orElse(""));
        writer.say(until.map(moment -> Hints.pausedUntil(
                        writer.plan(), prompt, moment, writer.context().today()))
                .orElseGet(() -> Hints.paused(writer.plan(), prompt)));
    }

    /** Leaves what is being changed as it was; in a draft, asks whether to give the plan up. */
    void cancel(Blank open) {
        if (open.isApart() || writer.plan().status() == Status.RUNNING) {
            keep(open);
            writer.whisper("Left as it was.");
        } else {
            writer.write(Kind.REOPENED, Blank.of(Worksheet.CANCEL));
        }
    }
}
