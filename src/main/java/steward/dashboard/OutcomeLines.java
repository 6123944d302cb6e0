package steward.dashboard;

import java.util.List;
import java.util.Optional;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.OpportunityOutcome;
import steward.plan.Plan;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

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

    /** "won, $66,000" or "lost: price"; empty while it is open. */
    private static Optional<String> of(OpportunityOutcome outcome, Notation notation) {
        return outcome.either(
                Optional::empty,
                increase -> Optional.of(increase.isPositive() ? "won, " + increase.shown(notation) : "kept"),
                reason -> Optional.of(
                        reason.isEmpty() ? "lost" : "lost: " + Shortened.to(REASON_CHARACTERS_MAX, reason.strip())));
    }

    /** The same of an opportunity of the plan; a renewal is kept rather than won: "kept at $164,000, $4,000 more than last year". */
    public Optional<String> outcome(int row) {
        Optional<String> outcome = of(plan.outcome(row), reader.notation());
        return opportunity(row)
                .filter(OpportunityValue::isKept)
                .map(renewal -> plan.outcome(row).either(() -> "", now -> kept(renewal, now), reason -> ""))
                .or(() -> outcome);
    }

    /** The same for behind its name, where more of it stands below: "kept", "won, $66,000". */
    Optional<String> inShort(int row) {
        return opportunity(row).filter(OpportunityValue::isKept).isPresent()
                ? Optional.of("kept")
                : of(plan.outcome(row), reader.notation());
    }

    private String kept(OpportunityValue renewal, Money more) {
        Optional<Money> whole = renewal.lastYear().filter(Money::isPositive).map(more::plus);
        String at = whole.map(money -> " at " + money.shown(reader.notation())).orElse("");
        if (more.equals(Money.ZERO)) {
            return "kept" + at;
        }
        return "kept" + at + ", "
                + (more.isPositive() ? more : Money.ZERO.minus(more)).shown(reader.notation())
                + (more.isPositive() ? " more" : " less") + " than last year";
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

    /** The opportunities won and lost, by number; empty while all are open. */
    public Optional<Part> ended() {
        List<Fact> facts = plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> !plan.outcome(row).isOpen())
                .map(this::ended)
                .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Part.Facts(facts));
    }

    /** "12  Won: Win the resin order · $66,000". */
    private Fact ended(int row) {
        String[] told = outcome(row).orElse("").split("[,:] ", 2);
        String how = Character.toUpperCase(told[0].charAt(0)) + told[0].substring(1);
        Words name = Words.literal(name(row));
        return new Fact(
                plan.number(new Blank(Worksheet.OPPORTUNITY, row)),
                how,
                told.length > 1 ? name.then(Words.of("  ·  {}", told[1])) : name);
    }
}
