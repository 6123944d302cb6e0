package steward.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;

/** What became of a plan's opportunities, as lines to show. */
public final class OutcomeLines {

    private static final int REASON_CHARACTERS_MAX = 60;

    private static final int NAME_CHARACTERS_MAX = 60;

    private final Plan plan;
    private final Reader reader;

    public OutcomeLines(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /** How an opportunity ends; a renewal is kept rather than won. */
    public enum Ending {
        WON("Won", ", "),
        KEPT("Kept", " "),
        LOST("Lost", ": ");

        private final String label;
        private final String before;

        /** @param before what stands before more about it */
        Ending(String label, String before) {
            this.label = label;
            this.before = before;
        }

        public String label() {
            return label;
        }
    }

    /**
     * How an opportunity ended, and more about it.
     *
     * @param more "$66,000", "at $164,000", "price"; empty if there is no more to say
     */
    public record Ended(Ending how, String more) {

        /** "won, $66,000", "kept at $164,000", "lost: price". */
        String inWords() {
            return how.label.toLowerCase(Locale.ROOT) + (more.isEmpty() ? "" : how.before + more);
        }
    }

    /** How an opportunity of the plan ended; empty while it is open. */
    public Optional<Ended> ended(int row) {
        Optional<OpportunityValue> kept = opportunity(row).filter(OpportunityValue::isKept);
        return plan.outcome(row)
                .either(
                        Optional::empty,
                        increase -> Optional.of(kept.map(renewal -> new Ended(Ending.KEPT, kept(renewal, increase)))
                                .orElseGet(() -> won(increase))),
                        reason -> Optional.of(
                                new Ended(Ending.LOST, Shortened.to(REASON_CHARACTERS_MAX, reason.strip()))));
    }

    private Ended won(Money increase) {
        return increase.isPositive()
                ? new Ended(Ending.WON, increase.shown(reader.notation()))
                : new Ended(Ending.KEPT, "");
    }

    /** The same in words: "won, $66,000", "kept at $164,000, $4,000 more than last year", "lost: price". */
    public Optional<String> outcome(int row) {
        return ended(row).map(Ended::inWords);
    }

    /** The same for behind its name, where more of it stands below: "kept", "won, $66,000". */
    Optional<String> inShort(int row) {
        return ended(row).map(end -> end.how() == Ending.KEPT ? "kept" : end.inWords());
    }

    /** "at $164,000, $4,000 more than last year". */
    private String kept(OpportunityValue renewal, Money more) {
        String at = renewal.lastYear()
                .filter(Money::isPositive)
                .map(more::plus)
                .map(money -> "at " + money.shown(reader.notation()))
                .orElse("");
        if (more.equals(Money.ZERO)) {
            return at;
        }
        String difference = (more.isPositive() ? more : Money.ZERO.minus(more)).shown(reader.notation())
                + (more.isPositive() ? " more" : " less") + " than " + lastYear();
        return at.isEmpty() ? difference : at + ", " + difference;
    }

    /** "last year"; "in 2026" where that would be another. */
    public String lastYear() {
        return reader.isRunning(plan.year()) ? "last year" : "in " + (plan.year() - 1);
    }

    private Optional<OpportunityValue> opportunity(int row) {
        return Roti.of(plan).opportunities().stream()
                .filter(opportunity -> opportunity.row() == row)
                .findFirst();
    }

    public boolean isRenewal(int row) {
        return opportunity(row).filter(OpportunityValue::isRenewal).isPresent();
    }

    /** "to be won", or kept if it is a renewal; "was to be won" once its day is over. */
    public String toBeWon(int row) {
        boolean isOver = plan.get(Worksheet.TIMELINE, row)
                .filter(day -> day.isBefore(reader.today()))
                .isPresent();
        return (isOver ? "was " : "") + "to be " + (isRenewal(row) ? "kept" : "won");
    }

    /** What an opportunity is called, short enough for a line. */
    public String name(int row) {
        Blank head = new Blank(Worksheet.OPPORTUNITY, row);
        return Shortened.to(
                NAME_CHARACTERS_MAX, new PlanFacts(plan, reader).value(head).text());
    }

    /** The opportunities won, kept and lost, by number; empty while all are open. */
    public Optional<Part> ended() {
        List<Fact> facts = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .flatMap(row -> ended(row).map(end -> fact(row, end)).stream())
                .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Part.Facts(facts));
    }

    /** "12  Won: Win the resin order · $66,000". */
    private Fact fact(int row, Ended end) {
        Words name = Words.literal(name(row));
        return new Fact(
                plan.number(new Blank(Worksheet.OPPORTUNITY, row)),
                end.how().label(),
                end.more().isEmpty() ? name : name.then(Words.of("  ·  {}", end.more())));
    }
}
