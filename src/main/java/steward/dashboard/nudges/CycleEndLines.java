package steward.dashboard.nudges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.DayWords;
import steward.dashboard.OpportunityLines;
import steward.dashboard.Reader;
import steward.dashboard.plans.LookBack;
import steward.dashboard.plans.NextYear;
import steward.dashboard.plans.Recap;
import steward.dashboard.plans.RunningMessage;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.plan.Action;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanChanges;
import steward.worksheet.Worksheet;

/** One plan at the end of its cycle: what is asked, and what was answered since. */
final class CycleEndLines {

    private final Plan plan;
    private final SentNudge sent;
    private final Reader reader;
    private final PlanChanges since;

    CycleEndLines(Plan plan, SentNudge sent, Reader reader) {
        this.plan = plan;
        this.sent = sent;
        this.reader = reader;
        this.since = new PlanChanges(plan, sent.at());
    }

    String account() {
        return ActionLines.account(plan, reader);
    }

    Plan plan() {
        return plan;
    }

    /** @param isCurrent whether the message is at this plan */
    List<Topic> topics(boolean isCurrent) {
        OpportunityLines lines = new OpportunityLines(plan, reader);
        List<Topic> topics = new ArrayList<>();
        opportunities().stream()
                .filter(this::isPast)
                .forEach(row -> topics.add(new Topic(plan, row, false, isCurrent && !isToldOf(row), lines.name(row))));
        actions().forEach(action -> {
            boolean isAsked = isCurrent && action.isOpen() && !since.has(Kind.CARRIED, action.row());
            topics.add(new Topic(plan, action.row(), true, isAsked, ActionLines.name(action)));
        });
        opportunities().stream()
                .filter(row -> !isPast(row))
                .forEach(row -> topics.add(new Topic(plan, row, false, false, lines.name(row))));
        return topics;
    }

    /** Whether the next cycle runs. */
    boolean isBegun() {
        return plan.cycle() > since.before().cycle();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(recap());
        parts.addAll(lookBack());
        List<List<Part>> asked = new ArrayList<>();
        opportunities().forEach(row -> {
            if (isToldOf(row) || isBegun()) {
                parts.addAll(told(row));
            } else {
                asked.add(opportunity(row));
            }
        });
        actions().forEach(action -> {
            if (isOver(action)) {
                parts.addAll(action(action));
            } else {
                asked.add(action(action));
            }
        });
        asked.stream().findFirst().ifPresent(parts::addAll);
        if (asked.size() > 1) {
            parts.add(new Part.Quiet(Words.of((asked.size() - 1) + " more after this one")));
        }
        if (isBegun()) {
            parts.add(new Part.Paragraph(begun()));
        } else {
            parts.add(new Part.Choices(
                    Abouts.of(plan),
                    Stream.concat(Stream.of(RunningMessage.next(since.before())), nextYear())
                            .toList()));
            parts.add(new Part.Quiet(Words.of("What is still open then, and not dropped, is carried over.")));
        }
        return parts;
    }

    /** From November on a cycle that ends may go on in next year's plan. */
    private Stream<Control> nextYear() {
        return Stream.of(new NextYear(plan))
                .filter(next -> next.isDue(sent.day()))
                .map(NextYear::button);
    }

    /** "✅ The next 90 days have begun: day 90 is Sat 29 Aug." */
    private Words begun() {
        LocalDate last = plan.cycleStart().orElse(reader.today()).plusDays(Plan.CYCLE_DAYS - 1L);
        return Words.of(
                "✅  The next " + Plan.CYCLE_DAYS + " days have begun: day " + Plan.CYCLE_DAYS + " is {}.",
                DayWords.date(last, reader.today()));
    }

    // ── What worked ──────────────────────────────────────────────────────────────────────────────────────

    private List<Part> lookBack() {
        int cycle = since.before().cycle();
        List<Fact> said = new LookBack(plan).of(cycle);
        Button button = new Button(said.isEmpty() ? "Look back…" : "Change…", "/plan lookback " + cycle);
        List<Part> parts = new ArrayList<>();
        parts.add(
                said.isEmpty()
                        ? new Part.Paragraph(Words.of("*{}*: what worked, what didn't?", account()))
                        : new Part.Facts(said));
        if (said.isEmpty() || !isBegun()) {
            parts.add(new Part.Choices(Abouts.of(plan), List.of(button)));
        }
        return parts;
    }

    private List<Part> recap() {
        return Recap.ofCycle(plan, since.before().cycle(), reader).parts();
    }

    // ── Opportunities that were open ─────────────────────────────────────────────────────────────────────

    /** Those whose day is over first. */
    private List<Integer> opportunities() {
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> since.before().outcome(row).isOpen())
                .filter(row -> since.before().rows(Worksheet.OPPORTUNITIES).contains(row))
                .sorted(Comparator.comparing(row -> !isPast(row)))
                .toList();
    }

    private boolean isPast(int row) {
        return since.before()
                .get(Worksheet.TIMELINE, row)
                .filter(day -> day.isBefore(sent.day()))
                .isPresent();
    }

    /** Whether the rep has said what became of it. */
    private boolean isToldOf(int row) {
        return OpportunityLines.became(since, row, reader).isPresent() || (!isPast(row) && since.isLookedAt(row));
    }

    private List<Part> told(int row) {
        Optional<Words> became = OpportunityLines.became(since, row, reader);
        Optional<Words> stillOpen = isToldOf(row)
                ? Optional.of(Words.of("✅  {}  ·  still open", new OpportunityLines(plan, reader).name(row)))
                : Optional.empty();
        return became.or(() -> stillOpen).stream()
                .<Part>map(Part.Paragraph::new)
                .toList();
    }

    private List<Part> opportunity(int row) {
        OpportunityLines lines = new OpportunityLines(plan, reader);
        return isPast(row) ? lines.howDidItGo(row) : lines.isItOpen(row);
    }

    // ── Actions still open ───────────────────────────────────────────────────────────────────────────────

    /** Those that were open when the message was sent, as they are now. */
    private List<Action> actions() {
        return since.before().actions().stream()
                .filter(Action::isOpen)
                .flatMap(action -> plan.action(action.row()).stream())
                .toList();
    }

    private boolean isOver(Action action) {
        return isBegun() || !action.isOpen() || since.has(Kind.CARRIED, action.row());
    }

    private List<Part> action(Action action) {
        String name = ActionLines.name(action);
        return switch (action.state()) {
            case DONE -> List.of(new Part.Paragraph(Words.of("✅  {}  ·  done", name)));
            case DROPPED -> List.of(new Part.Paragraph(Words.of("{}  ·  dropped", name)));
            case OPEN -> since.has(Kind.CARRIED, action.row()) ? carried(action) : open(action);
        };
    }

    private List<Part> carried(Action action) {
        Words words = Words.of("✅  {}  ·  carried over", ActionLines.name(action));
        return List.of(isBegun() ? new Part.Paragraph(words) : new Part.Entry(words, Abouts.of(plan), drop(action)));
    }

    private List<Part> open(Action action) {
        return List.of(
                new Part.Paragraph(ActionLines.title(new Listed(plan, action), reader)),
                new Part.Choices(
                        Abouts.of(plan),
                        List.of(
                                new Button("Done", "/actions done " + action.row()),
                                new Button("Carry over", "/actions carry " + action.row()),
                                drop(action))));
    }

    private static Button drop(Action action) {
        return new Button("Drop", "/actions dropped " + action.row());
    }
}
