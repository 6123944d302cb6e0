package steward.dashboard.roti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** What a change to a plan did to its ROTI. */
public final class RotiChange {

    private static final String NOT_KNOWN = "not known yet";

    private final Roti before;
    private final Roti after;
    private final Notation notation;

    public RotiChange(Plan before, Plan after, Notation notation) {
        this.before = Roti.of(before);
        this.after = Roti.of(after);
        this.notation = notation;
    }

    // ── In short ─────────────────────────────────────────────────────────────────────────────────────────

    /** One line on the planned ROTI, and on the next hour where hours are logged; empty if nothing changed or it is not known. */
    public Optional<Words> inShort() {
        if (!before.isKnown() || !after.isKnown()) {
            return Optional.empty();
        }
        Optional<Words> planned = changed("Planned ROTI", Roti::planned);
        Optional<Words> nextHour =
                after.growth().isPositive() ? changed("Next-hour ROTI", Roti::nextHour) : Optional.empty();
        return planned.isPresent() && nextHour.isPresent()
                ? planned.map(words -> words.then(Words.of(" ")).then(nextHour.get()))
                : planned.or(() -> nextHour);
    }

    private Optional<Words> changed(String name, Function<Roti, Optional<Rate>> rate) {
        Optional<Money> was = rate.apply(before).map(Rate::anHour);
        Optional<Money> is = rate.apply(after).map(Rate::anHour);
        return was.isPresent() && is.isPresent() && !was.equals(is)
                ? Optional.of(Words.of(
                        name + ": {} an hour, was {}.",
                        is.get().shownInFull(notation),
                        was.get().shownInFull(notation)))
                : Optional.empty();
    }

    // ── In full ──────────────────────────────────────────────────────────────────────────────────────────

    /** A table of before and now, as far as either is known, and the formulas to check it by; nothing if nothing changed. */
    public List<Part> inFull() {
        List<List<String>> rows = rows();
        if (rows.stream().allMatch(row -> row.get(1).equals(row.get(2)))) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Grid(
                List.of("What it did", "Before", "Now"),
                rows.stream().filter(RotiChange::isKnown).toList()));
        List<String> formulas = formulas();
        if (!formulas.isEmpty()) {
            parts.add(new Part.Quiet(Words.literal(String.join("\n", formulas))));
        }
        if (!after.isKnown()) {
            parts.add(new Part.Quiet(Words.of("The ROTI is not known yet; it needs {}.", after.missingNames())));
        }
        return parts;
    }

    private static boolean isKnown(List<String> row) {
        return !row.get(1).equals(NOT_KNOWN) || !row.get(2).equals(NOT_KNOWN);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("EGP", roti -> amount(roti, roti.egp())));
        rows.add(row("Open EGP", roti -> amount(roti, roti.openEgp())));
        if (isChanged(this::earned)) {
            rows.add(row("Earned ROTI", this::earned));
        }
        rows.add(row("Next-hour ROTI", this::nextHour));
        return rows;
    }

    private boolean isChanged(Function<Roti, String> shown) {
        return !shown.apply(before).equals(shown.apply(after));
    }

    private String earned(Roti roti) {
        return rate(roti.earned());
    }

    private String nextHour(Roti roti) {
        String nothing = roti.renewals() == 0 ? "nothing open" : "nothing new open";
        return roti.isNothingOpen() ? nothing : rate(roti.nextHour());
    }

    private List<String> row(String name, Function<Roti, String> shown) {
        return List.of(name, shown.apply(before), shown.apply(after));
    }

    private String amount(Roti roti, BigDecimal minor) {
        boolean counts = roti.missing().stream().allMatch(Worksheet.HOURS_REQUIRED::equals);
        return counts ? Money.rounded(minor).shown(notation) : NOT_KNOWN;
    }

    private String rate(Optional<Rate> rate) {
        return rate.map(Rate::anHour).map(money -> money.shownInFull(notation)).orElse(NOT_KNOWN);
    }

    private List<String> formulas() {
        List<String> lines = new ArrayList<>();
        if (isKnown(row("", roti -> amount(roti, roti.egp())))) {
            lines.add("EGP = increase × probability × gross margin; once won, actual increase × gross margin.");
        }
        after.earned()
                .filter(rate -> isChanged(this::earned))
                .ifPresent(rate -> lines.add("Earned ROTI = gross profit won ÷ growth hours logged = " + over(rate)));
        after.nextHour()
                .filter(rate -> isChanged(this::nextHour))
                .ifPresent(rate -> lines.add("Next-hour ROTI = " + after.basis().formula() + " = " + over(rate)));
        return lines;
    }

    /** "$26,400 ÷ 70 h." */
    private String over(Rate rate) {
        return Money.rounded(rate.amount()).shown(notation) + " ÷ "
                + rate.hours().shown(notation) + ".";
    }
}
