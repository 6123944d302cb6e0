package steward.dashboard.plans;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.dashboard.CountWords;
import steward.dashboard.OutcomeLines;
import steward.dashboard.OutcomeLines.Ended;
import steward.dashboard.OutcomeLines.Ending;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.message.Chart;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.roti.Figures;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;

/** What 90 days or a year came to, to be shown with pride: won, kept and lost, hours, actions done, and the ROTI then and now. */
public final class Recap {

    private final Plan start;
    private final Plan end;
    private final List<TimeEntry> hours;
    private final String name;
    private final String nothing;
    private final Reader reader;
    private final Figures figures;

    /**
     * @param start the plan as it was when the time began
     * @param hours what was logged in that time
     * @param name what the time is called
     * @param nothing what is said where nothing was decided
     */
    private Recap(Plan start, Plan end, List<TimeEntry> hours, String name, String nothing, Reader reader) {
        this.start = start;
        this.end = end;
        this.hours = hours;
        this.name = name;
        this.nothing = nothing;
        this.reader = reader;
        this.figures = new Figures(reader.notation());
    }

    /** Of a cycle, until the next one began if it has. */
    public static Recap ofCycle(Plan plan, int cycle, Reader reader) {
        Plan start = plan.asOf(begun(plan, cycle).orElse(0) + 1);
        Plan end = begun(plan, cycle + 1).map(plan::asOf).orElse(plan);
        List<TimeEntry> hours = end.timeLog().stream()
                .filter(entry -> !entry.day().isBefore(start.cycleStart().orElse(entry.day())))
                .toList();
        return new Recap(start, end, hours, "the " + Plan.CYCLE_DAYS + " days", "nothing yet", reader);
    }

    /** Of all that the plan was, from its first cycle on. */
    public static Recap ofYear(Plan plan, Reader reader) {
        return new Recap(
                plan.asOf(begun(plan, 1).orElse(0) + 1),
                plan,
                plan.timeLog(),
                String.valueOf(plan.year()),
                "nothing",
                reader);
    }

    /** Where in the journal a cycle begins. */
    private static Optional<Integer> begun(Plan plan, int cycle) {
        return plan.cycleStarts().stream().skip(cycle - 1L).findFirst();
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Facts(facts())));
        kept().ifPresent(words -> parts.add(new Part.Quiet(Words.literal(words))));
        chart().ifPresent(parts::add);
        return parts;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Ending how : Ending.values()) {
            List<String> names = ended(how);
            if (!names.isEmpty()) {
                facts.add(fact(how.label(), String.join("  ·  ", names)));
            }
        }
        if (facts.isEmpty()) {
            facts.add(fact(Ending.WON.label(), nothing));
        }
        facts.add(fact("Hours", hours(false) + " growth and " + hours(true) + " upkeep"));
        facts.add(fact("Actions", actions()));
        roti().ifPresent(words -> facts.add(fact("ROTI", words)));
        return facts;
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, Words.literal(value));
    }

    /** The opportunities that ended so in that time, each with more about it. */
    private List<String> ended(Ending how) {
        OutcomeLines lines = new OutcomeLines(end, reader);
        return end.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> start.outcome(row).isOpen())
                .flatMap(
                        row -> lines
                                .ended(row)
                                .filter(ended -> ended.how() == how)
                                .map(ended -> lines.name(row) + more(ended))
                                .stream())
                .toList();
    }

    /** What the renewals that were kept in that time are worth: it earns nothing new, and is never nothing. */
    private Optional<String> kept() {
        return Renewals.kept(
                Roti.of(end).opportunities().stream()
                        .filter(OpportunityValue::isKept)
                        .filter(renewal -> start.outcome(renewal.row()).isOpen())
                        .toList(),
                reader.notation());
    }

    private static String more(Ended ended) {
        return ended.more().isEmpty() ? "" : " (" + ended.more() + ")";
    }

    private String hours(boolean upkeep) {
        return figures.hours(TimeEntry.sum(hours.stream().filter(entry -> entry.upkeep() == upkeep)));
    }

    private String actions() {
        List<Action> planned = end.actions().stream()
                .filter(action -> action.cycle() >= start.cycle() && action.state() != Action.State.DROPPED)
                .toList();
        long done = planned.stream()
                .filter(action -> action.state() == Action.State.DONE)
                .count();
        return planned.isEmpty()
                ? "none planned"
                : (done == 0 ? "none" : CountWords.of(done)) + " of " + CountWords.of(planned.size()) + " done";
    }

    /** "$389 an hour planned then, $412 now  ·  earned so far $377". */
    private Optional<String> roti() {
        Roti now = Roti.of(end);
        return Roti.of(start)
                .planned()
                .flatMap(then -> now.forecast()
                        .map(forecast -> figures.wholeRate(then) + " an hour planned then, "
                                + figures.wholeRate(forecast) + " now"
                                + now.earned()
                                        .map(earned -> "  ·  earned so far " + figures.wholeRate(earned))
                                        .orElse("")));
    }

    // ── The chart ────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Part> chart() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        moments().forEach((label, plan) -> Roti.of(plan).forecast().ifPresent(rate -> rates.put(label, rate)));
        List<BigDecimal> bars =
                rates.values().stream().map(rate -> figures.bar(rate.anHour())).toList();
        return rates.size() < 2 || bars.stream().allMatch(bar -> bar.signum() == 0)
                ? Optional.empty()
                : Optional.of(new Part.Picture(new Chart(
                        "Forecast ROTI over " + name + ", " + figures.currency() + " an hour",
                        List.copyOf(rates.keySet()),
                        List.of(new Chart.Series("ROTI", bars)))));
    }

    /** The plan when the time began, at each check-point and each cycle's end, and as it is now. */
    private Map<String, Plan> moments() {
        Map<String, Plan> moments = new LinkedHashMap<>();
        moments.put("Plan", start);
        int cycles = end.cycle() - start.cycle() + 1;
        Stream.concat(
                        Plan.CHECKPOINT_DAYS.stream().filter(day -> cycles == 1),
                        IntStream.rangeClosed(1, cycles).mapToObj(cycle -> cycle * Plan.CYCLE_DAYS))
                .forEach(day -> moments.put("Day " + day, end.asOf(entriesUntil(day))));
        moments.put("Day " + cycles * Plan.CYCLE_DAYS, end);
        return moments;
    }

    /** How many entries stood at the end of a day, at least those of the beginning. */
    private int entriesUntil(int day) {
        int before = start.entries().size();
        Instant moment = start.entries().isEmpty()
                ? Instant.EPOCH
                : start.entries().get(before - 1).at().plus(day, ChronoUnit.DAYS);
        long count = end.entries().stream()
                .takeWhile(entry -> !entry.at().isAfter(moment))
                .count();
        return Math.max((int) count, before);
    }
}
