package steward.worksheet.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.worksheet.questions.Replies.GERMANY;
import static steward.worksheet.questions.Replies.HERE;
import static steward.worksheet.questions.Replies.TODAY;
import static steward.worksheet.questions.Replies.read;
import static steward.worksheet.questions.Replies.refused;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Replies;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.LocalYear;
import steward.worksheet.values.Notation;

/** Read on Monday 2 March 2026, unless a test says otherwise. */
class DateAnswerTest {

    private static final DateAnswer ANY_DAY =
            new DateAnswer(situation -> situation.today().plusYears(10), "Ten years from today");
    private static final DateAnswer CYCLE =
            new DateAnswer(situation -> situation.today().plusDays(89), "Day 90");

    private static final List<String> DATE_WORDS = List.of(
            "friday",
            "sun",
            "may",
            "june",
            "a",
            "two",
            "twenty",
            "999",
            "31",
            "0",
            "2026",
            "first",
            "last",
            "day",
            "weeks",
            "months",
            "years",
            "next",
            "this",
            "following",
            "after",
            "from",
            "now",
            "today",
            "tomorrow",
            "in",
            "of",
            "the",
            "on",
            "at",
            "noon",
            "3pm",
            "99 am",
            "15th");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-12              | 2027-03-12
            2027/3/12               | 2027-03-12
            12 Mar                  | 2026-03-12
            Mar 12                  | 2026-03-12
            12 March 2027           | 2027-03-12
            March 12, 2027          | 2027-03-12
            12. Mar 2027            | 2027-03-12
            12 Mar 27               | 2027-03-12
            Fri., Mar. 12, 2027     | 2027-03-12
            12-Mar-2027             | 2027-03-12
            12mar                   | 2026-03-12
            the 12th of March       | 2026-03-12
            March 12th              | 2026-03-12
            Sept 3rd                | 2026-09-03
            Fri 12 Mar 2027         | 2027-03-12
            Friday, March 12, 2027  | 2027-03-12
            2 March                 | 2026-03-02
            1 March                 | 2027-03-01
            29 Feb                  | 2028-02-29
            29 Feb 2028             | 2028-02-29
            today                   | 2026-03-02
            EOD                     | 2026-03-02
            end of day              | 2026-03-02
            tomorrow                | 2026-03-03
            by tomorrow             | 2026-03-03
            Friday                  | 2026-03-06
            on Fri.                 | 2026-03-06
            this Friday             | 2026-03-06
            by Friday at the latest | 2026-03-06
            next Friday             | 2026-03-13
            Friday next week        | 2026-03-13
            Monday                  | 2026-03-09
            this Monday             | 2026-03-02
            in 2 weeks              | 2026-03-16
            two weeks               | 2026-03-16
            in two weeks' time      | 2026-03-16
            2 weeks from now        | 2026-03-16
            2w                      | 2026-03-16
            in a couple of weeks    | 2026-03-16
            in a week               | 2026-03-09
            in 10 days              | 2026-03-12
            in 5 working days       | 2026-03-09
            in three months         | 2026-06-02
            in a year               | 2027-03-02
            this week               | 2026-03-06
            eow                     | 2026-03-06
            next week               | 2026-03-13
            end of June             | 2026-06-30
            the end of June         | 2026-06-30
            June                    | 2026-06-30
            end of February         | 2027-02-28
            June 2027               | 2027-06-30
            mid June                | 2026-06-15
            start of June           | 2026-06-01
            end of month            | 2026-03-31
            end of the month        | 2026-03-31
            month end               | 2026-03-31
            EOM                     | 2026-03-31
            next month              | 2026-04-30
            end of next month       | 2026-04-30
            Q1                      | 2026-03-31
            Q3                      | 2026-09-30
            end of Q3               | 2026-09-30
            Q3 2027                 | 2027-09-30
            Q3 '27                  | 2027-09-30
            eoq                     | 2026-03-31
            next quarter            | 2026-06-30
            end of year             | 2026-12-31
            end of 2027             | 2027-12-31
            next year               | 2027-12-31
            the 15th                | 2026-03-15
            15th                    | 2026-03-15
            the 1st                 | 2026-04-01
            the 31st                | 2026-03-31
            the 15th of next month  | 2026-04-15
            13/4                    | 2026-04-13
            4/13                    | 2026-04-13
            4/4                     | 2026-04-04
            13.4.2027               | 2027-04-13
            the day after tomorrow  | 2026-03-04
            second Monday of May    | 2026-05-11
            last Friday of June     | 2026-06-26
            a week from Friday      | 2026-03-13
            the Friday after next   | 2026-03-20
            3 weeks after next Monday | 2026-03-30
            third Friday in April   | 2026-04-17
            Friday at 3pm           | 2026-03-06
            Friday EOD              | 2026-03-06
            EOD Friday              | 2026-03-06
            15 Mar 10:00            | 2026-03-15
            in a fortnight          | 2026-03-16
            end June                | 2026-06-30
            end Q2                  | 2026-06-30
            before Christmas        | 2026-12-24
            Christmas               | 2026-12-25
            by Christmas            | 2026-12-25
            Xmas 2027               | 2027-12-25
            Christmas Eve           | 2026-12-24
            before the new year     | 2026-12-31
            New Year's Eve          | 2026-12-31
            New Year's Day          | 2027-01-01
            2027 Q2                 | 2027-06-30
            2027-Q2                 | 2027-06-30
            end of 2027 Q2          | 2027-06-30
            Q2 of 2027              | 2027-06-30
            H1                      | 2026-06-30
            H1 2027                 | 2027-06-30
            2027 H1                 | 2027-06-30
            end of H2               | 2026-12-31
            H2 '27                  | 2027-12-31
            early April             | 2026-04-10
            early in April          | 2026-04-10
            late April              | 2026-04-30
            late April 2027         | 2027-04-30
            early March             | 2026-03-10
            the Monday after next   | 2026-03-16
            Tuesday after next      | 2026-03-17
            1 week from next Friday | 2026-03-20
            a week from next Friday | 2026-03-20
            two weeks after Friday  | 2026-03-20
            2 days after 12 Mar     | 2026-03-14
            a week from tomorrow    | 2026-03-10
            3 working days after next Friday | 2026-03-18
            first Monday of January | 2027-01-04
            the first Monday of March | 2026-03-02
            1st Monday in January 2028 | 2028-01-03
            last Friday in February | 2027-02-26
            last Friday of the month | 2026-03-27
            2nd Tuesday of next month | 2026-04-14
            last Monday of this month | 2026-03-30
            spring                  | 2026-05-31
            this summer             | 2026-08-31
            end of the summer       | 2026-08-31
            before summer           | 2026-05-31
            by fall                 | 2026-08-31
            before the winter       | 2026-11-30
            winter                  | 2027-02-28
            winter 2027             | 2028-02-29
            after the summer        | 2026-09-01
            after the summer holidays | 2026-09-01
            before the Christmas holidays | 2026-12-24
            after the Christmas break | 2027-01-04
            FY27 Q2, year ends in March | 2026-09-30
            before Thanksgiving     | 2026-11-25
            15. März                | 2026-03-15
            Ende März               | 2026-03-31
            bis Ende Juni           | 2026-06-30
            15 de marzo             | 2026-03-15
            fin de junio            | 2026-06-30
            15 mars                 | 2026-03-15
            30 de abril             | 2026-04-30
            fine giugno             | 2026-06-30
            eind juni               | 2026-06-30
            end of FY27, our year ends in June | 2027-06-30
            """)
    void readsADay(String said, LocalDate date) {
        assertThat(read(ANY_DAY, said, HERE)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4", "3/4/2027", "3.4.", "3-4", "12/11"})
    void asksWhichIsTheMonth(String said) {
        assertThat(refused(ANY_DAY, said, HERE)).contains(" or ").contains("month's name");
    }

    @Test
    void namesBothDaysInTheQuestion() {
        assertThat(refused(ANY_DAY, "3/4", HERE))
                .contains("3 April or 4 March?")
                .contains("`3 Apr`");
    }

    @Test
    void theLocaleSaysWhichIsTheMonth() {
        assertThat(read(ANY_DAY, "3/4", GERMANY)).isEqualTo("2026-04-03");
        assertThat(read(ANY_DAY, "3.4.2027", GERMANY)).isEqualTo("2027-04-03");
        assertThat(read(ANY_DAY, "3/4", Replies.in("USD", "en-US"))).isEqualTo("2026-03-04");
        assertThat(read(ANY_DAY, "3/4", Replies.in("GBP", "en-GB"))).isEqualTo("2026-04-03");
        assertThat(read(ANY_DAY, "13/4", Replies.in("USD", "en-US"))).isEqualTo("2026-04-13");
    }

    @ParameterizedTest
    @CsvSource({
        "sv-SE, 3/4, 2026-04-03",
        "sv-SE, 26-04-03, 2026-04-03",
        "sv-SE, 2026-04-03, 2026-04-03",
        "sv-SE, 3/4/27, 2027-04-03",
        "ja-JP, 3/4, 2026-03-04",
        "ja-JP, 27/03/04, 2027-03-04",
        "hu-HU, 3.4., 2026-03-04",
        "en-CA, 3/4, 2026-03-04",
        "fr-CA, 3/4, 2026-04-03",
        "en-ZA, 3/4, 2026-04-03",
        "pt-BR, 3/4, 2026-04-03"
    })
    void theLocalesRealOrderCountsWhereTheYearComesFirst(String locale, String said, LocalDate date) {
        assertThat(read(ANY_DAY, said, Replies.in("USD", locale))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "FY27 Q2, FY27 Q2",
        "fy27, FY27",
        "end of FY 2027, FY 2027",
        "Q2 FY27, Q2 FY27",
        "Q2 of FY27, Q2 OF FY27"
    })
    void asksWhichMonthsAFiscalYearHas(String said, String understood) {
        assertThat(refused(ANY_DAY, said, HERE)).startsWith(understood).contains("Which month", "like `12 Mar`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yesterday       | yesterday
            2026-02-24      | last Tuesday
            2026-02-20      | 'Fri 20 Feb 2026, which is past'
            12 Mar 2025     | 'Wed 12 Mar 2025, which is past'
            """)
    void refusesThePast(String said, String when) {
        assertThat(refused(CYCLE, said, HERE)).isEqualTo("That was " + when + ". Pick a day from today on.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 June", "in 90 days", "Q3", "next year", "1 March", "9999-12-31"})
    void namesTheLimit(String said) {
        assertThat(refused(CYCLE, said, HERE)).contains("Day 90 is Sat 30 May 2026");
    }

    @Test
    void takesTheLastDay() {
        assertThat(read(CYCLE, "in 89 days", HERE)).isEqualTo("2026-05-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 April",
                "29 Feb 2027",
                "32 May",
                "0 May",
                "13/13",
                "0/3",
                "2027-02-30",
                "2027-13-01",
                "the 32nd",
                "99 may"
            })
    void refusesADayThatIsNotInTheCalendar(String said) {
        assertThat(refused(ANY_DAY, said, HERE)).contains("no such day");
    }

    @Test
    void noticesWhenDateAndWeekdayDisagree() {
        assertThat(refused(ANY_DAY, "Fri 12 Mar 2026", HERE)).contains("Thu 12 Mar 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "room 204",
                "$1,500",
                "soon",
                "asap",
                "a lot",
                "may may",
                "noon",
                "3pm",
                "every Friday",
                "Monday or Friday",
                "Monday Tuesday",
                "12 or 13 Mar",
                "call Dana on Friday",
                "March madness",
                "may be",
                "two",
                "first second third",
                "next the of",
                "99 weeks of may",
                "version 2.0.1",
                "June or so",
                "early next year",
                "a",
                "in a two June",
                "31 June or July",
                "15 x",
                "in -2 weeks",
                ""
            })
    void refusesWhatIsNoDay(String said) {
        assertThat(refused(ANY_DAY, said, HERE)).contains("I need a day");
    }

    @Test
    void asksForTheMonthOfABareNumber() {
        assertThat(refused(ANY_DAY, "15", HERE)).contains("month");
    }

    @Test
    void isShownInFull() {
        LocalDate date = LocalDate.of(2027, 3, 12);
        assertThat(ANY_DAY.shown(date, HERE)).isEqualTo("Fri 12 Mar 2027");
        assertThat(ANY_DAY.kept(date)).isEqualTo("2027-03-12");
    }

    @Test
    void whatIsShownCanBeTypedBack() {
        for (LocalDate date = TODAY; date.isBefore(TODAY.plusYears(3)); date = date.plusDays(1)) {
            assertThat(read(ANY_DAY, ANY_DAY.shown(date, HERE), HERE)).isEqualTo(date);
        }
    }

    @Test
    void aWeekendLooksForwardToTheNextFriday() {
        Situation sunday = Replies.on(LocalDate.of(2026, 3, 1), Notation.DEFAULT);
        assertThat(read(ANY_DAY, "end of week", sunday)).isEqualTo("2026-03-06");
        assertThat(read(ANY_DAY, "next Friday", sunday)).isEqualTo("2026-03-06");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo"})
    void theMachinesZoneAndLanguageHaveNoSay(String zone) {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(read(ANY_DAY, "the day after tomorrow", HERE)).isEqualTo("2026-03-04");
            assertThat(read(ANY_DAY, "second Monday of May", HERE)).isEqualTo("2026-05-11");
            assertThat(read(ANY_DAY, "the Friday after next", HERE)).isEqualTo("2026-03-20");
            assertThat(ANY_DAY.shown(TODAY, HERE)).isEqualTo("Mon 2 Mar 2026");
            assertThat(refused(ANY_DAY, "3/4", HERE)).contains("3 April or 4 March?");
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }

    @Test
    void nothingIsPrinted() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Replies.survivesAnything(ANY_DAY);
            Replies.survivesAnyOrder(ANY_DAY, DATE_WORDS);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FY27 Q2 | Year ends in December: Wed 30 Jun 2027; Year ends in March: Wed 30 Sep 2026; Year ends in June: Thu 31 Dec 2026; Year ends in September: Wed 31 Mar 2027
            H1 FY26 | Year ends in December: Tue 30 Jun 2026; Year ends in September: Tue 31 Mar 2026
            FY27    | Year ends in December: Fri 31 Dec 2027; Year ends in March: Wed 31 Mar 2027; Year ends in June: Wed 30 Jun 2027; Year ends in September: Thu 30 Sep 2027
            """)
    void offersTheDaysWithWhichAFiscalYearMayEnd(String said, String labels) {
        List<Choice> choices = DateAnswer.anyDay(said, HERE).choices();
        assertThat(choices.stream().map(Choice::label).collect(Collectors.joining("; ")))
                .isEqualTo(labels);
        choices.forEach(
                choice -> assertThat(choice.label()).endsWith(DateAnswer.english(read(ANY_DAY, choice.says(), HERE))));
    }

    @Test
    void theSeasonsAreHalfAYearApartOnTheOtherHalfOfTheGlobe() {
        Situation there = in(new LocalYear(true, Optional.empty(), LocalYear.UNKNOWN.workdays()));
        assertThat(read(ANY_DAY, "before summer", there)).isEqualTo("2026-11-30");
        assertThat(read(ANY_DAY, "this autumn", there)).isEqualTo("2026-05-31");
    }

    @Test
    void asksWhichEndOfASeasonThatHasBegun() {
        assertThat(DateAnswer.anyDay("by spring", HERE).choices().stream().map(Choice::says))
                .containsExactly("2026-05-31", "2027-02-28");
    }

    @Test
    void asksWhichHolidays() {
        assertThat(DateAnswer.anyDay("after the holidays", HERE).choices().stream()
                        .map(Choice::label))
                .containsExactly("After New Year: Mon 4 Jan 2027", "After the summer: Tue 1 Sep 2026");
        assertThat(DateAnswer.anyDay("before the holidays", HERE).choices().stream()
                        .map(Choice::says))
                .containsExactly("2026-12-24", "2026-05-31");
    }

    @Test
    void theFiscalYearOfTheRepIsReadOnceItIsKnown() {
        Situation known = in(new LocalYear(false, Optional.of(Month.MARCH), LocalYear.UNKNOWN.workdays()));
        assertThat(read(ANY_DAY, "FY27 Q2", known)).isEqualTo("2026-09-30");
        assertThat(read(ANY_DAY, "end of FY27", known)).isEqualTo("2027-03-31");
        assertThat(read(ANY_DAY, "FY27 Q2, year ends in June", known)).isEqualTo("2026-12-31");
        assertThat(FiscalYears.months("FY27 Q2", known)).contains("July to September 2026");
        assertThat(FiscalYears.months("30 September", known)).isEmpty();
    }

    @Test
    void theMonthAskedForBelongsToTheFiscalYear() {
        assertThat(FiscalYears.withEnd("FY27 Q2", "March")).contains("FY27 Q2, year ends in March");
        assertThat(FiscalYears.withEnd("FY27 Q2", "it ends in June")).contains("FY27 Q2, year ends in June");
        assertThat(FiscalYears.withEnd("FY27 Q2", "12 March")).isEmpty();
        assertThat(FiscalYears.withEnd("soonish", "March")).isEmpty();
    }

    private static Situation in(LocalYear year) {
        return Replies.on(Replies.TODAY, Notation.DEFAULT.withYear(year));
    }

    @Test
    void offersBothDaysOfTwoNumbers() {
        assertThat(ANY_DAY.read("3/4", HERE).choices()).containsExactly(Choice.of("3 April"), Choice.of("4 March"));
    }
}
