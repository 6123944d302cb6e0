package steward.dashboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.ActionLines.Listed;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.Status;

/** The rep's actions over several plans: overdue, due this week, later, and done lately. */
public final class ActionsMessage {

    private static final int SHOWN_MAX = 12;
    private static final int DONE_SHOWN_MAX = 5;
    private static final int DONE_CHARACTERS_MAX = 60;

    private final List<Plan> plans;
    private final Reader reader;
    private final List<Listed> open;

    /** @param plans drafts and running plans; of a draft, only what has a date is listed */
    public ActionsMessage(List<Plan> plans, Reader reader) {
        this.plans = List.copyOf(plans);
        this.reader = reader;
        this.open = all().filter(listed -> listed.action().isOpen())
                .filter(listed -> listed.plan().status() == Status.RUNNING
                        || listed.action().due().isPresent())
                .sorted(Listed.byDue())
                .toList();
    }

    private Stream<Listed> all() {
        return plans.stream().flatMap(plan -> plan.actions().stream().map(action -> new Listed(plan, action)));
    }

    public Message message() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(open.isEmpty() ? nothing() : counts()));
        if (open.isEmpty()) {
            parts.addAll(begin());
        }
        List<Listed> shown = open.stream().limit(SHOWN_MAX).toList();
        group("Overdue", shown, this::isOverdue, parts);
        group("Due this week", shown, this::isThisWeek, parts);
        group("Later", shown, listed -> !isOverdue(listed) && !isThisWeek(listed), parts);
        if (open.size() > SHOWN_MAX) {
            parts.add(new Part.Quiet(Words.of(
                    "and " + (open.size() - SHOWN_MAX) + " more, due later: `/actions Acme` lists one account")));
        }
        doneLately().ifPresent(parts::add);
        if (!plans.isEmpty()) {
            parts.add(new Part.Quiet(Words.of("`/actions add Acme Call Dana by Friday` adds one  ·  `/actions help`")));
        }
        Message message = new Message(parts);
        return open.isEmpty() && plans.size() == 1 ? message.asking(NextAction.asked(plans.get(0))) : message;
    }

    private boolean isOverdue(Listed listed) {
        return listed.action().isOverdue(reader.today());
    }

    private boolean isThisWeek(Listed listed) {
        LocalDate sunday = reader.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return !isOverdue(listed)
                && listed.action().due().filter(day -> !day.isAfter(sunday)).isPresent();
    }

    /** "Five actions to do: two overdue, one due this week.", "Two actions to do, all overdue." */
    private Words counts() {
        return Words.of("*" + CountWords.actions(open.size()) + "* to do")
                .then(oneAccount().map(account -> Words.of(" at *{}*", account)).orElse(Words.of("")))
                .then(Words.of(whenDue() + "."));
    }

    private String whenDue() {
        long overdue = open.stream().filter(this::isOverdue).count();
        long thisWeek = open.stream().filter(this::isThisWeek).count();
        if (overdue == open.size() || thisWeek == open.size()) {
            return (open.size() == 1 ? ", " : ", all ") + (overdue > 0 ? "overdue" : "due this week");
        }
        String some = Stream.of(
                        overdue > 0 ? CountWords.of(overdue) + " overdue" : "",
                        thisWeek > 0 ? CountWords.of(thisWeek) + " due this week" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? ", nothing due this week" : ": " + some;
    }

    private Optional<String> oneAccount() {
        return plans.size() == 1 ? Optional.of(ActionLines.account(plans.get(0), reader)) : Optional.empty();
    }

    private Words nothing() {
        if (plans.isEmpty()) {
            return Words.of(
                    "You have no plan in progress. `/plan Acme` starts one, and what you mean to do will stand here.");
        }
        return oneAccount()
                .map(account -> Words.of("Nothing is left to do at *{}*. What would move it on?", account))
                .orElse(Words.of("Nothing is left to do. Which account needs a next step?"));
    }

    private List<Part> begin() {
        return plans.size() == 1
                ? List.of(
                        new Part.Choices(Abouts.of(plans.get(0)), List.of(new Button("Add an action", "/actions add"))))
                : List.of();
    }

    private void group(String title, List<Listed> shown, Predicate<Listed> belongs, List<Part> parts) {
        List<Listed> group = shown.stream().filter(belongs).toList();
        if (!group.isEmpty()) {
            parts.add(new Part.Divider());
            parts.add(new Part.Quiet(Words.of(title)));
            group.forEach(listed -> parts.addAll(ActionLines.open(listed, reader)));
        }
    }

    /** What was done in this cycle, the last done first; names only. */
    private Optional<Part> doneLately() {
        String names = all().filter(listed ->
                        listed.action().cycle() == Math.max(1, listed.plan().cycle()))
                .filter(listed -> listed.action().state() == Action.State.DONE)
                .sorted(Comparator.comparing(
                                (Listed listed) -> listed.action().doneAt().orElse(Instant.EPOCH))
                        .reversed())
                .limit(DONE_SHOWN_MAX)
                .map(listed -> Shortened.to(DONE_CHARACTERS_MAX, ActionLines.name(listed.action())))
                .collect(Collectors.joining("  ·  "));
        return names.isEmpty() ? Optional.empty() : Optional.of(new Part.Quiet(Words.of("Done lately: {}", names)));
    }
}
