package steward.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;

/** The answers of a plan, as lines to show. */
public final class PlanFacts {

    /** Enough to know an answer by; the whole of it is shown when it is edited. */
    private static final int VALUE_CHARACTERS_MAX = 120;

    private static final int LABEL_CHARACTERS_MAX = 70;

    private final Plan plan;
    private final Reader reader;

    public PlanFacts(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    public Fact fact(Blank blank) {
        return new Fact(plan.number(blank), label(blank), value(blank).then(outcome(blank)));
    }

    /** What became of an opportunity or an action, after its name; nothing while it is open, and of anything else. */
    private Words outcome(Blank blank) {
        Optional<String> outcome = blank.question().equals(Worksheet.OPPORTUNITY)
                ? new OutcomeLines(plan, reader).inShort(blank.row())
                : Optional.of(blank)
                        .filter(head -> head.question().equals(Worksheet.ACTION))
                        .flatMap(head -> plan.action(head.row()))
                        .filter(action -> !action.isOpen())
                        .map(action -> action.state() == Action.State.DONE ? "done" : "dropped");
        return outcome.map(words -> Words.of("  ·  _{}_", words)).orElse(Words.of(""));
    }

    /** The numbered blanks of a step, in paper order. */
    public Stream<Blank> numbered(Step step) {
        return plan.blanks(step).filter(blank -> plan.number(blank).isPresent());
    }

    /** What it is called in a list, under the head of its row: "Increase", "Criteria"; a head has its number: "User 2". */
    public String label(Blank blank) {
        if (blank.headsRow()) {
            return labelAlone(blank);
        }
        String label = title(blank.question());
        String last = label.substring(label.indexOf(", ") + 1).strip();
        return blank.table().isPresent() ? Character.toUpperCase(last.charAt(0)) + last.substring(1) : label;
    }

    /** What it is called where it stands alone, with the number of its row if there are several: "Increase 2". */
    public String labelAlone(Blank blank) {
        List<Integer> rows = blank.table().map(plan::rows).orElse(List.of());
        int place = rows.indexOf(blank.row()) + 1;
        String[] label = title(blank.question()).split(", ", 2);
        String head = rows.size() > 1 && place > 0 ? label[0] + " " + place : label[0];
        return label.length > 1 ? head + ", " + label[1] : head;
    }

    /** The label of a question, with the year where that is not the running one. */
    public String title(Question<?> question) {
        return question.label(plan.situation(Blank.of(question), reader.today(), reader.notation()));
    }

    /** What a menu calls it: "7  Increase 2". */
    public String named(Blank blank) {
        return Shortened.to(
                LABEL_CHARACTERS_MAX,
                plan.number(blank).map(number -> number + "  ").orElse("") + labelAlone(blank));
    }

    public Words value(Blank blank) {
        return shown(blank)
                .map(value -> Words.literal(Shortened.to(VALUE_CHARACTERS_MAX, oneLine(value))))
                .orElse(Words.of(blank.question().isOptional() ? "_left blank_" : "_not known yet_"));
    }

    public Optional<String> shown(Blank blank) {
        return plan.shown(blank, reader.today(), reader.notation());
    }

    private static String oneLine(String value) {
        return value.strip().replaceAll("\\s*\\R\\s*", " / ");
    }

    /** What a question shrinks to when its answer was tapped or is a reading of what was typed: its number, its name and what stands there. */
    public Part settled(Blank blank) {
        if (blank.isSummary()) {
            Step step = blank.step().orElseThrow();
            return new Part.Quiet(Words.of("✅  Step " + step.number() + ": " + step.title()));
        }
        if (!blank.question().isNumbered()) {
            return new Part.Quiet(
                    Words.of("{}  ·  {}", title(blank.question()), shown(blank).orElse("skipped")));
        }
        Words name = Words.of("*{}  {}*   ", plan.number(blank).orElseThrow(), label(blank));
        return new Part.Quiet(
                shown(blank).isPresent() ? Words.of("✅  ").then(name).then(value(blank)) : name.then(value(blank)));
    }

    /** What a question that stands apart shrinks to when the rep leaves things as they were. */
    public Part leftAsItWas(Blank blank) {
        return new Part.Quiet(Words.of("{}  ·  left as it was", blank.question().label()));
    }

    /** What a settled line shrinks to when the answer was changed in a later message. */
    public Part changedBelow(Blank blank) {
        return new Part.Quiet(Words.of("{}  ·  changed below", named(blank)));
    }

    /** What a question shrinks to when the rep turns to another plan. */
    public Part parked(Blank blank) {
        String prompt = blank.question().prompt(plan.situation(blank, reader.today(), reader.notation()));
        return new Part.Quiet(Words.of("*{}* waits at “{}”  ·  `switch {}`", plan.account(), prompt, plan.account()));
    }

    /** What a question shrinks to when its answer stands below, as typed, or it is put again there: its number, and itself in small. */
    public Part asked(Blank blank) {
        if (blank.isSummary()) {
            Step step = blank.step().orElseThrow();
            return new Part.Quiet(Words.of("Step " + step.number() + ": " + step.title()));
        }
        Words number =
                plan.number(blank).map(found -> Words.of("*{}*  ·  ", found)).orElse(Words.of(""));
        return new Part.Quiet(number.then(
                Words.literal(blank.question().prompt(plan.situation(blank, reader.today(), reader.notation())))));
    }
}
