package steward.dashboard.nudges;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.ActionLines;
import steward.dashboard.ActionLines.Listed;
import steward.dashboard.CountWords;
import steward.dashboard.DayWords;
import steward.dashboard.Reader;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.PlanChanges;

/**
 * The morning's message about actions that are due. It can be drawn again whenever something has become of them: each then says what,
 * and what is left to do keeps its buttons.
 */
public final class ActionsNudge {

    private final SentNudge sent;
    private final LocalTime sentAt;
    private final List<Plan> plans;
    private final Reader reader;

    /**
     * @param sentAt the rep's own time when it was sent
     * @param plans the rep's drafts and running plans as they are now
     */
    public ActionsNudge(SentNudge sent, LocalTime sentAt, List<Plan> plans, Reader reader) {
        this.sent = sent;
        this.sentAt = sentAt;
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    public Message message() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(Greeting.at(sentAt, reader).then(count())));
        parts.add(new Part.Divider());
        sent.subjects().forEach(ref -> parts.addAll(now(ref)));
        parts.add(new Part.Quiet(Words.of("Next one when something is due  ·  `/plan settings`")));
        return new Message(parts);
    }

    /** The actions that it names, as they are now. */
    public List<Topic> topics() {
        return sent.subjects().stream()
                .flatMap(this::listed)
                .map(listed -> new Topic(
                        listed.plan(),
                        listed.action().row(),
                        true,
                        became(listed).isEmpty(),
                        ActionLines.name(listed.action())))
                .toList();
    }

    /** "One action is due today.", "Three actions, one overdue.", as it was when it was sent. */
    private Words count() {
        int listed = sent.subjects().size();
        List<LocalDate> days = sent.subjects().stream()
                .flatMap(ref -> before(ref).flatMap(Action::due).stream())
                .toList();
        Words actions = Words.of("*" + CountWords.actions(listed) + "*");
        String verb = listed == 1 ? " is" : " are";
        long overdue = days.stream().filter(day -> day.isBefore(sent.day())).count();
        if (overdue > 0) {
            return actions.then(
                    overdue == listed
                            ? Words.of(verb + " overdue.")
                            : Words.of(", *" + CountWords.of(overdue) + " overdue*."));
        }
        if (days.size() < listed || days.stream().anyMatch(day -> day.isAfter(sent.day()))) {
            return actions.then(Words.of(" this week."));
        }
        return actions.then(Words.of(verb + " due today."));
    }

    private Stream<Plan> plan(Subject ref) {
        return plans.stream().filter(plan -> plan.id().equals(ref.plan()));
    }

    /** The action as it was when the message was sent. */
    private Optional<Action> before(Subject ref) {
        return plan(ref)
                .map(plan -> new PlanChanges(plan, sent.at()).before())
                .flatMap(plan -> plan.action(ref.row()).stream())
                .findFirst();
    }

    /** The action as it is now; nothing if it is gone from the plan, or the plan from the rep. */
    private List<Part> now(Subject ref) {
        return listed(ref)
                .findFirst()
                .map(listed -> became(listed)
                        .map(words -> List.<Part>of(new Part.Paragraph(words)))
                        .orElseGet(() -> ActionLines.open(listed, reader)))
                .orElse(List.of());
    }

    private Stream<Listed> listed(Subject ref) {
        return plan(ref).flatMap(plan -> plan.action(ref.row()).stream().map(action -> new Listed(plan, action)));
    }

    /** What became of it since the message was sent; empty if it is to be done as it was. */
    private Optional<Words> became(Listed listed) {
        Action action = listed.action();
        Optional<Action> before = before(new Subject(listed.plan().id(), action.row()));
        String name = ActionLines.name(action);
        return switch (action.state()) {
            case DONE -> Optional.of(Words.of("✅  {}  ·  done", name));
            case DROPPED -> Optional.of(Words.of("{}  ·  dropped", name));
            case OPEN ->
                before.flatMap(Action::due).equals(action.due())
                        ? action.snoozedUntil()
                                .filter(day -> day.isAfter(reader.today()))
                                .filter(day ->
                                        !before.flatMap(Action::snoozedUntil).equals(Optional.of(day)))
                                .map(day -> Words.of(
                                        "{}  ·  later, I'll remind you {}",
                                        name,
                                        DayWords.on(reader.hearsOn(day), reader.today())))
                        : action.due()
                                .map(day -> Words.of("{}  ·  moved to {}", name, DayWords.date(day, reader.today())));
        };
    }
}
