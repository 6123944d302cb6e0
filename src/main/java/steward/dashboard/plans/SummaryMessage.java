package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.List;
import steward.dashboard.Abouts;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.dashboard.roti.RotiLines;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.roti.Goal;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** What has been answered: a step that the rep is asked to look over, or the whole plan. */
public final class SummaryMessage {

    /** With more cards than these, a message has no room for a block each. */
    public static final int MESSAGE_CARDS_APART_MAX = 24;

    private final Plan plan;
    private final Reader reader;
    private final PlanFacts facts;
    private final StepFacts steps;

    public SummaryMessage(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.facts = new PlanFacts(plan, reader);
        this.steps = new StepFacts(plan, reader);
    }

    /** A step with "looks right?". */
    public List<Part> looksRight(Step step) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Quiet(Words.of("*{}*  ·  {}", plan.account(), plan.year())));
        parts.addAll(step(step, true));
        if (step.equals(Worksheet.ACT)) {
            StatusMessage.gaps(plan, reader).ifPresent(parts::add);
        }
        parts.addAll(again(step));
        return parts;
    }

    /** "Looks right?" alone, when the step has just been shown. */
    public List<Part> again(Step step) {
        boolean last = step.equals(Worksheet.ACT);
        List<Control> controls = new ArrayList<>();
        controls.add(new Button(last ? "Start the 90 days" : "Looks right", "yes", Control.Weight.PRIMARY));
        List<Pick> picks = facts.numbered(step)
                .map(blank -> new Pick(
                        facts.named(blank), "edit " + plan.number(blank).orElseThrow()))
                .toList();
        controls.add(new Menu("Change…", picks));
        controls.add(new Button("Edit as a form", "form"));
        controls.add(new Button("Pause", "pause"));
        return List.of(
                new Part.Paragraph(Words.of(last ? "*Looks right? Then your 90 days start today.*" : "*Looks right?*")),
                new Part.Quiet(Words.of("Something off? Type its number, or pick it.")),
                new Part.Choices(Abouts.of(plan, Blank.of(step.summary())), controls));
    }

    /** The whole plan, as far as it goes. */
    public Message whole() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + " " + plan.year()));
        parts.addAll(steps(MESSAGE_CARDS_APART_MAX));
        parts.add(new Part.Entry(Words.of("`edit 7` changes number 7."), Abouts.of(plan), export()));
        return new Message(parts);
    }

    /** Asks for the plan as a file. */
    public static Button export() {
        return new Button("Export", "/plan export");
    }

    /** The steps as far as they go; the cards are set apart if there are no more of them than that. */
    public List<Part> steps(int cardsApartMax) {
        boolean apart = Worksheet.STEPS.stream().mapToLong(steps::cards).sum() <= cardsApartMax;
        return Worksheet.STEPS.stream()
                .filter(step -> facts.numbered(step).findAny().isPresent())
                .flatMap(step -> step(step, apart).stream())
                .toList();
    }

    private List<Part> step(Step step, boolean apart) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Step " + step.number() + ": " + step.title()));
        parts.addAll(steps.of(step, apart));
        if (step.equals(Worksheet.ACCOUNT_PLAN)) {
            new Goal(plan, reader.notation())
                    .sentence(!reader.isRunning(plan.year()))
                    .ifPresent(sentence -> parts.add(new Part.Paragraph(Words.literal(sentence))));
            parts.addAll(RotiLines.of(plan, reader.notation()));
        }
        return parts;
    }
}
