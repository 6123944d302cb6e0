package steward.worksheet.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.worksheet.questions.Replies;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** Entries of the time log told apart, on Wednesday 4 March 2026. */
class TypedTimeEntryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2h Acme | 120 | - | Acme",
                "Acme 2h | 120 | - | Acme",
                "Acme: 1h30 on Tuesday | 90 | 2026-03-03 | Acme:",
                "spent 2 hours on Acme yesterday | 120 | 2026-03-03 | spent on Acme",
                "yesterday 2h Acme trial | 120 | 2026-03-03 | Acme trial",
                "45 min upkeep Cargo | 45 | - | Cargo",
                "Acme 2,5 h | 150 | - | Acme",
                "Acme 2.5h | 150 | - | Acme",
                "Acme 1:30 Mon QBR, prep call | 90 | 2026-03-02 | Acme QBR, prep call",
                "Acme 1h 30m Wed | 90 | 2026-03-04 | Acme",
                "half an hour Acme | 30 | - | Acme",
                "Acme an hour and a half | 90 | - | Acme",
                "Acme two hours last Friday | 120 | 2026-02-27 | Acme",
                "Acme 2h last Wednesday | 120 | 2026-02-25 | Acme",
                "Acme 3 days ago 2h | 120 | 2026-03-01 | Acme",
                "Acme 2h 12 Jan | 120 | 2026-01-12 | Acme",
                "Acme 2h Jan 12, visit | 120 | 2026-01-12 | Acme visit",
                "Acme 12 Jan 2h 3 calls | 120 | 2026-01-12 | Acme 3 calls",
                "Acme 2 h 2026-03-02 | 120 | 2026-03-02 | Acme",
                "Acme 2h 30 Nov | 120 | 2025-11-30 | Acme",
                "Acme 2h Tue 3 Mar 2026 | 120 | 2026-03-03 | Acme",
                "Acme 2h Thu last week | 120 | 2026-02-26 | Acme",
                "Acme 2h the 2nd | 120 | 2026-03-02 | Acme",
                "Acme 2h 13/2 | 120 | 2026-02-13 | Acme",
                "Acme 2 Tue | 120 | 2026-03-03 | Acme",
                "2 Acme | 120 | - | Acme",
                "Acme 2 | 120 | - | Acme",
                "Acme 2h about Friday | 120 | - | Acme about Friday",
                "Acme 2h call at 14:30 | 120 | - | Acme call at 14:30",
                "Acme 2h line 2 | 120 | - | Acme line 2",
                "3M 2h | 120 | - | 3M",
                "Acme 1 1/2h | 90 | - | Acme",
                "Acme 1 1/2 hours Tue | 90 | 2026-03-03 | Acme",
                "Acme 2¼ h | 135 | - | Acme",
                "Acme 9 to 11 | 120 | - | Acme",
                "Acme from 9 to 11 | 120 | - | Acme",
                "Acme 9-11 | 120 | - | Acme",
                "Acme 9:30-11 yesterday visit | 90 | 2026-03-03 | Acme visit",
                "Acme between 9 and 11 | 120 | - | Acme",
                "Acme 11 to 1 | 120 | - | Acme",
                "Acme 9 to 5pm | 480 | - | Acme",
                "Acme 1 to 3pm | 120 | - | Acme",
                "Acme 13:00 - 14:30 | 90 | - | Acme",
                "9 to 11 with Acme | 120 | - | with Acme",
                "2h 3m | 120 | - | 3m",
            })
    void eachWordIsForSomething(String said, long minutes, String day, String rest) {
        TypedTimeEntry words = words(said);
        assertThat(words.time().orElseThrow().either(Hours::minutes, hint -> -1L))
                .isEqualTo(minutes);
        assertThat(words.day()
                        .map(reading -> reading.either(LocalDate::toString, hint -> hint))
                        .orElse("-"))
                .isEqualTo(day);
        assertThat(others(words)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme 0",
                "Acme 0h",
                "Acme 1h75",
                "Acme 1:75",
                "Acme 25h",
                "Acme -2h",
                "Acme 13",
                "Acme 2-3h",
                "Acme 3h a week",
                "Acme 2h call 30 min",
                "Acme 1500 min",
                "Acme 14:00",
                "Acme 1:30 pm",
                "Acme 2 to 3",
                "Acme 2-3"
            })
    void aTimeThatIsNoneOfADayIsRefused(String said) {
        String hint = words(said).time().orElseThrow().either(time -> "", unclear -> unclear);
        assertThat(hint).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme 14:00 | 14:00 is a time of day",
                "Acme 1:30 pm | 1:30 pm is a time of day",
                "Acme 2 to 3 | From 2 to 3 o'clock, or 2 to 3 hours?",
            })
    void whatTheClockShowsIsAskedAbout(String said, String hint) {
        assertThat(words(said).time().orElseThrow().either(Hours::toString, unclear -> unclear))
                .contains(hint)
                .contains("`1h30`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme 2h tomorrow | still to come",
                "Acme 2h next Friday | still to come",
                "Acme 2h this Friday | still to come",
                "Acme 2h 12 Mar | Thu 12 Mar 2026 is still to come. Time can be logged up to today, Wed 4 Mar 2026.",
                "Acme 2h 3 Mar 2025 | from Tue 4 Mar 2025 on",
                "Acme 2h 2 months ago Tue | two days",
                "Acme 2h 3/4 | 3 April or 4 March?",
                "Acme 2h last week | Which day",
                "Acme 2h Mon 3 Mar | don't agree",
                "Acme 2h 31 Feb | no such day",
                "Acme 2h 999 days ago | more than a year back",
            })
    void aDayThatIsNotOverOrTooLongAgoIsRefused(String said, String hint) {
        String day = words(said).day().orElseThrow().either(LocalDate::toString, unclear -> unclear);
        assertThat(day).contains(hint);
    }

    @Test
    void theLogReachesOneYearBackToTheDay() {
        String day = words("Acme 2h 4 Mar 2025").day().orElseThrow().either(LocalDate::toString, hint -> hint);
        assertThat(day).isEqualTo("2025-03-04");
    }

    @Test
    void whereTheLocaleIsSetADateInNumbersIsRead() {
        Notation german = Replies.GERMANY.notation();
        TypedTimeEntry words = TypedTimeEntry.of("Acme 2h 1/3", TODAY, german, name -> false);
        assertThat(words.day().orElseThrow().either(LocalDate::toString, hint -> hint))
                .isEqualTo("2026-03-01");
    }

    @Test
    void upkeepAndGrowthAreSaidInAWord() {
        assertThat(words("Acme 2h").upkeep()).isEmpty();
        assertThat(words("Acme 2h upkeep").upkeep()).contains(true);
        assertThat(words("#upkeep 2h Acme").upkeep()).contains(true);
        assertThat(words("2h growth Acme").upkeep()).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2M", "5M", "250k", "3h a week", "56", "nothing", "", "   ", "next Friday", "20%"})
    void whatIsNotSaidAsTimeHasNoUnit(String said) {
        assertThat(words(said).isUnitSaid()).isFalse();
    }

    @Test
    void noWordIsLostWhateverIsTyped() {
        List<String> pieces = List.of(
                "2h",
                "1:30",
                "Acme",
                "yesterday",
                "Tue",
                "upkeep",
                "3",
                "days",
                "ago",
                "12",
                "Mar",
                "and",
                "half",
                "an",
                "hour",
                "-",
                ",",
                "0",
                "😀",
                "“",
                "½",
                "\u200b",
                "3/4",
                "2026-03-02",
                "the",
                "2nd");
        Random random = new Random(20260304);
        for (int i = 0; i < 3_000; i++) {
            String said = random.ints(random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(" "));
            assertThat(words(said).words().stream().map(Word::text).collect(Collectors.joining(" ")))
                    .as(said)
                    .isEqualTo(said);
        }
    }

    private static TypedTimeEntry words(String said) {
        return TypedTimeEntry.of(said, TODAY, Notation.DEFAULT, name -> name.equals("acme") || name.equals("3m"));
    }

    private static String others(TypedTimeEntry words) {
        return words.words().stream()
                .filter(word -> word.mark() == Mark.OTHER)
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
