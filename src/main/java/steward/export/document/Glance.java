package steward.export.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.health.Health;
import steward.roti.Figures;
import steward.roti.Goal;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;

/**
 * How a plan stands, to be seen at one glance: its goal as a bar, its health, the hours used, what is next.
 *
 * @param goal in words; empty while there is none
 * @param bar the parts of the goal; empty while there is none
 * @param facts what is said beside it
 */
record Glance(String goal, List<Piece> bar, List<Fact> facts) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * A part of a bar.
     *
     * @param percent how wide it is
     * @param style what its colour is called
     */
    record Piece(BigDecimal percent, String style, String words) {}

    record Fact(String label, String words) {}

    static Glance of(ExportedPlan exported) {
        return new Glance(
                exported.shown(new Blank(Worksheet.REVENUE_GOAL, 0)).orElse(""), bar(exported), facts(exported));
    }

    boolean hasBar() {
        return !bar.isEmpty();
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    // ── The goal ─────────────────────────────────────────────────────────────────────────────────────────

    private static List<Piece> bar(ExportedPlan exported) {
        Figures figures = new Figures(exported.notation());
        return new Goal(exported.plan(), exported.notation())
                .makeup()
                .filter(makeup -> !exported.plan().rows(Worksheet.OPPORTUNITIES).isEmpty())
                .map(makeup -> Stream.of(
                                piece(
                                        makeup,
                                        makeup.lastYear(),
                                        "last",
                                        "as in " + (exported.plan().year() - 1),
                                        figures),
                                piece(makeup, makeup.won(), "won", "won on top", figures),
                                piece(makeup, makeup.expected(), "expected", "expected on top, weighted", figures),
                                piece(makeup, makeup.toFind(), "tofind", "still to find", figures))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    /** A part of the goal, or of all that is expected if that is more. */
    private static Optional<Piece> piece(Goal.Makeup makeup, Money part, String style, String words, Figures figures) {
        Money all = makeup.lastYear().plus(makeup.won()).plus(makeup.expected()).plus(makeup.toFind());
        return Optional.of(part)
                .filter(Money::isPositive)
                .map(amount -> new Piece(
                        BigDecimal.valueOf(amount.minor())
                                .multiply(WHOLE)
                                .divide(BigDecimal.valueOf(all.minor()), 1, RoundingMode.DOWN),
                        style,
                        figures.money(amount) + " " + words));
    }

    // ── Beside it ────────────────────────────────────────────────────────────────────────────────────────

    private static List<Fact> facts(ExportedPlan exported) {
        Plan plan = exported.plan();
        return Stream.of(
                        Optional.of(plan)
                                .filter(any -> any.status() == Status.RUNNING)
                                .map(running -> Health.of(running, exported.at(), exported.today())
                                                .points() + " of 100")
                                .map(points -> new Fact("Health", points)),
                        hours(exported).map(words -> new Fact("Hours used", words)),
                        unweighed(exported).map(words -> new Fact("Chances", words)),
                        next(exported).map(words -> new Fact("Next", words)),
                        overdue(exported).map(words -> new Fact("Overdue", words)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> hours(ExportedPlan exported) {
        Roti roti = exported.roti();
        Figures figures = new Figures(exported.notation());
        return exported.plan()
                .get(Worksheet.HOURS_REQUIRED, 0)
                .map((Hours required) -> figures.hours(roti.growth()) + " of " + figures.hours(required));
    }

    /** Without them what is expected is less than it may be. */
    private static Optional<String> unweighed(ExportedPlan exported) {
        return Optional.of(new Goal(exported.plan(), exported.notation()).unweighed())
                .filter(count -> count > 0)
                .map(count -> count + (count == 1 ? " opportunity" : " opportunities") + " not weighted yet");
    }

    private static Optional<String> next(ExportedPlan exported) {
        return new OpenActions(exported)
                .next()
                .map(action -> action.due().map(DAY::format).orElse("") + ": " + action.what());
    }

    private static Optional<String> overdue(ExportedPlan exported) {
        List<Action> late = new OpenActions(exported).overdue();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(late.size() == 1 ? late.get(0).what() : late.size() + " actions");
    }
}
