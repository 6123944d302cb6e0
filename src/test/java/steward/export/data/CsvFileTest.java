package steward.export.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.source.Sample;
import steward.plan.Kind;
import steward.worksheet.values.Notation;

class CsvFileTest {

    @Test
    void hasALineForEveryAnswerAndGapInTheOrderOfThePaper() {
        assertThat(lines(Sample.full()).stream().limit(14))
                .containsExactly(
                        "Acme Glass|2026|running|1|1|headquarters|Headquarters||Toledo, Ohio; plants in Lyon and Pune|"
                                + "Toledo, Ohio; plants in Lyon and Pune||",
                        "Acme Glass|2026|running|1|2|mission|Mission||Better glass for everyone|Better glass for everyone||",
                        "Acme Glass|2026|running|1|3|revenue_goal|2026 goal||$1,200,000|1200000.00|USD|USD",
                        "Acme Glass|2026|running|1|4|selling|We sell||Resin, Coatings|Resin; Coatings||",
                        "Acme Glass|2026|running|2|6|final_authority.name|Final authority|1|Dana Wu, CFO|Dana Wu, CFO||",
                        "Acme Glass|2026|running|2|7|final_authority.criteria|Final authority, criteria|1|Payback within a year|"
                                + "Payback within a year||",
                        "Acme Glass|2026|running|2|8|final_authority.strategy|Final authority, purpose|1|"
                                + "Agree on what the trial has to show|Agree on what the trial has to show||",
                        "Acme Glass|2026|running|2|9|user.name|User|1|Sam Ortiz, line 2 manager|Sam Ortiz, line 2 manager||",
                        "Acme Glass|2026|running|2|10|user.criteria|User, criteria|1|Scrap below 2%|Scrap below 2%||",
                        "Acme Glass|2026|running|2|12|advisor.name|Advisor|1|Priya Rao, head of purchasing|"
                                + "Priya Rao, head of purchasing||",
                        "Acme Glass|2026|running|2|13|coach.name|Coach|1|not known yet|||",
                        "Acme Glass|2026|running|3|14|opportunity.what|Opportunity|1|Win the resin order for line 2 in Toledo|"
                                + "Win the resin order for line 2 in Toledo||",
                        "Acme Glass|2026|running|3|15|opportunity.last_year|2025 revenue|1|$120,000|120000.00|USD|USD",
                        "Acme Glass|2026|running|3|16|opportunity.increase|2026 increase|1|$60,000|60000.00|USD|USD");
    }

    @Test
    void keepsValuesInTheUnitsThatPeopleCountIn() {
        assertThat(lines(Sample.full()))
                .contains(
                        "Acme Glass|2026|running|3|34|opportunity.probability|Probability|4|37.5%|37.5|percent|",
                        "Acme Glass|2026|running|3|36|opportunity.margin|Own margin|4|60%|60|percent|",
                        "Acme Glass|2026|running|3|49|hours_required|Hours required||56 h|56|hours|",
                        "Acme Glass|2026|running|4|54|action.due|Due|1|Fri 27 Mar 2026|2026-03-27|date|",
                        "Acme Glass|2026|running|4|55|action.contact|With|1|Dana Wu|final_authority.1||");
    }

    @Test
    void saysWhatBecameOfOpportunitiesUnderTheirNames() {
        List<String> lines = lines(Sample.full().happened(Kind.LOST, "opportunity", 1, ""));
        assertThat(after(lines, "|opportunity.what|Opportunity|5|"))
                .isEqualTo("Acme Glass|2026|running|3||opportunity.won|Won|5|$42,000|42000.00|USD|USD");
        assertThat(after(lines, "|opportunity.what|Opportunity|6|"))
                .isEqualTo("Acme Glass|2026|running|3||opportunity.lost|Lost|6|Price|Price||");
        assertThat(after(lines, "|opportunity.what|Opportunity|1|"))
                .isEqualTo("Acme Glass|2026|running|3||opportunity.lost|Lost|1|no reason given|||");
        assertThat(after(lines, "|opportunity.what|Opportunity|2|")).contains("|opportunity.last_year|");
    }

    @Test
    void saysWhatBecameOfActionsUnderTheirNames() {
        List<String> lines = lines(Sample.full().happened(Kind.DROPPED, "action", 3, ""));
        assertThat(after(lines, "|action.what|Action|2|"))
                .isEqualTo("Acme Glass|2026|running|4||action.done|Done|2|Mon 2 Mar 2026|2026-03-02|date|");
        assertThat(after(lines, "|action.what|Action|4|"))
                .isEqualTo(
                        "Acme Glass|2026|running|4||action.dropped|Dropped|4|They closed the site|They closed the site||");
        assertThat(after(lines, "|action.what|Action|3|"))
                .isEqualTo("Acme Glass|2026|running|4||action.dropped|Dropped|3|no reason given|||");
        assertThat(after(lines, "|action.what|Action|1|")).contains("|action.due|");
        assertThat(lines(Sample.full().happened(Kind.UNDONE, "action", 4, "")))
                .noneMatch(line -> line.contains("|action.dropped|"));
    }

    @Test
    void ofAPlanJustStartedAllThatMattersIsNotKnownYet() {
        assertThat(lines(Sample.draft("Borealis")))
                .contains(
                        "Borealis|2026|draft|1||headquarters|Headquarters||not known yet|||",
                        "Borealis|2026|draft|4||action.due|Due|1|not known yet|||")
                .noneMatch(line -> line.contains("|mission|"))
                .allMatch(line -> line.contains("|not known yet|"));
    }

    @Test
    void whatIsNotKnownOfAnActionThatIsDoneIsNoGap() {
        Sample plan = Sample.draft("Acme").answer("action.what", 1, "Call Dana").skip("action.due", 1);
        assertThat(lines(plan)).anyMatch(line -> line.contains("|action.due|"));
        plan.happened(Kind.DONE, "action", 1, "");
        assertThat(lines(plan)).noneMatch(line -> line.contains("|action.due|"));
    }

    @Test
    void tellsWhatAnHourEarnsAndWhereTheHoursWent() {
        assertThat(lines(Sample.full()))
                .contains(
                        "Acme Glass|2026|running|||time_log.growth|Time, growth|1|23 h|23|hours|",
                        "Acme Glass|2026|running|||time_log.day|Time, day|1|Trial set up with Sam|2026-03-03|date|",
                        "Acme Glass|2026|running|||time_log.upkeep|Time, upkeep|2|1 h 35|1.5833|hours|")
                .anyMatch(line ->
                        line.matches("Acme Glass\\|2026\\|running\\|\\|\\|roti.planned\\|Planned ROTI\\|\\|\\$[\\d,.]+"
                                + "\\|\\d+\\.\\d\\d\\|USD an hour\\|USD"));
    }

    @Test
    void writesAmountsWithTheDecimalsOfTheirCurrency() {
        assertThat(lines(Sample.draft("Acme")
                        .answer("revenue_goal", 0, "1234567")
                        .writes(new Notation(Currency.getInstance("KWD"), Optional.empty()))))
                .anyMatch(line -> line.endsWith("|1234.567|KWD|KWD"));
        assertThat(lines(Sample.draft("Acme")
                        .answer("revenue_goal", 0, "1234567")
                        .writes(new Notation(Currency.getInstance("JPY"), Optional.empty()))))
                .anyMatch(line -> line.endsWith("|1234567|JPY|JPY"));
    }

    @Test
    void leavesOutWhatWasRemoved() {
        assertThat(lines(Sample.full().happened(Kind.ROW_REMOVED, "opportunity", 2, "")))
                .noneMatch(line -> line.contains("coatings order"))
                .anyMatch(line -> line.contains("resin order"));
    }

    @Test
    void isUtf8WithAMarkForExcelAndLinesThatEndInCrLf() {
        byte[] bytes = new CsvFile(Sample.draft("Łódź 🎉").exported()).bytes();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith(
                        "\uFEFFaccount,year,status,step,number,question,label,row,answer,value,unit,currency\r\nŁódź 🎉,2026,draft,1,")
                .endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"b\", c", "two\nlines", "two\r\nlines", " spaces ", "a;b\tc", "日本語 ﷽ 🎉"})
    void givesBackWhatARepWrote(String words) {
        assertThat(cell(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                " =1",
                "\tone",
                "\rone",
                "\none",
                "＝1",
                "-",
                "-5 or so"
            })
    void disarmsWhatASpreadsheetWouldTakeForAFormula(String words) {
        assertThat(cell(words)).isEqualTo("'" + words);
    }

    /** Where lists are written with semicolons, Excel splits at these, and quotes in mid-line protect nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Toledo;=1+1|Toledo;'=1+1",
                "Toledo; =1+1;Lyon;@SUM(1)|Toledo;' =1+1;Lyon;'@SUM(1)",
                "Toledo;\"=1+1;Lyon|Toledo;'\"=1+1;Lyon",
                "`first line\n=2+2\nlast line`|`first line\n'=2+2\nlast line`",
                "`first line\r\n=2+2`|`first line\r\n'=2+2`",
                "`Toledo\t＋1`|`Toledo\t'＋1`",
                "`- one\n- two`|`'- one\n'- two`",
                "`\t=1`|`'\t'=1`"
            })
    void disarmsAFormulaInMidTextToo(String words, String disarmed) {
        assertThat(cell(words)).isEqualTo(disarmed);
    }

    @ParameterizedTest
    @CsvSource({"-5", "+5", "-1.5%", "'-1,250,000'", "'+1,5'"})
    void leavesNumbersAsTheyAre(String number) {
        assertThat(cell(number)).isEqualTo(number);
    }

    @Test
    void disarmsTheNameOfTheAccountAndTheReasonOfALossToo() {
        List<NamedCsvRecord> records = records(Sample.draft("=1+1")
                .answer("opportunity.what", 1, "Win it")
                .happened(Kind.LOST, "opportunity", 1, "=2+2"));
        assertThat(records).allMatch(line -> line.getField("account").equals("'=1+1"));
        assertThat(records)
                .filteredOn(line -> line.getField("question").equals("opportunity.lost"))
                .extracting(line -> line.getField("value"))
                .containsExactly("'=2+2");
    }

    /** What stands under both the answer and its value after these words were given. */
    private static String cell(String words) {
        NamedCsvRecord line =
                records(Sample.draft("Acme").answer("headquarters", 0, words)).get(0);
        assertThat(line.getField("value")).isEqualTo(line.getField("answer"));
        return line.getField("answer");
    }

    private static String after(List<String> lines, String part) {
        for (int line = 0; line + 1 < lines.size(); line++) {
            if (lines.get(line).contains(part)) {
                return lines.get(line + 1);
            }
        }
        throw new AssertionError("No line has " + part);
    }

    private static List<String> lines(Sample plan) {
        return records(plan).stream()
                .map(line -> String.join("|", line.getFields()))
                .toList();
    }

    private static List<NamedCsvRecord> records(Sample plan) {
        String text = new String(new CsvFile(plan.exported()).bytes(), StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }
}
