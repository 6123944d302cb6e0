package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.JoinedWords;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Plan;

/**
 * The message at the end of a cycle: looks back, asks what becomes of the actions still open, and begins the next 90 days. Of several
 * plans that end on a day, it walks through one after the other.
 */
public final class CycleEndNudge {

    private final List<CycleEndLines> plans;

    /** @param plans the rep's drafts and running plans as they are now */
    public CycleEndNudge(SentNudge sent, List<Plan> plans, Reader reader) {
        this.plans = sent.subjects().stream()
                .map(Subject::plan)
                .flatMap(id -> plans.stream().filter(plan -> plan.id().equals(id)))
                .map(plan -> new CycleEndLines(plan, sent, reader))
                .toList();
    }

    public Message message() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(reached()));
        Optional<CycleEndLines> current = current();
        for (CycleEndLines lines : plans) {
            boolean later = !lines.isBegun() && current.filter(lines::equals).isEmpty();
            parts.add(new Part.Divider());
            if (later) {
                parts.add(new Part.Quiet(Words.of("Then *{}*.", lines.account())));
                continue;
            }
            if (plans.size() > 1) {
                parts.add(new Part.Paragraph(Words.of("*{}*", lines.account())));
            }
            parts.addAll(lines.parts());
        }
        return new Message(parts);
    }

    /** The opportunities and actions that it names; it asks about those of the plan that it is at. */
    public List<Topic> topics() {
        Optional<CycleEndLines> current = current();
        return plans.stream()
                .flatMap(lines -> lines.topics(current.filter(lines::equals).isPresent()).stream())
                .toList();
    }

    /** The plan that it is at: the first whose next 90 days have not begun. */
    public Optional<Plan> plan() {
        return current().map(CycleEndLines::plan);
    }

    private Optional<CycleEndLines> current() {
        return plans.stream().filter(lines -> !lines.isBegun()).findFirst();
    }

    /** "Acme Glass has come to day 90." */
    private Words reached() {
        if (plans.isEmpty()) {
            return Words.of("The " + Plan.CYCLE_DAYS + " days are over.");
        }
        return Words.of(
                JoinedWords.of(plans.stream().map(lines -> "*{}*").toList()) + (plans.size() == 1 ? " has" : " have")
                        + " come to day " + Plan.CYCLE_DAYS + ".",
                plans.stream().map(CycleEndLines::account).toArray());
    }
}
