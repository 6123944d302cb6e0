package steward.dashboard.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import steward.dashboard.Abouts;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;

/** A plan in its 90 days: which day it is, and what is due. */
public final class RunningMessage {

    private final Plan plan;
    private final Reader reader;
    private final PlanFacts facts;

    public RunningMessage(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.facts = new PlanFacts(plan, reader);
    }

    /** What the rep sees when the cycle starts. */
    public List<Part> started() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + " is running"));
        parts.add(new Part.Paragraph(
                Words.of("Well done. Day 1 of " + Plan.CYCLE_DAYS + ", until {}. What you will do:", lastDay())));
        parts.add(new Part.Facts(actions()));
        StatusMessage.gaps(plan, reader).ifPresent(parts::add);
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(
                        new Button("Add an action", "add action"),
                        new Button("Brief me", "/plan brief"),
                        new Button("Summary", "summary"),
                        SummaryMessage.export())));
        parts.add(new Part.Quiet(Words.of("`summary` shows the whole plan, `edit 7` changes number 7, at any time.")));
        return parts;
    }

    /** "Acme Glass, 2026: day 23 of 90." */
    public Words day() {
        return Words.of("*{}*, {}: {}", plan.account(), plan.year(), dayAlone().text());
    }

    /** "day 23 of 90, until Thu 4 Jun 2026." */
    public Words dayAlone() {
        return Words.of("{}", dayOfCycle()).then(isOver() ? Words.of(".") : Words.of(", until {}.", lastDay()));
    }

    /** "It is day 23 of 90, until Thu 4 Jun 2026.", "The 90 days are over." */
    public Words sentence() {
        return isOver()
                ? Words.of("The " + Plan.CYCLE_DAYS + " days are over.")
                : Words.of("It is ").then(dayAlone());
    }

    /** "day 23 of 90". */
    public String dayOfCycle() {
        return isOver() ? "the " + Plan.CYCLE_DAYS + " days are over" : "day " + dayNumber() + " of " + Plan.CYCLE_DAYS;
    }

    /** What begins the next 90 days. The number of those that run tells a tap made twice. */
    public static Button next(Plan plan) {
        return new Button(
                "Start the next " + Plan.CYCLE_DAYS + " days", "/plan next after " + plan.cycle(), Weight.PRIMARY);
    }

    /** The same to tap, if the 90 days are over. */
    public Optional<Part> nextIfOver() {
        return isOver() ? Optional.of(new Part.Choices(Abouts.of(plan), List.of(next(plan)))) : Optional.empty();
    }

    public boolean isOver() {
        return dayNumber() > Plan.CYCLE_DAYS;
    }

    private long dayNumber() {
        return plan.dayOfCycle(reader.today());
    }

    private String lastDay() {
        Blank due = new Blank(Worksheet.ACTION_DUE, 1);
        return Worksheet.ACTION_DUE
                .answer()
                .shown(plan.lastDueDay(reader.today()), plan.situation(due, reader.today(), reader.notation()));
    }

    private List<Fact> actions() {
        return plan.actions().stream()
                .filter(Action::isOpen)
                .map(Action::row)
                .filter(row -> plan.get(Worksheet.ACTION_DUE, row).isPresent())
                .sorted(Comparator.comparing(
                        row -> plan.get(Worksheet.ACTION_DUE, row).orElse(LocalDate.MAX)))
                .map(row -> new Fact(
                        Optional.empty(),
                        facts.shown(new Blank(Worksheet.ACTION_DUE, row)).orElse(""),
                        facts.value(new Blank(Worksheet.ACTION, row))))
                .toList();
    }
}
