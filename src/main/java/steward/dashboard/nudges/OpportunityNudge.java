package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.CountWords;
import steward.dashboard.OpportunityLines;
import steward.dashboard.OutcomeLines;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Plan;
import steward.plan.PlanChanges;
import steward.worksheet.Worksheet;

/**
 * The message about opportunities whose day to be won is over. It can be drawn again whenever something has become of them: each then
 * says what, and what is still to be told keeps its buttons.
 */
public final class OpportunityNudge {

    private final SentNudge sent;
    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public OpportunityNudge(SentNudge sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    /**
     * What it says.
     *
     * @param isAlone whether nothing else stands in the message; else that says where nudges are set
     */
    public Message message(boolean isAlone) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(count()));
        parts.add(new Part.Divider());
        List<Part> now = sent.subjects().stream()
                .flatMap(ref -> plans.stream()
                        .filter(plan -> plan.id().equals(ref.plan()))
                        .flatMap(plan -> now(plan, ref).stream()))
                .toList();
        parts.addAll(now);
        boolean asks = now.stream().anyMatch(Part.Choices.class::isInstance);
        NudgeFooter.last(
                        isAlone,
                        Words.of(
                                asks
                                        ? "Still open? Pick the day you expect it now, or reply in this thread"
                                        : "All told"))
                .ifPresent(parts::add);
        return new Message(parts);
    }

    /** The opportunities that it names, as they are now. */
    public List<Topic> topics() {
        return sent.subjects().stream()
                .flatMap(ref -> plans.stream()
                        .filter(plan -> plan.id().equals(ref.plan()) && isThere(plan, ref))
                        .map(plan -> new Topic(
                                plan,
                                ref.row(),
                                false,
                                became(plan, ref).isEmpty(),
                                new OpportunityLines(plan, reader).name(ref.row()))))
                .toList();
    }

    /** "One opportunity was to be won by now.", "Two renewals were to be kept by now." */
    private Words count() {
        int listed = sent.subjects().size();
        long renewals = sent.subjects().stream().filter(this::isRenewal).count();
        String one = renewals == listed ? "renewal" : "opportunity";
        String all = renewals == listed ? "renewals" : "opportunities";
        String ended = renewals == 0 ? "won" : renewals == listed ? "kept" : "won or kept";
        return Words.of(
                listed == 1
                        ? "*One " + one + "* was to be " + ended + " by now. How did it go?"
                        : "*" + CountWords.atStart(listed) + " " + all + "* were to be " + ended
                                + " by now. How did they go?");
    }

    private boolean isRenewal(Subject ref) {
        return plans.stream()
                .filter(plan -> plan.id().equals(ref.plan()))
                .anyMatch(plan -> new OutcomeLines(plan, reader).isRenewal(ref.row()));
    }

    /** The opportunity as it is now; nothing if it is gone from the plan. */
    private List<Part> now(Plan plan, Subject ref) {
        if (!isThere(plan, ref)) {
            return List.of();
        }
        return became(plan, ref)
                .map(words -> List.<Part>of(new Part.Paragraph(words)))
                .orElseGet(() -> new OpportunityLines(plan, reader).howDidItGo(ref.row()));
    }

    private static boolean isThere(Plan plan, Subject ref) {
        return plan.rows(Worksheet.OPPORTUNITIES).contains(ref.row());
    }

    private Optional<Words> became(Plan plan, Subject ref) {
        return OpportunityLines.became(new PlanChanges(plan, sent.at()), ref.row(), reader);
    }
}
