package steward.dashboard.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.AccountNames;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** The open actions of running plans by their due dates. */
final class DueActions {

    private static final int NEXT_SHOWN_MAX = 5;

    private static final int WORDS_CHARACTERS_MAX = 80;

    private final List<Plan> plans;
    private final AccountNames names;
    private final Reader reader;

    private record Due(Plan plan, int row, LocalDate day) {}

    DueActions(List<Plan> plans, AccountNames names, Reader reader) {
        this.plans = List.copyOf(plans);
        this.names = names;
        this.reader = reader;
    }

    private Stream<Due> all() {
        return plans.stream()
                .flatMap(plan -> plan.actions().stream()
                        .filter(Action::isOpen)
                        .flatMap(action -> action.due().stream().map(day -> new Due(plan, action.row(), day))))
                .sorted(Comparator.comparing(Due::day));
    }

    /** "1 overdue, 2 due this week"; "on track" if neither. */
    String count() {
        LocalDate sunday = reader.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        long overdue = all().filter(this::isOverdue).count();
        long thisWeek = all().filter(due -> !isOverdue(due) && !due.day().isAfter(sunday))
                .count();
        if (overdue > 0) {
            return overdue + " overdue" + (thisWeek > 0 ? ", " + thisWeek + " due this week" : "");
        }
        if (thisWeek > 0) {
            return (thisWeek == 1 ? "1 action" : thisWeek + " actions") + " due this week";
        }
        return all().findAny().isPresent() ? "on track" : "no actions planned";
    }

    private boolean isOverdue(Due due) {
        return due.day().isBefore(reader.today());
    }

    /** What is due next, whatever plan it is in; nothing if nothing is. */
    List<Part> next() {
        List<Due> next = all().limit(NEXT_SHOWN_MAX).toList();
        if (next.isEmpty()) {
            return List.of();
        }
        long more = all().count() - next.size();
        List<Part> parts = new ArrayList<>(List.of(new Part.Divider(), new Part.Paragraph(Words.of("*What is due*"))));
        next.stream().filter(this::isDue).forEach(due -> parts.addAll(toDo(due)));
        List<Fact> later = next.stream()
                .filter(due -> !isDue(due))
                .map(due -> new Fact(day(due), action(due)))
                .toList();
        if (!later.isEmpty()) {
            parts.add(new Part.Facts(later));
        }
        if (more > 0) {
            parts.add(new Part.Quiet(Words.of("and " + more + " later")));
        }
        return parts;
    }

    private boolean isDue(Due due) {
        return !due.day().isAfter(reader.today());
    }

    /** What is due, with what can be done about it. */
    private List<Part> toDo(Due due) {
        return List.of(
                new Part.Paragraph(Words.of("{}: ", day(due)).then(action(due))),
                new Part.Choices(
                        Abouts.of(due.plan()),
                        List.of(
                                new Button("Done", "/actions done " + due.row(), Weight.PRIMARY),
                                new Button("Snooze…", "/actions later " + due.row()))));
    }

    private String day(Due due) {
        if (due.day().equals(reader.today())) {
            return "Today";
        }
        String shown = new PlanFacts(due.plan(), reader)
                .shown(new Blank(Worksheet.ACTION_DUE, due.row()))
                .orElse("");
        return isOverdue(due) ? shown + ", overdue" : shown;
    }

    private Words action(Due due) {
        String what = due.plan().get(Worksheet.ACTION, due.row()).orElse("");
        return Words.of(
                "{}  ·  _{}_",
                Shortened.to(WORDS_CHARACTERS_MAX, what.strip().replaceAll("\\s+", " ")),
                names.of(due.plan()));
    }
}
