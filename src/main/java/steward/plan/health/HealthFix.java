package steward.plan.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Notation;

/**
 * One thing that would make a plan healthier.
 *
 * @param blank the answer to give or to change; of a table, the one to begin with
 * @param points what it adds, found by doing it on paper and counting again
 */
public record HealthFix(Remedy remedy, Blank blank, int points) {

    /** What a rep can do for the health of a plan. */
    public enum Remedy {
        /** Find out who stands in a role that nobody is known in. */
        FIND_SOMEONE,
        /** Get to know a second person at the account. */
        FIND_ANOTHER,
        /** List an opportunity where there is none. */
        LIST_OPPORTUNITY,
        /** Plan an action where there is none. */
        PLAN_ACTION,
        /** Do an overdue action, or give it a new date. */
        MOVE,
        /** Fill in what is not known yet. */
        FILL_IN,
        /** Say more exactly what an opportunity or action is about. */
        SHARPEN,
        /** Look the plan over. */
        LOOK_OVER
    }

    /** Somebody whom no plan knows by name. */
    private static final String SOMEONE_NEW = "Somebody new";

    private record Idea(Remedy remedy, Blank blank, List<Entry> entries) {}

    /** The fix that adds most to the health of a plan, the first of several; empty if nothing is missing. */
    public static Optional<HealthFix> worthMost(Plan plan, Instant now, LocalDate today) {
        int points = Health.of(plan, now, today).points();
        return ideas(plan, now, today).stream()
                .map(idea -> new HealthFix(
                        idea.remedy(),
                        idea.blank(),
                        Health.of(plan.with(idea.entries()), now, today).points() - points))
                .reduce((best, next) -> next.points() > best.points() ? next : best);
    }

    private static List<Idea> ideas(Plan plan, Instant now, LocalDate today) {
        // Written as if nothing were heard by it, so that a plan long silent does not make every fix worth the same.
        Instant heard = plan.lastHeard().orElse(now);
        List<Idea> ideas = new ArrayList<>();
        for (Table role : List.of(Worksheet.COACH, Worksheet.FINAL_AUTHORITY, Worksheet.USER, Worksheet.ADVISOR)) {
            ifEmpty(plan, role)
                    .ifPresent(blank -> ideas.add(new Idea(
                            Remedy.FIND_SOMEONE, blank, List.of(answer(blank, kept(plan, blank, today), heard)))));
        }
        if (Health.restsOnOnePerson(plan)) {
            ideas.add(another(plan, today, heard));
        }
        ifEmpty(plan, Worksheet.OPPORTUNITIES)
                .ifPresent(blank -> ideas.add(new Idea(
                        Remedy.LIST_OPPORTUNITY,
                        blank,
                        row(plan, Worksheet.OPPORTUNITIES, blank.row(), today, heard))));
        nextAction(plan).ifPresent(blank -> ideas.add(action(plan, blank, today, heard)));
        overdue(plan, today).forEach(due -> ideas.add(idea(Remedy.MOVE, plan, due, today, heard)));
        unknown(plan).forEach(blank -> ideas.add(idea(Remedy.FILL_IN, plan, blank, today, heard)));
        vague(plan, today).forEach(blank -> ideas.add(idea(Remedy.SHARPEN, plan, blank, today, heard)));
        if (!Health.of(plan, now, today).share(Health.Aspect.FRESHNESS).isWhole()) {
            ideas.add(new Idea(
                    Remedy.LOOK_OVER,
                    Blank.of(Worksheet.HEADQUARTERS),
                    List.of(new Entry(Kind.RESUMED, "", 0, "", "", now))));
        }
        return ideas;
    }

    /** The blank that the first row of a table begins with, if no row stands. */
    private static Optional<Blank> ifEmpty(Plan plan, Table table) {
        return plan.rows(table).isEmpty()
                ? plan.blanks()
                        .filter(blank -> blank.question().equals(table.first()))
                        .findFirst()
                : Optional.empty();
    }

    /** The blank that the next action begins with, if none is open: an empty row, or one after those that are done or dropped. */
    private static Optional<Blank> nextAction(Plan plan) {
        if (plan.rows(Worksheet.ACTIONS).isEmpty()
                || !plan.openRows(Worksheet.ACTIONS).isEmpty()) {
            return ifEmpty(plan, Worksheet.ACTIONS);
        }
        return Optional.of(new Blank(Worksheet.ACTION, plan.nextRow(Worksheet.ACTIONS)));
    }

    /** The dates of open actions that have passed. */
    private static Stream<Blank> overdue(Plan plan, LocalDate today) {
        return plan.openRows(Worksheet.ACTIONS).stream()
                .filter(row -> plan.get(Worksheet.ACTION_DUE, row)
                        .filter(due -> due.isBefore(today))
                        .isPresent())
                .map(row -> new Blank(Worksheet.ACTION_DUE, row));
    }

    /** What is not known though it matters, but for the beginnings of tables. */
    private static Stream<Blank> unknown(Plan plan) {
        return plan.blanks()
                .filter(blank -> blank.question().isNumbered()
                        && !blank.question().isOptional()
                        && !blank.headsRow()
                        && !plan.isOver(blank)
                        && plan.kept(blank).isEmpty());
    }

    private static Stream<Blank> vague(Plan plan, LocalDate today) {
        return Stream.of(Worksheet.OPPORTUNITIES, Worksheet.ACTIONS)
                .flatMap(table -> plan.openRows(table).stream()
                        .filter(row ->
                                SmartCriterion.missing(plan, table, row, today).contains(SmartCriterion.S))
                        .map(row -> new Blank(table.first(), row)));
    }

    // ── Done on paper ────────────────────────────────────────────────────────────────────────────────────

    private static Idea idea(Remedy remedy, Plan plan, Blank blank, LocalDate today, Instant at) {
        return new Idea(remedy, blank, List.of(answer(blank, kept(plan, blank, today), at)));
    }

    private static Idea another(Plan plan, LocalDate today, Instant at) {
        Table role = Worksheet.ROLES.stream()
                .filter(table -> !plan.rows(table).isEmpty())
                .findFirst()
                .orElse(Worksheet.COACH);
        Blank blank = new Blank(role.first(), plan.nextRow(role));
        return new Idea(
                Remedy.FIND_ANOTHER,
                blank,
                List.of(
                        new Entry(Kind.ROW_ADDED, role.key(), blank.row(), "", "", at),
                        answer(blank, kept(plan, blank, today), at)));
    }

    private static Idea action(Plan plan, Blank blank, LocalDate today, Instant at) {
        Entry begun = new Entry(Kind.ROW_ADDED, Worksheet.ACTIONS.key(), blank.row(), "", "", at);
        return new Idea(
                Remedy.PLAN_ACTION,
                blank,
                Stream.concat(
                                Stream.of(begun),
                                row(plan.with(List.of(begun)), Worksheet.ACTIONS, blank.row(), today, at).stream())
                        .toList());
    }

    private static List<Entry> row(Plan plan, Table table, int row, LocalDate today, Instant at) {
        return table.columns().stream()
                .filter(column -> !column.isOptional())
                .map(column -> new Blank(column, row))
                .map(blank -> answer(blank, kept(plan, blank, today), at))
                .toList();
    }

    private static Entry answer(Blank blank, String kept, Instant at) {
        return new Entry(Kind.ANSWERED, blank.question().key(), blank.row(), kept, kept, at);
    }

    /** An answer such as might be given: today for a date, somebody new for a person, else the example. */
    private static String kept(Plan plan, Blank blank, LocalDate today) {
        Question<?> question = blank.question();
        if (question.answer().isDate()) {
            return today.toString();
        }
        boolean isPerson = blank.headsRow()
                && blank.table().filter(Worksheet.ROLES::contains).isPresent();
        var situation = plan.situation(blank, today, Notation.DEFAULT);
        return question.readKept(isPerson ? SOMEONE_NEW : question.example(situation), situation)
                .either(kept -> kept, hint -> {
                    throw new IllegalStateException("The example of " + blank + " can't be read: " + hint);
                });
    }
}
