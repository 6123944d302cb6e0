package steward.export.data;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.source.Sample;
import steward.plan.Kind;

class IcsFileTest {

    @Test
    void holdsWhatIsOpenAndTheDaysOfTheCycleStillToCome() {
        assertThat(days(Sample.full()))
                .containsExactly(
                        "2026-03-27 Acme Glass: Call Dana Wu about the trial budget",
                        "2026-04-10 Acme Glass: Find a coach in purchasing",
                        "2026-06-30 Acme Glass: won by today? Win the resin order for line 2 in Toledo",
                        "2026-05-15 Acme Glass: won by today? Win the coatings order",
                        "2026-12-31 Acme Glass: renewed by today? Keep the frame contract",
                        "2026-04-30 Acme Glass: won by today? Win the training days in Lyon",
                        "2026-03-31 Acme Glass: day 30, a look at what is open",
                        "2026-04-30 Acme Glass: day 60, a look at what is open",
                        "2026-05-30 Acme Glass: day 90, the last of this cycle");
    }

    @Test
    void saysOfADayWhatHelpsOnIt() {
        assertThat(events(Sample.full(), false))
                .extracting(event -> event.getDescription().getValue())
                .contains(
                        "With Dana Wu.\nAccount plan 2026, cycle 1.\nWhen it is done, tell Steward: /actions",
                        "Account plan 2026, cycle 1.\nWhen it is done, tell Steward: /actions",
                        "$25,000, 50% likely.\nShow Sam the new coating\n"
                                + "Tell Steward how it went: /plan won or /plan lost",
                        "$400,000 a year to keep.\nTell Steward how it went: /plan won or /plan lost");
    }

    @Test
    void aDayIsWholeAndEndsWhereTheNextBegins() {
        String text = text(Sample.full());
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Steward//Account plan//EN\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "DTSTART;VALUE=DATE:20260327\r\nDTEND;VALUE=DATE:20260328\r\n",
                        "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n",
                        "DTSTAMP:20260302T150112Z\r\n",
                        "TRANSP:TRANSPARENT\r\n")
                .doesNotContain("VTIMEZONE", "TZID", "DTSTART:");
        assertThat(calendar(Sample.full()).validate(ICalVersion.V2_0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "America/Sao_Paulo", "UTC"})
    void aDayIsTheSameWhateverTheMachinesZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        String expected = text(Sample.full());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(text(Sample.full())).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whichDaysAreStillToComeTheRepsOwnClockSays() {
        Sample plan = Sample.full().at("2026-04-01T08:00:00Z");
        assertThat(days(plan.in("Pacific/Auckland"))).noneMatch(day -> day.contains("day 30"));
        assertThat(days(plan.in("Pacific/Honolulu"))).anyMatch(day -> day.startsWith("2026-03-31 Acme Glass: day 30"));
    }

    @Test
    void anActionOverdueStaysOnItsDay() {
        assertThat(days(Sample.full().happened(Kind.UNDONE, "action", 2, "")))
                .contains("2026-03-12 Acme Glass: Send Sam the samples");
    }

    @Test
    void whatIsTakenUpAgainIsBack() {
        assertThat(days(Sample.full()
                        .happened(Kind.STILL_OPEN, "opportunity", 6, "")
                        .happened(Kind.UNDONE, "action", 4, "")))
                .contains(
                        "2026-03-15 Acme Glass: won by today? Win the audit",
                        "2026-04-20 Acme Glass: Visit the line in Lyon");
    }

    @Test
    void anEventKeepsItsIdAndItsSequenceRises() {
        List<VEvent> before = calendar(Sample.full()).getEvents();
        List<VEvent> after =
                calendar(Sample.full().answer("action.due", 1, "2026-04-02")).getEvents();

        assertThat(ids(after)).isEqualTo(ids(before)).doesNotHaveDuplicates();
        assertThat(ids(before))
                .startsWith("acme-action-1@steward")
                .contains("acme-opportunity-3@steward", "acme-cycle-1-day-90@steward");
        assertThat(after.get(0).getSequence().getValue())
                .isGreaterThan(before.get(0).getSequence().getValue());
    }

    @Test
    void theNextCycleHasDaysOfItsOwn() {
        Sample plan = Sample.full()
                .happened(Kind.CYCLE_STARTED, "", 0, "2026-05-31")
                .happened(Kind.CARRIED, "action", 1, "")
                .at("2026-06-01T12:00:00Z");
        assertThat(days(plan)).contains("2026-08-28 Acme Glass: day 90, the last of this cycle");
        assertThat(ids(calendar(plan).getEvents()))
                .contains("acme-action-1@steward", "acme-cycle-2-day-90@steward")
                .doesNotContain("acme-cycle-1-day-90@steward");
        assertThat(calendar(plan).getEvents().get(0).getDescription().getValue())
                .contains("cycle 2.");
    }

    @Test
    void aDraftHasNoCycleYet() {
        Sample plan = Sample.draft("Acme").action(1, "Call Dana", "2026-03-27", "");
        assertThat(days(plan)).containsExactly("2026-03-27 Acme: Call Dana");
        assertThat(text(plan)).contains("still a draft");
    }

    @Test
    void withoutADayThereIsNoCalendar() {
        assertThat(new IcsFile(Sample.draft("Acme").exported()).bytes()).isEmpty();
        assertThat(new IcsFile(Sample.draft("Acme")
                                .answer("action.what", 1, "Call Dana")
                                .exported())
                        .bytes())
                .isEmpty();
    }

    @Test
    void whatIsOverIsLeftOutIfNoCalendarHasIt() {
        assertThat(events(Sample.full(), true)).isEmpty();
        assertThat(text(Sample.full())).doesNotContain("Send Sam the samples", "Win the audit");
    }

    @Test
    void whatIsOverIsCancelledUnderTheSameIdWhereACalendarHasIt() {
        List<VEvent> before = calendar(Sample.full()).getEvents();
        List<VEvent> after = calendar(taken(Sample.full()).happened(Kind.DONE, "action", 1, ""))
                .getEvents();
        assertThat(ids(after)).containsExactlyInAnyOrderElementsOf(ids(before));
        after = events(taken(Sample.full()).happened(Kind.DONE, "action", 1, ""), true);
        assertThat(after.get(0).getStatus().isCancelled()).isTrue();
        assertThat(after.get(0).getDescription()).isNull();
        assertThat(after.get(0).getSequence().getValue())
                .isGreaterThan(before.get(0).getSequence().getValue());
    }

    @Test
    void whatWasTakenOutOfThePlanIsCancelledOnItsDay() {
        Sample removed = taken(Sample.full()).happened(Kind.ROW_REMOVED, "action", 3, "");
        assertThat(days(events(removed, true))).containsExactly("2026-04-10 Acme Glass: taken out");
        assertThat(days(removed)).noneMatch(day -> day.contains("Find a coach"));
    }

    @Test
    void aDayOfTheCycleThatGoesByStaysInTheCalendar() {
        assertThat(events(taken(Sample.full()).at("2026-04-02T12:00:00Z"), true))
                .isEmpty();
    }

    @Test
    void whatACalendarGotOnceIsNotNotedAgain() {
        assertThat(new IcsFile(taken(Sample.full()).exported()).untaken()).isEmpty();
        assertThat(new IcsFile(taken(Sample.full())
                                .answer("action.due", 1, "2026-04-02")
                                .exported())
                        .untaken())
                .isEqualTo("action-1=2026-04-02");
    }

    @Test
    void allOfAClosedPlanIsCancelledWhereACalendarHasIt() {
        Sample closed = taken(Sample.full()).happened(Kind.CLOSED, "", 0, "done");
        assertThat(events(closed, false)).isEmpty();
        assertThat(ids(events(closed, true)))
                .isEqualTo(ids(calendar(Sample.full()).getEvents()))
                .contains("acme-cycle-1-day-90@steward");
        assertThat(new IcsFile(Sample.full()
                                .happened(Kind.CLOSED, "", 0, "done")
                                .exported())
                        .bytes())
                .isEmpty();
    }

    @Test
    void remindsInTheMorningAndTwoDaysBefore() {
        assertThat(text(Sample.draft("Acme").action(1, "Call Dana", "2026-03-27", "")))
                .contains("TRIGGER;RELATED=START:PT9H\r\n", "TRIGGER;RELATED=START:-P1DT15H\r\n");
    }

    @Test
    void aDaysOwnChangesAloneRaiseItsSequenceAndStampIt() {
        VEvent before = calendar(Sample.full()).getEvents().get(1);
        VEvent after = calendar(Sample.full().answer("action.due", 1, "2026-04-02"))
                .getEvents()
                .get(1);
        assertThat(after.getSequence().getValue())
                .isEqualTo(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue())
                .isEqualTo(before.getDateTimeStamp().getValue());
        assertThat(text(Sample.full().at("2026-03-21T15:00:00Z"))).isEqualTo(text(Sample.full()));
    }

    @Test
    void aTitleHasItsRestBelowIt() {
        String words = "Call Dana Wu about the trial budget and then everybody else who has to say something to it";
        VEvent event = calendar(Sample.draft("Acme Glass").action(1, words, "2026-03-27", ""))
                .getEvents()
                .get(0);
        assertThat(event.getSummary().getValue())
                .isEqualTo("Acme Glass: Call Dana Wu about the trial budget and then everybody else who has…");
        assertThat(event.getDescription().getValue()).startsWith("Acme Glass: " + words + "\n");
    }

    @Test
    void theCalendarHasANameThatAllProgramsRead() {
        assertThat(text(Sample.draft("A, B; C\\D").action(1, "Call Dana", "2026-03-27", "")))
                .contains("\r\nNAME:A\\, B\\; C\\\\D 2026\r\n", "\r\nX-WR-CALNAME:A\\, B\\; C\\\\D 2026\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call Dana; then, \"Sam\" \\ back",
                "BEGIN:VEVENT",
                "=1+1",
                "日本語 ﷽ é",
                "x\uD83D\uDE00 and half and half and half and half and half and half \uD83D\uDE00\uD83D\uDE00 end"
            })
    void givesBackWhatARepWrote(String words) {
        assertThat(days(Sample.draft("Acme").action(1, words, "2026-03-27", "")))
                .containsExactly("2026-03-27 Acme: " + words);
    }

    @Test
    void linesNeverLeaveTheirEvent() {
        Sample plan =
                Sample.draft("Acme\r\nEND:VCALENDAR").action(1, "\u0000Call\u0007\r\nEND:VEVENT\n", "2026-03-27", "");
        assertThat(days(plan)).containsExactly("2026-03-27 Acme / END:VCALENDAR: Call / END:VEVENT");
    }

    @Test
    void longLinesAreFolded() {
        String words = "é日\uD83D\uDE00".repeat(300);
        Sample plan = Sample.draft("Acme").action(1, words, "2026-03-27", "");
        assertThat(text(plan).split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .anyMatch(line -> line.getBytes(StandardCharsets.UTF_8).length == 75);
        assertThat(calendar(plan).getEvents().get(0).getDescription().getValue())
                .startsWith("Acme: " + words);
    }

    /** After all its days went into a calendar. */
    private static Sample taken(Sample plan) {
        return plan.happened(Kind.CALENDAR_TAKEN, "", 0, new IcsFile(plan.exported()).untaken());
    }

    private static List<String> ids(List<VEvent> events) {
        return events.stream().map(event -> event.getUid().getValue()).toList();
    }

    /** The days that stand. */
    private static List<String> days(Sample plan) {
        return days(events(plan, false));
    }

    private static List<VEvent> events(Sample plan, boolean cancelled) {
        return calendar(plan).getEvents().stream()
                .filter(event -> cancelled == (event.getStatus() != null))
                .toList();
    }

    private static List<String> days(List<VEvent> events) {
        return events.stream()
                .map(event -> day(event) + " " + event.getSummary().getValue())
                .collect(Collectors.toList());
    }

    private static LocalDate day(VEvent event) {
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        return LocalDate.parse(event.getDateStart()
                .getValue()
                .getRawComponents()
                .toString(false, true)
                .substring(0, 10));
    }

    private static ICalendar calendar(Sample plan) {
        return Biweekly.parse(text(plan)).first();
    }

    private static String text(Sample plan) {
        return new String(new IcsFile(plan.exported()).bytes().orElseThrow(), StandardCharsets.UTF_8);
    }
}
