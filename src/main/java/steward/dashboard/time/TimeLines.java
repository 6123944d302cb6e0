package steward.dashboard.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import steward.dashboard.Reader;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.roti.Figures;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.values.Hours;

/** Entries of the time log, and what they come to, a line each. */
public final class TimeLines {

    private static final int NOTE_CHARACTERS_MAX = 120;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private TimeLines() {}

    /** "Tue 3 Mar"; of another year than this one, "Tue 30 Dec 2025". */
    public static String day(LocalDate day, Reader reader) {
        return (day.getYear() == reader.today().getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /** "Acme Glass"; the plan of another year than this one, "Acme Glass 2027". */
    public static String name(Plan plan, Reader reader) {
        return plan.year() == reader.today().getYear() ? plan.account() : plan.account() + " " + plan.year();
    }

    /** "2 h  ·  Tue 3 Mar  ·  Acme Glass  ·  QBR prep". */
    public static Words inFull(Plan plan, TimeEntry entry, Reader reader) {
        return Words.of(
                        "*{}*  ·  {}  ·  *{}*",
                        entry.time().shown(reader.notation()),
                        day(entry.day(), reader),
                        name(plan, reader))
                .then(more(entry));
    }

    /** The same where the account stands above: "Tue 3 Mar  ·  2 h  ·  QBR prep". */
    public static Words underItsAccount(TimeEntry entry, Reader reader) {
        return Words.of("{}  ·  *{}*", day(entry.day(), reader), entry.time().shown(reader.notation()))
                .then(more(entry));
    }

    private static Words more(TimeEntry entry) {
        Words kind = Words.of(entry.upkeep() ? "  ·  upkeep" : "");
        String note = Shortened.to(NOTE_CHARACTERS_MAX, entry.note().replaceAll("\\s+", " "));
        return entry.note().isEmpty() ? kind : kind.then(Words.of("  ·  {}", note));
    }

    /** "Acme Glass: 23 h growth of 56 h planned, 31 h upkeep. Next hour: $661.00." */
    public static Words standing(Plan plan, Reader reader) {
        Roti roti = Roti.of(plan);
        Optional<String> next = roti.isKnown()
                ? roti.nextHour().map(Rate::anHour).map(money -> money.shownInFull(reader.notation()))
                : Optional.empty();
        String basis = new Figures(reader.notation()).basis(roti);
        return Words.of(
                        "*{}*: {} growth{}, {} upkeep.",
                        name(plan, reader),
                        shown(plan.growth(), reader),
                        roti.required()
                                .map(hours -> " of " + shown(hours, reader) + " planned")
                                .orElse(""),
                        shown(plan.upkeep(), reader))
                .then(next.map(money -> Words.of(" Next hour: {}" + basis + ".", money))
                        .orElse(Words.of("")));
    }

    /** "3 h", also where it is nothing: "0 h". */
    public static String shown(Hours hours, Reader reader) {
        return hours.isPositive() ? hours.shown(reader.notation()) : "0 h";
    }
}
