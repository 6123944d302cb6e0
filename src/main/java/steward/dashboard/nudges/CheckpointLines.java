package steward.dashboard.nudges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.ActionLines;
import steward.dashboard.DayWords;
import steward.dashboard.OpportunityLines;
import steward.dashboard.OutcomeLines;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanChanges;
import steward.roti.Figures;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Percent;

/** One plan at a check-point: the opportunities that were open, those looked at since, and the one to look at next. */
final class CheckpointLines {

    private static final List<Integer> QUICK_CHANCES = List.of(10, 25, 50, 75, 90);

    private final Plan plan;
    private final SentNudge sent;
    private final Reader reader;
    private final PlanChanges since;
    private final List<Integer> reviewed;

    CheckpointLines(Plan plan, SentNudge sent, Reader reader) {
        this.plan = plan;
        this.sent = sent;
        this.reader = reader;
        this.since = new PlanChanges(plan, sent.at());
        this.reviewed = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> since.before().rows(Worksheet.OPPORTUNITIES).contains(row))
                .filter(row -> since.before().outcome(row).isOpen())
                .toList();
    }

    String account() {
        return ActionLines.account(plan, reader);
    }

    /** The day of the cycle on which the message was sent. */
    long day() {
        return since.before().dayOfCycle(sent.day());
    }

    /** How many there are to be looked at. */
    int all() {
        return reviewed.size();
    }

    /** How many are still to be looked at. */
    int left() {
        return (int) reviewed.stream().filter(row -> !since.isLookedAt(row)).count();
    }

    /** A line for each opportunity looked at, and what became of the next hour. */
    List<Part> lookedAt() {
        List<Part> parts = new ArrayList<>();
        reviewed.stream().filter(since::isLookedAt).map(this::line).forEach(parts::add);
        since.lastLookedAt()
                .filter(after -> !parts.isEmpty())
                .flatMap(after -> nextHour(Roti.of(since.before()), Roti.of(after)))
                .ifPresent(words -> parts.add(left() == 0 ? new Part.Paragraph(words) : new Part.Quiet(words)));
        return parts;
    }

    /** "✅ Resin for line 2 · now 75%, was 70%". */
    private Part line(int row) {
        return new Part.Paragraph(
                plan.outcome(row).isOpen()
                        ? Words.of("✅  {}  ·  {}{}", name(row), chanceNow(row), newDay(row))
                        : OpportunityLines.became(since, row, reader).orElseThrow());
    }

    /** ", now by Thu 30 Apr"; empty while its day is what it was. */
    private String newDay(int row) {
        Optional<LocalDate> day = plan.get(Worksheet.TIMELINE, row);
        return day.equals(since.before().get(Worksheet.TIMELINE, row))
                ? ""
                : day.map(by -> ", now by " + DayWords.date(by, reader.today())).orElse(", without a date");
    }

    private String chanceNow(int row) {
        Optional<Percent> was = since.before().get(Worksheet.PROBABILITY, row);
        Optional<Percent> is = plan.get(Worksheet.PROBABILITY, row);
        if (is.isEmpty()) {
            return "still open";
        }
        return is.equals(was)
                ? "still " + shown(is.get())
                : "now " + shown(is.get())
                        + was.map(chance -> ", was " + shown(chance)).orElse("");
    }

    private Optional<Words> nextHour(Roti before, Roti after) {
        if (after.isNothingOpen()) {
            Renewals renewals = new Renewals(after, reader.notation());
            return Optional.of(
                    renewals.isNone()
                            ? Words.of("Nothing is open at *{}* any more.", account())
                            : Words.of("Nothing new is open at *{}*. {}", account(), renewals.sentence()));
        }
        Optional<String> was = rate(before);
        return rate(after)
                .map(is -> was.filter(is::equals).isPresent()
                        ? Words.of("Next hour at {}: *{}*, as before.", account(), is)
                        : Words.of("Next hour at {}: *{}*", account(), is)
                                .then(was.map(rate -> Words.of(", was {}.", rate))
                                        .orElse(Words.of("."))));
    }

    private Optional<String> rate(Roti roti) {
        return roti.nextHour().filter(rate -> roti.isKnown()).map(this::wholeRate);
    }

    private String wholeRate(Rate rate) {
        return new Figures(reader.notation()).wholeRate(rate);
    }

    // ── The one to look at next ──────────────────────────────────────────────────────────────────────────

    /** The first opportunity not looked at yet, and what can be said of it; nothing once all are. */
    List<Part> next() {
        return nextRow().map(this::question).orElse(List.of());
    }

    private Optional<Integer> nextRow() {
        return reviewed.stream().filter(row -> !since.isLookedAt(row)).findFirst();
    }

    /** @param isCurrent whether the message is at this plan */
    List<Topic> topics(boolean isCurrent) {
        Optional<Integer> next = nextRow().filter(row -> isCurrent);
        return reviewed.stream()
                .map(row -> new Topic(plan, row, false, next.filter(row::equals).isPresent(), name(row)))
                .toList();
    }

    private List<Part> question(int row) {
        Optional<Percent> chance = plan.get(Worksheet.PROBABILITY, row);
        OutcomeLines outcomes = new OutcomeLines(plan, reader);
        String wonBy = plan.shown(new Blank(Worksheet.TIMELINE, row), reader.today(), reader.notation())
                .map(day -> "  ·  " + outcomes.toBeWon(row) + " by " + day)
                .orElse("");
        return List.of(
                new Part.Paragraph(Words.of("*{}*\n", name(row))
                        .then(Words.of(
                                "{}{}  ·  {}",
                                account(),
                                wonBy,
                                chance.map(this::shown).orElse("how likely is not known yet")))),
                new Part.Choices(new About(plan.id().text(), OpportunityLines.WON_BY, row), answers(row, chance)));
    }

    private List<Control> answers(int row, Optional<Percent> chance) {
        List<Control> controls = new ArrayList<>();
        chance.ifPresent(same ->
                controls.add(new Button("Still " + shown(same), says(row, same, chance), Control.Weight.PRIMARY)));
        QUICK_CHANCES.stream()
                .map(Percent::of)
                .filter(other -> chance.filter(other::equals).isEmpty())
                .forEach(other -> controls.add(new Button(shown(other), says(row, other, chance))));
        OpportunityLines lines = new OpportunityLines(plan, reader);
        controls.addAll(lines.endings(row, Control.Weight.NORMAL));
        if (lines.isPast(row)) {
            controls.add(OpportunityLines.stillOpen());
        }
        return controls;
    }

    /** What a tap says names the chance that was shown, so that a tap on what has changed since is known for one. */
    private String says(int row, Percent chance, Optional<Percent> shown) {
        return "/plan chance " + OpportunityLines.number(plan, row) + " " + chance + "% was "
                + shown.map(was -> was + "%").orElse("unknown");
    }

    private String name(int row) {
        return new OutcomeLines(plan, reader).name(row);
    }

    private String shown(Percent percent) {
        return percent.shown(reader.notation());
    }
}
