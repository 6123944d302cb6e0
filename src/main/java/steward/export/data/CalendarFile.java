package steward.export.data;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.PlanId;

/**
 * Writes days of plans as a calendar (iCalendar, RFC 5545).
 *
 * <p>All are whole days of the rep's own, without a time zone, so that they are the same days wherever the calendar is read. An event keeps
 * its id from one calendar to the next, and its sequence rises when it changes: a calendar that takes both moves it rather than showing it
 * twice.
 */
final class CalendarFile {

    private static final String MAKER = "-//Steward//Account plan//EN";

    /** What a phone shows of a title, and more. */
    private static final int TITLE_CHARACTERS_MAX = 80;

    private static final long TWO_DAYS_MILLIS = java.time.Duration.ofDays(2).toMillis();

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    private static final Pattern TO_BE_ESCAPED = Pattern.compile("[\\\\,;]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final ICalendar calendar = new ICalendar();
    private final LocalTime morning;

    /** @param morning when the day begins for whoever reads it, and so when they are reminded */
    CalendarFile(String name, LocalTime morning) {
        this.morning = morning;
        calendar.setProductId(MAKER);
        calendar.setName(name);
        // Most calendars read the name by which Apple called it before there was a standard.
        calendar.setExperimentalProperty(
                "X-WR-CALNAME", TO_BE_ESCAPED.matcher(name).replaceAll("\\\\$0"));
    }

    /** How often whoever subscribes to it should look again. */
    void refreshed(java.time.Duration every) {
        Duration written = Duration.builder().hours((int) every.toHours()).build();
        calendar.setRefreshInterval(written);
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", written.toString());
    }

    /** With a reminder in the morning of the day, and one two days before. */
    void add(PlanId plan, String account, CalendarDay day) {
        VEvent event = event(plan, account, day);
        String title = event.getSummary().getValue();
        long after = morning.toSecondOfDay() * 1_000L;
        event.addAlarm(alarm(after, title));
        event.addAlarm(alarm(after - TWO_DAYS_MILLIS, title));
        calendar.addEvent(event);
    }

    /** An event that is none any more: its name is enough. */
    void addCancelled(PlanId plan, String account, CalendarDay day) {
        VEvent event = event(plan, account, day);
        event.setStatus(Status.cancelled());
        event.setDescription((String) null);
        calendar.addEvent(event);
    }

    private static VEvent event(PlanId plan, String account, CalendarDay day) {
        VEvent event = new VEvent();
        event.setUid(plan.text() + "-" + day.about() + "@steward");
        event.setSequence(day.revision().sequence());
        event.setDateTimeStamp(Date.from(day.revision().at()));
        event.setDateStart(wholeDay(day.day()), false);
        event.setDateEnd(wholeDay(day.day().plusDays(1)), false);
        event.setTransparency(true);
        String whole = oneLine(account) + ": " + oneLine(day.title());
        String title = title(whole);
        event.setSummary(title);
        // What a title has no room for is read below it, from its beginning: half a sentence would say little.
        event.setDescription(
                Stream.concat(title.equals(whole) ? Stream.empty() : Stream.of(whole), day.lines().stream())
                        .map(CalendarFile::clean)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
        return event;
    }

    /** Cut after a word if one ends in its second half. */
    private static String title(String whole) {
        if (whole.codePointCount(0, whole.length()) <= TITLE_CHARACTERS_MAX) {
            return whole;
        }
        int end = whole.offsetByCodePoints(0, TITLE_CHARACTERS_MAX - 1);
        int space = whole.lastIndexOf(' ', end);
        return whole.substring(0, space > end / 2 ? space : end).stripTrailing() + "…";
    }

    /** Reckoned from where the day begins for whoever reads it. */
    private static VAlarm alarm(long millisAfter, String title) {
        return VAlarm.display(new Trigger(Duration.fromMillis(millisAfter), Related.START), title);
    }

    /** A day that is not counted from midnight somewhere, so that it is the same in every time zone. */
    private static Date wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** A calendar must hold something: what stands for nothing in it is the time zone that none of its days is in. */
    void addTimeZone() {
        VTimezone utc = new VTimezone("Etc/UTC");
        StandardTime standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(0));
        standard.setTimezoneOffsetTo(new UtcOffset(0));
        utc.addStandardTime(standard);
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone("UTC"), utc));
    }

    boolean isEmpty() {
        return calendar.getEvents().isEmpty();
    }

    byte[] bytes() {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // It was folded by characters, where the standard counts octets.
        return OctetFolding.of(text.toString().replace(OctetFolding.FOLD, "")).getBytes(StandardCharsets.UTF_8);
    }

    static String oneLine(String words) {
        return LINE_BREAKS.matcher(clean(words).strip()).replaceAll(" / ");
    }

    /** The words without the characters that a calendar may not hold. */
    private static String clean(String words) {
        return CONTROLS.matcher(words.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }
}
