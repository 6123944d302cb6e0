package steward.dashboard.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.CountWords;
import steward.dashboard.DayWords;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Action;
import steward.plan.Plan;

/**
 * The message about what has come to a stop: actions long overdue, each still worth doing or not, and plans without anything to do. It
 * can be drawn again whenever something has become of them.
 */
public final class IdleNudge {

    private static final int ACTIONS_SHOWN_MAX = 12;
    private static final int PLANS_SHOWN_MAX = 10;

    private final SentNudge sent;
    private final NudgedActions actions;
    private final Reader reader;

    /** @param plans the rep's drafts and running plans as they are now */
    public IdleNudge(SentNudge sent, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.actions = new NudgedActions(sent, plans, reader);
        this.reader = reader;
    }

    /**
     * What it says.
     *
     * @param isAlone whether nothing else stands in the message; else that says where nudges are set
     */
    public Message message(boolean isAlone) {
        List<Part> parts = new ArrayList<>();
        List<Subject> late =
                sent.subjects().stream().filter(subject -> subject.row() > 0).toList();
        if (!late.isEmpty()) {
            parts.add(new Part.Paragraph(count(late.size())));
            late.stream().limit(ACTIONS_SHOWN_MAX).flatMap(this::action).forEach(parts::add);
            if (late.size() > ACTIONS_SHOWN_MAX) {
                parts.add(new Part.Quiet(
                        Words.of("and " + (late.size() - ACTIONS_SHOWN_MAX) + " more: `/actions` lists them")));
            }
        }
        stopped().limit(PLANS_SHOWN_MAX).flatMap(this::plan).forEach(parts::add);
        long more = stopped().count() - PLANS_SHOWN_MAX;
        if (more > 0) {
            parts.add(
                    new Part.Quiet(Words.of("and " + more + " more without anything to do: `/plan` lists your plans")));
        }
        NudgeFooter.last(isAlone, Words.of("I ask this only once")).ifPresent(parts::add);
        return new Message(parts);
    }

    /** The actions that it names, as they are now. */
    public List<Topic> topics() {
        return actions.topics();
    }

    /** The plans that it names as a whole, and which still have nothing to do. */
    public List<Plan> idle() {
        return stopped().filter(plan -> open(plan).isEmpty()).toList();
    }

    private static Words count(int late) {
        String those = late == 1 ? "One action has" : CountWords.atStart(late) + " actions have";
        return Words.of("*" + those + "* waited for more than 30 days. Still worth doing?");
    }

    // ── Actions ──────────────────────────────────────────────────────────────────────────────────────────

    private Stream<Part> action(Subject ref) {
        return actions.listed(ref)
                .flatMap(listed -> actions.became(listed)
                        .map(words -> Stream.<Part>of(new Part.Paragraph(words)))
                        .orElseGet(() -> question(listed)));
    }

    private Stream<Part> question(Listed listed) {
        int row = listed.action().row();
        return Stream.of(
                new Part.Paragraph(ActionLines.title(listed, reader)),
                new Part.Choices(
                        Abouts.of(listed.plan()),
                        List.of(
                                new Button("Done", "/actions done " + row),
                                new Button("Move…", "/actions move " + row),
                                new Button("Drop…", "/actions drop " + row))));
    }

    // ── Plans without an action ──────────────────────────────────────────────────────────────────────────

    private Stream<Plan> stopped() {
        return sent.subjects().stream().filter(subject -> subject.row() == 0).flatMap(actions::plan);
    }

    private static Optional<Action> open(Plan plan) {
        return plan.actions().stream().filter(Action::isOpen).reduce((earlier, later) -> later);
    }

    private Stream<Part> plan(Plan plan) {
        String account = ActionLines.account(plan, reader);
        Optional<Action> next = open(plan);
        if (next.isPresent()) {
            String due = next.get()
                    .due()
                    .map(day -> ", due " + DayWords.date(day, reader.today()))
                    .orElse("");
            return Stream.of(
                    new Part.Paragraph(Words.of("✅  {}  ·  {}{}", account, ActionLines.name(next.get()), due)));
        }
        if (sent.answered()) {
            return Stream.of(new Part.Paragraph(Words.of("{}  ·  nothing for now", account)));
        }
        return Stream.of(
                new Part.Paragraph(Words.of("*{}* has had nothing to do for a week. What would move it on?", account)),
                new Part.Choices(
                        Abouts.of(plan),
                        List.of(
                                new Button("Add an action", "/actions add", Weight.PRIMARY),
                                new Button("Not now", sent.says("later")))));
    }
}
