package steward.export.data;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Description;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.PlanId;

/**
 * Days of a plan as events of a calendar (iCalendar, RFC 5545).
 *
 * <p>All are whole days of the rep's own, without a time zone, so that they are the same days wherever the calendar is read. An event
 * keeps its id from one export to the next: a calendar that takes both moves it rather than showing it twice.
 *
 * @param version grows with each change of the plan
 */
record CalendarDays(PlanId id, String account, int version, Instant at) {

    private static final String MAKER = "-//Steward//Account plan//EN";

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private static final Pattern TO_BE_ESCAPED = Pattern.compile("[\\\\,;]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** A calendar of events; empty if there are none, since a calendar must hold at least one. */
    static Optional<byte[]> calendar(String name, List<VEvent> events) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(MAKER);
        calendar.setName(name);
        // Most calendars read the name by which Apple called it before there was a standard.
        calendar.setExperimentalProperty(
                "X-WR-CALNAME", TO_BE_ESCAPED.matcher(name).replaceAll("\\\\$0"));
        events.forEach(calendar::addEvent);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.write().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param about what it is about, within the plan
     * @param lines what is said of it; empty ones are left out
     */
    VEvent event(String about, LocalDate day, String title, String... lines) {
        VEvent event = new VEvent();
        event.setUid(id.text() + "-" + about + "@steward");
        event.setSequence(version);
        event.setDateTimeStamp(Date.from(at));
        event.setDateStart(wholeDay(day), false);
        event.setDateEnd(wholeDay(day.plusDays(1)), false);
        event.setTransparency(true);
        event.setSummary(oneLine(account) + ": " + title);
        event.setDescription(Stream.of(lines)
                .map(CalendarDays::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
        return event;
    }

    /** An event that is none any more: its name is enough. */
    static VEvent cancelled(VEvent event) {
        event.setStatus(biweekly.property.Status.cancelled());
        event.removeProperties(Description.class);
        return event;
    }

    /** A day that is not counted from midnight somewhere, so that it is the same in every time zone. */
    private static Date wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    static String oneLine(String words) {
        return LINE_BREAKS.matcher(clean(words).strip()).replaceAll(" / ");
    }

    /** The words without the characters that a calendar may not hold. */
    private static String clean(String words) {
        return CONTROLS.matcher(words.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }
}
