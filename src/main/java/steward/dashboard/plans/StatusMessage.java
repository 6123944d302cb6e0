package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import steward.dashboard.ActionLines;
import steward.dashboard.CountWords;
import steward.dashboard.DayWords;
import steward.dashboard.OutcomeLines;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.worksheet.Worksheet;

/** How a plan stands, in a few lines. */
public final class StatusMessage {

    private static final int GAPS_SHOWN = 8;

    private final Plan plan;
    private final Reader reader;

    public StatusMessage(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(
                switch (plan.status()) {
                    case DRAFT -> draft();
                    case RUNNING -> new RunningMessage(plan, reader).day();
                    case CLOSED ->
                        Words.of(
                                "*{}*, {}: closed. Everything is kept; `resume` brings it back.",
                                plan.account(),
                                plan.year());
                }));
        if (plan.status() == Status.RUNNING) {
            new RunningMessage(plan, reader).nextIfOver().ifPresent(parts::add);
        }
        new OutcomeLines(plan, reader).ended().ifPresent(parts::add);
        gaps(plan, reader).ifPresent(parts::add);
        return parts;
    }

    /** What is to be done next in a plan that runs, or how much of it is overdue; nothing where nothing is to be done. */
    public Optional<Part> next() {
        List<Action> open = plan.status() == Status.RUNNING
                ? plan.actions().stream().filter(Action::isOpen).toList()
                : List.of();
        long overdue =
                open.stream().filter(action -> action.isOverdue(reader.today())).count();
        if (overdue > 0) {
            return Optional.of(
                    new Part.Paragraph(Words.of("*" + CountWords.actions(overdue) + "* " + (overdue == 1 ? "is" : "are")
                            + " overdue: `/actions` lists " + (overdue == 1 ? "it." : "them."))));
        }
        return open.stream()
                .filter(action -> action.due().isPresent())
                .min(Comparator.comparing(action -> action.due().orElseThrow()))
                .map(action -> new Part.Paragraph(Words.of(
                        "Next: *{}*, by {}.",
                        ActionLines.name(action),
                        DayWords.date(action.due().orElseThrow(), reader.today()))));
    }

    private Words draft() {
        long answered = plan.blanks()
                .filter(blank ->
                        blank.question().isNumbered() && plan.kept(blank).isPresent())
                .count();
        String done = Worksheet.STEPS.stream()
                .filter(step -> plan.isSettled(Blank.of(step.summary())))
                .map(step -> String.valueOf(step.number()))
                .collect(Collectors.joining(", "));
        Words head = Words.of(
                "*{}*, {}: draft, {} " + (answered == 1 ? "answer" : "answers") + " saved",
                plan.account(),
                plan.year(),
                answered);
        String steps = switch (done.length()) {
            case 0 -> ".";
            case 1 -> ", step " + done + " is done.";
            default -> ", steps " + done + " are done.";
        };
        return head.then(Words.of(steps
                + new Progress(plan).sentence().map(sentence -> " " + sentence).orElse("")));
    }

    /** What is not known yet, by number; empty if nothing is. */
    public static Optional<Part> gaps(Plan plan, Reader reader) {
        List<Blank> gaps = plan.gaps();
        PlanFacts facts = new PlanFacts(plan, reader);
        String named = gaps.stream().limit(GAPS_SHOWN).map(facts::named).collect(Collectors.joining(" · "));
        String more = gaps.size() > GAPS_SHOWN ? " and " + (gaps.size() - GAPS_SHOWN) + " more" : "";
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Quiet(Words.of("Not known yet: {}", named + more)));
    }
}
