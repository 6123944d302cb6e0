package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.Abouts;
import steward.dashboard.CountWords;
import steward.dashboard.DraftWords;
import steward.dashboard.Reader;
import steward.dashboard.time.TimeLines;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.plan.Plan;
import steward.plan.Status;

/**
 * The message about drafts that wait for their rep. It can be drawn again whenever something has become of them: one that was taken up
 * again says so, the others can be resumed.
 */
public final class UnfinishedNudge {

    private static final int DRAFTS_SHOWN_MAX = 20;

    private final SentNudge sent;
    private final List<Plan> begun;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public UnfinishedNudge(SentNudge sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.begun = sent.subjects().stream()
                .flatMap(subject -> plans.stream().filter(plan -> plan.id().equals(subject.plan())))
                .toList();
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
        begun.stream().limit(DRAFTS_SHOWN_MAX).map(this::line).forEach(parts::add);
        if (begun.size() > DRAFTS_SHOWN_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (begun.size() - DRAFTS_SHOWN_MAX) + " more")));
        }
        if (!sent.answered() && begun.stream().anyMatch(plan -> became(plan).isEmpty())) {
            parts.add(new Part.Choices(About.NOTHING, List.of(new Button("Not now", sent.says("later")))));
        }
        NudgeFooter.last(isAlone, Words.of("`/plan` lists your plans")).ifPresent(parts::add);
        return new Message(parts);
    }

    /** "You began two plans that wait for you.", of those that still do. */
    private Words count() {
        int count = (int) begun.stream().filter(plan -> became(plan).isEmpty()).count();
        String plans = count == 1 ? "a plan that waits" : CountWords.of(count) + " plans that wait";
        return Words.of(count == 0 ? "No plan waits for you now." : "You began *" + plans + "* for you.");
    }

    private Part line(Plan plan) {
        Optional<String> became = became(plan);
        String name = TimeLines.name(plan, reader);
        return became.isPresent()
                ? new Part.Paragraph(Words.of("✅  {}  ·  {}", name, became.get()))
                : new Part.Entry(
                        Words.of("*{}*  ·  {}", name, new DraftWords(plan, reader).stopped()),
                        Abouts.of(plan),
                        new Button("Resume", "resume"));
    }

    /** What became of a draft since the message was sent; empty if it waits as it did, or was put aside again. */
    private Optional<String> became(Plan plan) {
        if (plan.status() == Status.RUNNING) {
            return Optional.of("running");
        }
        boolean isTakenUp = plan.lastHeard().filter(sent.at()::isBefore).isPresent();
        return isTakenUp && !plan.isPaused() ? Optional.of("taken up again") : Optional.empty();
    }
}
