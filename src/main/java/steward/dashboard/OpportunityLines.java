package steward.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Calendar;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.PlanChanges;
import steward.worksheet.Worksheet;

/** Lines that ask what became of opportunities whose day to be won is over. */
public final class OpportunityLines {

    /** What a calendar is about that says by when an opportunity is to be won. */
    public static final String WON_BY = "opportunity.won_by";

    private final Plan plan;
    private final Reader reader;

    public OpportunityLines(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /** The number by which a command names an opportunity: "#12". */
    public static String number(Plan plan, int row) {
        return "#" + plan.number(new Blank(Worksheet.OPPORTUNITY, row)).orElse(0);
    }

    public String name(int row) {
        return new OutcomeLines(plan, reader).name(row);
    }

    /** Whether an opportunity is open though its day is over. */
    public boolean isPast(int row) {
        return plan.outcome(row).isOpen()
                && plan.get(Worksheet.TIMELINE, row)
                        .filter(day -> day.isBefore(reader.today()))
                        .isPresent();
    }

    /** An opportunity whose day is over, and the answers to how it went. */
    public List<Part> howDidItGo(int row) {
        return List.of(
                new Part.Paragraph(Words.of("*{}*\n", name(row))
                        .then(Words.literal(ActionLines.account(plan, reader)))
                        .then(plan.get(Worksheet.TIMELINE, row)
                                .map(day -> Words.of(
                                        "  ·  {} by *{}*",
                                        new OutcomeLines(plan, reader).toBeWon(row),
                                        DayWords.date(day, reader.today())))
                                .orElse(Words.of("  ·  no date yet")))),
                new Part.Choices(
                        new About(plan.id().text(), WON_BY, row),
                        Stream.concat(endings(row, Control.Weight.PRIMARY).stream(), Stream.of(stillOpen()))
                                .toList()));
    }

    /** An opportunity whose day is still ahead, and whether it is open as it was. */
    public List<Part> isItOpen(int row) {
        List<Control> answers = new ArrayList<>(List.of(new Button("Still open", "/plan still " + number(plan, row))));
        answers.addAll(endings(row, Control.Weight.NORMAL));
        return List.of(
                new Part.Paragraph(Words.of("*{}*\n", name(row))
                        .then(Words.literal(ActionLines.account(plan, reader)))
                        .then(plan.get(Worksheet.TIMELINE, row)
                                .map(day -> Words.of(
                                        "  ·  {} by {}",
                                        new OutcomeLines(plan, reader).toBeWon(row),
                                        DayWords.date(day, reader.today())))
                                .orElse(Words.of("  ·  no date yet")))),
                new Part.Choices(Abouts.of(plan), answers));
    }

    /** The buttons for an opportunity that was won, or a renewal that was kept, and for one that was lost. */
    public List<Control> endings(int row, Control.Weight won) {
        String label = new OutcomeLines(plan, reader).isRenewal(row) ? "Kept…" : "Won…";
        return List.of(
                new Button(label, "/plan won " + number(plan, row), won),
                new Button("Lost…", "/plan lost " + number(plan, row)));
    }

    /** A new day for one that is open though its day is over. */
    public static Control stillOpen() {
        return new Calendar("Still open, by…", Optional.empty());
    }

    /** What became of an opportunity since; empty if it is open and to be won by the day that it was. */
    public static Optional<Words> became(PlanChanges since, int row, Reader reader) {
        Plan now = since.now();
        String name = new OutcomeLines(now, reader).name(row);
        Optional<Words> ended = new OutcomeLines(now, reader)
                .outcome(row)
                .map(outcome -> Words.of(outcome.startsWith("lost") ? "{}  ·  {}" : "✅  {}  ·  {}", name, outcome));
        Optional<LocalDate> wonBy = now.get(Worksheet.TIMELINE, row);
        return ended.or(() -> since.before().get(Worksheet.TIMELINE, row).equals(wonBy)
                ? Optional.empty()
                : Optional.of(wonBy.map(day ->
                                Words.of("✅  {}  ·  still open, now by {}", name, DayWords.date(day, reader.today())))
                        .orElseGet(() -> Words.of("{}  ·  still open, without a date", name))));
    }
}
