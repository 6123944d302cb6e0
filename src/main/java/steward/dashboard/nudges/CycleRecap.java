package steward.dashboard.nudges;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.dashboard.CountWords;
import steward.dashboard.OutcomeLines;
import steward.dashboard.Reader;
import steward.message.Chart;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.nudges.SentNudge;
import steward.plan.Action;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.roti.Figures;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;

/** What 90 days came to, to be shown with pride: won, kept and lost, hours, actions done, and the ROTI then and now. */
final class CycleRecap {

    private final Plan start;
    private final Plan end;
    private final SentNudge sent;
    private final Reader reader;
    private final Figures figures;

    /** @param cycle the cycle that is at its end, or was when the next one began */
    CycleRecap(Plan plan, int cycle, SentNudge sent, Reader reader) {
        this.start = plan.asOf(begun(plan, cycle).orElse(0) + 1);
        this.end = begun(plan, cycle + 1).map(plan::asOf).orElse(plan);
        this.sent = sent;
        this.reader = reader;
        this.figures = new Figures(reader.notation());
    }

    /** Where in the journal a cycle begins. */
    private static Optional<Integer> begun(Plan plan, int cycle) {
        return IntStream.range(0, plan.entries().size())
                .filter(index -> plan.entries().get(index).kind() == Kind.CYCLE_STARTED)
                .skip(cycle - 1L)
                .boxed()
                .findFirst();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Facts(facts())));
        chart().ifPresent(parts::add);
        return parts;
    }

    private List<Fact> facts() {
        Map<String, List<String>> ended = ended();
        List<Fact> facts = new ArrayList<>();
        ended.forEach((how, names) -> facts.add(fact(how, String.join("  ·  ", names))));
        if (ended.isEmpty()) {
            facts.add(fact("Won", "nothing yet"));
        }
        facts.add(fact("Hours", hours(false) + " growth and " + hours(true) + " upkeep"));
        facts.add(fact("Actions", actions()));
        roti().ifPresent(words -> facts.add(fact("ROTI", words)));
        return facts;
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, Words.literal(value));
    }

    /** The opportunities that were decided in these days, by how: "Won", "Kept" and "Lost". */
    private Map<String, List<String>> ended() {
        OutcomeLines lines = new OutcomeLines(end, reader);
        Map<String, List<String>> ended = new LinkedHashMap<>();
        for (String how : List.of("won", "kept", "lost")) {
            List<String> names = end.rows(Worksheet.OPPORTUNITIES).stream()
                    .filter(row -> start.outcome(row).isOpen())
                    .flatMap(row -> lines
                            .outcome(row)
                            .filter(outcome -> outcome.startsWith(how))
                            .map(outcome -> lines.name(row) + detail(outcome.substring(how.length())))
                            .stream())
                    .toList();
            if (!names.isEmpty()) {
                ended.put(Character.toUpperCase(how.charAt(0)) + how.substring(1), names);
            }
        }
        return ended;
    }

    /** ", $66,000", " at $320,000", ": price", each behind the name. */
    private static String detail(String rest) {
        return rest.isEmpty() ? "" : " (" + rest.replaceFirst("^[,:]? ?", "") + ")";
    }

    private String hours(boolean upkeep) {
        Stream<TimeEntry> entries = end.timeLog().stream()
                .filter(entry -> entry.upkeep() == upkeep)
                .filter(entry -> !entry.day().isBefore(start.cycleStart().orElse(entry.day())));
        return figures.hours(TimeEntry.sum(entries));
    }

    private String actions() {
        List<Action> planned = end.actions().stream()
                .filter(action -> action.cycle() == start.cycle() && action.state() != Action.State.DROPPED)
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

    /** The ROTI from the plan on, through the check-points, to now. */
    private Optional<Part> chart() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        Roti.of(start).forecast().ifPresent(rate -> rates.put("Plan", rate));
        for (int day : Plan.CHECKPOINT_DAYS) {
            Roti.of(end.asOf(asOf(day))).forecast().ifPresent(rate -> rates.put("Day " + day, rate));
        }
        Roti.of(end).forecast().ifPresent(rate -> rates.put("Day " + Plan.CYCLE_DAYS, rate));
        List<BigDecimal> bars =
                rates.values().stream().map(rate -> figures.bar(rate.anHour())).toList();
        return rates.size() < 2 || bars.stream().allMatch(bar -> bar.signum() == 0)
                ? Optional.empty()
                : Optional.of(new Part.Picture(new Chart(
                        "Forecast ROTI over the 90 days, " + figures.currency() + " an hour",
                        List.copyOf(rates.keySet()),
                        List.of(new Chart.Series("ROTI", bars)))));
    }

    /** How many entries stood at the end of a day of the cycle, at least those of its beginning. */
    private int asOf(int day) {
        Instant moment = sent.at().minus(Duration.ofDays((long) Plan.CYCLE_DAYS - day));
        long count = end.entries().stream()
                .takeWhile(entry -> !entry.at().isAfter(moment))
                .count();
        return Math.max((int) count, start.entries().size());
    }
}
