package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Step;
import steward.worksheet.Worksheet;

/** What has been answered: a step that the rep is asked to look over, or the whole plan. */
final class SummaryMessage {

    private final Plan plan;
    private final Occasion occasion;
    private final PlanFacts facts;

    SummaryMessage(Plan plan, Occasion occasion) {
        this.plan = plan;
        this.occasion = occasion;
        this.facts = new PlanFacts(plan, occasion);
    }

    /** A step with "looks right?". */
    List<Part> looksRight(Step step) {
        Blank summary = new Blank(step.summary(), 0);
        List<Part> parts = new ArrayList<>(step(step));
        List<Control> controls = new ArrayList<>();
        controls.add(new Button(
                step.equals(Worksheet.ACT) ? "Start the 90 days" : "Looks right", "yes", Control.Weight.PRIMARY));
        List<Pick> picks = facts.numbered(step)
                .map(blank -> new Pick(
                        facts.named(blank), "edit " + plan.number(blank).orElseThrow()))
                .toList();
        if (!picks.isEmpty()) {
            controls.add(new Menu("Change…", picks));
        }
        controls.add(new Button("Pause", "pause"));
        parts.add(new Part.Paragraph(Words.of(
                step.equals(Worksheet.ACT) ? "*Looks right? Then your 90 days start today.*" : "*Looks right?*")));
        parts.add(new Part.Quiet(Words.of("Something off? Type its number, or pick it.")));
        parts.add(new Part.Choices(Abouts.of(plan, summary), controls));
        return parts;
    }

    /** The whole plan, as far as it goes. */
    Message whole() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + " " + plan.year()));
        Worksheet.STEPS.stream()
                .filter(step -> facts.numbered(step).findAny().isPresent())
                .forEach(step -> parts.addAll(step(step)));
        parts.add(new Part.Quiet(Words.of("`edit 7` changes number 7.")));
        return new Message(parts);
    }

    private List<Part> step(Step step) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Step " + step.number() + ": " + step.title()));
        parts.add(facts.of(step));
        if (step.equals(Worksheet.ACCOUNT_PLAN)) {
            new Goal(plan, occasion.notation()).sentence().ifPresent(words -> parts.add(new Part.Paragraph(words)));
        }
        return parts;
    }
}
