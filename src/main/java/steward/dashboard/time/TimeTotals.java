package steward.dashboard.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.dashboard.Reader;
import steward.message.Chart;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.TimeEntry;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;
import steward.worksheet.values.YearlyHours;

/** Hours logged beside hours planned: of a week, its month, its year, and of the weeks before it. */
final class TimeTotals {

    private static final int WEEKS_DRAWN = 6;
    private static final int WEEKS_A_YEAR = 52;
    private static final int MONTHS_A_YEAR = 12;
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final List<Plan> plans;
    private final LocalDate monday;
    private final Reader reader;
    private final List<Plan> planned;

    /** @param monday the first day of the week */
    TimeTotals(List<Plan> plans, LocalDate monday, Reader reader) {
        this.plans = List.copyOf(plans);
        this.monday = monday;
        this.reader = reader;
        this.planned = onePlanAnAccount(plans, monday.getYear());
    }

    /** Where an account has plans for several years, what it was to take is said by the one closest to the year. */
    private static List<Plan> onePlanAnAccount(List<Plan> plans, int year) {
        Collection<Optional<Plan>> closest = plans.stream()
                .filter(plan -> plan.status() != Status.CLOSED)
                .collect(Collectors.groupingBy(
                        plan -> Names.plain(plan.account()),
                        Collectors.minBy(Comparator.comparingInt(plan -> Math.abs(plan.year() - year)))))
                .values();
        return closest.stream().flatMap(Optional::stream).toList();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What was logged from one day to another, both included. */
    Hours logged(LocalDate from, LocalDate to) {
        return TimeEntry.sum(plans.stream()
                .flatMap(plan -> plan.timeLog().stream())
                .filter(entry -> !entry.day().isBefore(from) && !entry.day().isAfter(to)));
    }

    /** What the plans said a part of the year would take, the parts being equal; empty if none said. */
    private Optional<Hours> planned(int partsOfAYear) {
        return planned.stream()
                .flatMap(plan -> plan.get(Worksheet.TIME_SPENT, 0).stream())
                .map(YearlyHours::inAYear)
                .reduce(Hours::plus)
                .map(year -> new Hours(Math.round((double) year.minutes() / partsOfAYear)));
    }

    /** "of 3 h planned"; empty if that is not known. */
    String ofPlannedAWeek() {
        return planned(WEEKS_A_YEAR)
                .map(hours -> " of " + TimeLines.shown(hours, reader) + " planned")
                .orElse("");
    }

    /** The week, its month and its year, and the growth hours so far beside those that the plans require. */
    Part grid() {
        LocalDate month = monday.withDayOfMonth(1);
        LocalDate year = monday.withDayOfYear(1);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(weekName(), logged(monday, monday.plusDays(6)), planned(WEEKS_A_YEAR)));
        rows.add(row(
                month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                logged(month, month.with(TemporalAdjusters.lastDayOfMonth())),
                planned(MONTHS_A_YEAR)));
        rows.add(row(
                String.valueOf(year.getYear()),
                logged(year, year.with(TemporalAdjusters.lastDayOfYear())),
                planned(1)));
        Hours growth = planned.stream().map(Plan::growth).reduce(Hours.NONE, Hours::plus);
        Optional<Hours> required = planned.stream()
                .flatMap(plan -> plan.get(Worksheet.HOURS_REQUIRED, 0).stream())
                .reduce(Hours::plus);
        rows.add(row("Growth so far", growth, required));
        return new Part.Grid(List.of("Hours", "Logged", "Planned"), rows);
    }

    private String weekName() {
        return monday.equals(monday(reader.today())) ? "This week" : "Week of " + MONDAY.format(monday);
    }

    private List<String> row(String name, Hours logged, Optional<Hours> planned) {
        return List.of(
                name,
                TimeLines.shown(logged, reader),
                planned.map(hours -> TimeLines.shown(hours, reader)).orElse("–"));
    }

    /** The last weeks in words, and the same as a chart; nothing while none of them has an entry. */
    List<Part> weeks() {
        LocalDate first = begun().orElse(monday);
        List<LocalDate> mondays = Stream.iterate(monday.minusWeeks(WEEKS_DRAWN - 1L), week -> week.plusWeeks(1))
                .limit(WEEKS_DRAWN)
                .filter(week -> week.equals(monday) || !week.isBefore(first))
                .toList();
        List<Hours> logged =
                mondays.stream().map(from -> logged(from, from.plusDays(6))).toList();
        if (logged.stream().noneMatch(Hours::isPositive)) {
            return List.of();
        }
        List<String> names = mondays.stream().map(MONDAY::format).toList();
        List<String> words = new ArrayList<>();
        List<Chart.Series> series = new ArrayList<>();
        planned(WEEKS_A_YEAR)
                .ifPresent(hours -> series.add(
                        series("Planned", mondays.stream().map(week -> hours).toList())));
        series.add(series("Logged", logged));
        for (int i = 0; i < names.size(); i++) {
            words.add(names.get(i) + ": " + TimeLines.shown(logged.get(i), reader));
        }
        return List.of(
                new Part.Quiet(Words.of("By week" + ofPlannedAWeek() + ": {}", String.join("  ·  ", words))),
                new Part.Picture(new Chart("Hours by week", names, series)));
    }

    /** The week of the first cycle or the first entry, whichever is earlier: before it there is nothing to draw. */
    private Optional<LocalDate> begun() {
        return plans.stream()
                .flatMap(plan -> Stream.concat(
                        plan.firstCycleStart().stream(), plan.timeLog().stream().map(TimeEntry::day)))
                .min(Comparator.naturalOrder())
                .map(TimeTotals::monday);
    }

    private static Chart.Series series(String name, List<Hours> hours) {
        return new Chart.Series(
                name,
                hours.stream()
                        .map(each ->
                                BigDecimal.valueOf(each.minutes()).divide(MINUTES_AN_HOUR, 2, RoundingMode.HALF_UP))
                        .toList());
    }
}
