package steward.dashboard.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.Status;
import steward.plan.TimeEntry;

/** The rep's time log: of a week by account, or of one account, with what each entry can be made to do. */
public final class TimeLogMessage {

    /** With its account's line above each, still within a message. */
    private static final int ENTRIES_A_PAGE = 16;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final List<Plan> plans;
    private final Reader reader;

    /** @param plans all plans of the rep's, the last touched first */
    public TimeLogMessage(List<Plan> plans, Reader reader) {
        this.plans = List.copyOf(plans);
        this.reader = reader;
    }

    /** An entry and the plan in whose log it stands. */
    private record Line(Plan plan, TimeEntry entry) {}

    // ── A week ───────────────────────────────────────────────────────────────────────────────────────────

    /** The week that begins on this Monday, one page of it; the first is 1. */
    public Message week(LocalDate monday, int page) {
        LocalDate sunday = monday.plusDays(6);
        List<Plan> inIt = plans.stream()
                .filter(plan -> !entries(plan, monday, sunday).isEmpty())
                .toList();
        List<Line> lines = inIt.stream()
                .flatMap(plan -> entries(plan, monday, sunday).stream().map(entry -> new Line(plan, entry)))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(weekTitle(monday)));
        if (lines.isEmpty()) {
            parts.add(new Part.Paragraph(nothing(monday)));
        }
        parts.addAll(byAccount(paged(lines, page), monday));
        parts.addAll(pages(lines.size(), page, "/time week " + monday, About.NOTHING));
        TimeTotals totals = new TimeTotals(plans, monday, reader);
        parts.add(totals.grid());
        parts.add(new Part.Choices(About.NOTHING, turns(monday)));
        parts.addAll(totals.weeks());
        return new Message(parts);
    }

    private String weekTitle(LocalDate monday) {
        LocalDate thisMonday = TimeTotals.monday(reader.today());
        String days = DAY.format(monday) + " to " + DAY.format(monday.plusDays(6));
        String year = monday.getYear() == reader.today().getYear() ? "" : " " + monday.getYear();
        return (monday.equals(thisMonday)
                        ? "This week, "
                        : monday.equals(thisMonday.minusWeeks(1)) ? "Last week, " : "The week of ")
                + days
                + year;
    }

    private Words nothing(LocalDate monday) {
        if (monday.isAfter(reader.today())) {
            return Words.of("This week is still to come.");
        }
        Optional<Plan> plan =
                plans.stream().filter(each -> each.status() != Status.CLOSED).findFirst();
        return plan.map(each -> Words.of(
                        "Nothing logged in it yet. It takes a few words: `/time {} 2h Tue`, or tap *Log time*.",
                        each.account()))
                .orElse(Words.of("Nothing logged in it."));
    }

    private static List<TimeEntry> entries(Plan plan, LocalDate from, LocalDate to) {
        return plan.timeLog().stream()
                .filter(entry -> !entry.day().isBefore(from) && !entry.day().isAfter(to))
                .sorted(Comparator.comparing(TimeEntry::day).thenComparing(TimeEntry::number))
                .toList();
    }

    private List<Part> byAccount(List<Line> lines, LocalDate monday) {
        List<Part> parts = new ArrayList<>();
        Optional<Plan> above = Optional.empty();
        for (Line line : lines) {
            if (above.filter(line.plan()::equals).isEmpty()) {
                parts.add(new Part.Paragraph(account(line.plan(), monday)));
                above = Optional.of(line.plan());
            }
            parts.add(entry(line, "week"));
        }
        return parts;
    }

    /** "Acme Glass  ·  3 h of 3 h planned, 1 h of it upkeep". */
    private Words account(Plan plan, LocalDate monday) {
        List<TimeEntry> entries = entries(plan, monday, monday.plusDays(6));
        String upkeep = entries.stream().anyMatch(TimeEntry::upkeep)
                ? ", " + TimeLines.shown(TimeEntry.sum(entries.stream().filter(TimeEntry::upkeep)), reader)
                        + " of it upkeep"
                : "";
        return Words.of(
                "*{}*  ·  {}",
                TimeLines.name(plan, reader),
                TimeLines.shown(TimeEntry.sum(entries.stream()), reader)
                        + new TimeTotals(List.of(plan), monday, reader).ofPlannedAWeek()
                        + upkeep);
    }

    private List<Control> turns(LocalDate monday) {
        List<Control> turns = new ArrayList<>(List.of(
                new Button("Log time", "/time form"), new Button("Week before", "/time week " + monday.minusWeeks(1))));
        if (monday.isBefore(TimeTotals.monday(reader.today()))) {
            turns.add(new Button("Week after", "/time week " + monday.plusWeeks(1)));
        }
        return turns;
    }

    // ── An account ───────────────────────────────────────────────────────────────────────────────────────

    /** The log of one plan, the latest day first, one page of it; the first is 1. */
    public Message account(PlanId id, int page) {
        return plans.stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .map(plan -> account(plan, page))
                .orElseGet(() -> Message.say("I can't find that plan. `/plan` lists yours."));
    }

    private Message account(Plan plan, int page) {
        List<Line> lines = plan.timeLog().stream()
                .sorted(Comparator.comparing(TimeEntry::day)
                        .thenComparing(TimeEntry::number)
                        .reversed())
                .map(entry -> new Line(plan, entry))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading("Time on " + TimeLines.name(plan, reader)));
        parts.add(new Part.Paragraph(
                lines.isEmpty()
                        ? Words.of("Nothing logged yet. It takes a few words: `/time {} 2h Tue`.", plan.account())
                        : TimeLines.standing(plan, reader)));
        paged(lines, page).forEach(line -> parts.add(entry(line, "account")));
        parts.addAll(pages(lines.size(), page, "/time show", Abouts.of(plan)));
        TimeTotals totals = new TimeTotals(List.of(plan), TimeTotals.monday(reader.today()), reader);
        parts.add(totals.grid());
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(
                        plan.status() == Status.CLOSED
                                ? new Button("Bring it back", "resume")
                                : new Button("Log time", "/time form"))));
        parts.addAll(totals.weeks());
        return new Message(parts);
    }

    // ── Both ─────────────────────────────────────────────────────────────────────────────────────────────

    /** @param list the list in which it stands, which is shown again when the entry is deleted: "week", "account" */
    private Part entry(Line line, String list) {
        String ref = line.plan().id().text() + "." + line.entry().number();
        return new Part.Entry(
                TimeLines.underItsAccount(line.entry(), reader),
                Abouts.of(line.plan()),
                new Menu(
                        "Change…",
                        List.of(
                                new Pick("Edit", "/time edit " + ref),
                                new Pick("Delete", "/time delete " + ref + " in " + list))));
    }

    private static List<Line> paged(List<Line> lines, int page) {
        return lines.stream()
                .skip((Math.max(page, 1) - 1L) * ENTRIES_A_PAGE)
                .limit(ENTRIES_A_PAGE)
                .toList();
    }

    /** The way to the entries that have no room on this page. */
    private static List<Part> pages(int entries, int page, String says, About about) {
        int last = Math.max(1, (entries + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE);
        List<Control> turns = Stream.of(page - 1, page + 1)
                .filter(other -> other >= 1 && other <= last)
                .<Control>map(
                        other -> new Button(other < page ? "Entries before" : "More entries", says + " page " + other))
                .toList();
        return last == 1
                ? List.of()
                : List.of(
                        new Part.Quiet(Words.of("{} entries, page {} of {}", entries, page, last)),
                        new Part.Choices(about, turns));
    }
}
