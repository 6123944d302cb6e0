package steward.dashboard.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import steward.dashboard.AccountNames;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.TimeEntry;
import steward.roti.Figures;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Hours;

/** The hours that a rep has logged this week, from Monday on, beside those that they plan to spend. */
public final class WeekHours {

    private static final int ACCOUNTS_SHOWN_MAX = 10;

    private final List<Plan> plans;
    private final Reader reader;
    private final LocalDate monday;
    private final Figures figures;

    public WeekHours(List<Plan> plans, Reader reader) {
        this.plans = List.copyOf(plans);
        this.reader = reader;
        this.monday = reader.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.figures = new Figures(reader.notation());
    }

    /** The totals, and the accounts that got most of it or should have; nothing while there are only drafts without any. */
    public List<Part> parts() {
        AccountNames names = new AccountNames(plans);
        List<Plan> counted = plans.stream()
                .filter(plan -> logged(plan).isPositive() || planned(plan).isPresent())
                .sorted(Comparator.comparing(this::logged).reversed())
                .toList();
        if (counted.isEmpty() && plans.stream().allMatch(plan -> plan.status() == Status.DRAFT)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Divider());
        parts.add(new Part.Paragraph(totals()));
        parts.add(new Part.Facts(counted.stream()
                .limit(ACCOUNTS_SHOWN_MAX)
                .map(plan -> new Fact(names.of(plan), hours(plan)))
                .toList()));
        if (counted.size() > ACCOUNTS_SHOWN_MAX) {
            parts.add(new Part.Quiet(Words.of("and " + (counted.size() - ACCOUNTS_SHOWN_MAX) + " more accounts")));
        }
        return parts;
    }

    private Words totals() {
        Hours growth = sum(plans.stream(), entry -> !entry.upkeep());
        Hours upkeep = sum(plans.stream(), TimeEntry::upkeep);
        Hours all = growth.plus(upkeep);
        return all.isPositive()
                ? Words.of(
                        "*This week: {}*, {} growth and {} upkeep",
                        figures.hours(all),
                        figures.hours(growth),
                        figures.hours(upkeep))
                : Words.of("*This week: nothing logged yet*");
    }

    private Words hours(Plan plan) {
        return planned(plan)
                .map(week -> Words.of("{} of {} planned", figures.hours(logged(plan)), figures.hours(week)))
                .orElseGet(() -> Words.of("{}", figures.hours(logged(plan))));
    }

    private Hours logged(Plan plan) {
        return sum(Stream.of(plan), entry -> true);
    }

    private Hours sum(Stream<Plan> of, Predicate<TimeEntry> which) {
        return TimeEntry.sum(of.flatMap(plan -> plan.timeLog().stream())
                .filter(entry -> !entry.day().isBefore(monday) && !entry.day().isAfter(reader.today()))
                .filter(which));
    }

    /** A week's share of the time that the rep spends on the account. */
    private static Optional<Hours> planned(Plan plan) {
        return plan.get(Worksheet.TIME_SPENT, 0).map(spent -> spent.inAWeek()).filter(Hours::isPositive);
    }
}
