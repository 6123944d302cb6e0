package steward.export.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;
import steward.plan.Kind;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

class XlsxFileTest {

    private static final String NOT_KNOWN = "not known yet";

    // ── The ROTI ─────────────────────────────────────────────────────────────────────────────────────────

    static Stream<Sample> plans() {
        return Stream.of(
                Sample.full(),
                Sample.draft("Empty"),
                acme(),
                acme().logged(1, "2026-03-03", "growth", 23 * 60, "").logged(2, "2026-03-03", "upkeep", 31 * 60, ""),
                acme().happened(Kind.WON, "opportunity", 1, "6600000").logged(1, "2026-03-03", "growth", 70 * 60, ""),
                acme().happened(Kind.LOST, "opportunity", 1, "Price"),
                acme().happened(Kind.LOST, "opportunity", 1, "Price").happened(Kind.WON, "opportunity", 2, "100"),
                acme().skip("hours_required", 0),
                acme().skip("hours_required", 0).logged(1, "2026-03-03", "growth", 90, ""),
                acme().skip("gross_margin", 0).logged(1, "2026-03-03", "growth", 90, ""),
                acme().skip("gross_margin", 0).answer("opportunity.margin", 1, "12.25"),
                acme().skip("opportunity.probability", 2),
                acme().skip("opportunity.increase", 1).happened(Kind.WON, "opportunity", 1, "100"),
                acme().skip("opportunity.last_year", 1),
                acme().answer("opportunity.margin", 2, "66.6667"),
                acme().logged(1, "2026-03-03", "growth", 2687, ""),
                acme().logged(1, "2026-03-03", "growth", 2688, ""),
                acme().logged(1, "2026-03-03", "growth", 2688, "").answer("hours_required", 0, "3288"),
                acme().logged(1, "2026-03-03", "growth", 2688, "")
                        .answer("hours_required", 0, "3288")
                        .logged(2, "2026-03-03", "growth", 480, ""),
                acme().logged(1, "2026-03-03", "growth", 3360, ""),
                acme().logged(1, "2026-03-03", "growth", 70 * 60, ""),
                acme().logged(1, "2026-03-03", "growth", 4000, "")
                        .answer("hours_required", 0, "3999")
                        .happened(Kind.UNLOGGED, "", 1, "")
                        .logged(2, "2026-03-03", "growth", 3999, ""),
                Sample.draft("Renewals")
                        .opportunity(1, "Keep the frame contract", "40000000", "keep", "90", "2026-12-31")
                        .answer("gross_margin", 0, "40")
                        .answer("hours_required", 0, "600"),
                Sample.draft("Renewal kept")
                        .opportunity(1, "Keep the frame contract", "40000000", "keep", "90", "2026-12-31")
                        .answer("gross_margin", 0, "40")
                        .happened(Kind.WON, "opportunity", 1, "0"),
                Sample.draft("Renewal of what is not known")
                        .opportunity(1, "Keep the frame contract", "40000000", "keep", "90", "2026-12-31"));
    }

    /** $60,000 at 70 % and $25,000 at 50 %, 40 % margin, 56 hours. */
    private static Sample acme() {
        return Sample.draft("Acme")
                .opportunity(1, "Resin", "12000000", "6000000", "70", "2026-06-30")
                .opportunity(2, "Coatings", "0", "2500000", "50", "2026-05-15")
                .answer("gross_margin", 0, "40")
                .answer("hours_required", 0, "3360");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void itsFormulasComeToTheRoti(Sample plan) {
        assertFormulasComeToTheRoti(plan.exported());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itsFormulasComeToTheRotiForAnyNumbers(long seed) {
        Random random = new Random(seed);
        Set<String> met = new HashSet<>();
        for (int round = 0; round < 15; round++) {
            ExportedPlan exported = any(random).exported();
            assertFormulasComeToTheRoti(exported);
            met.addAll(cases(exported.roti()));
        }
        assertThat(met)
                .contains("open", "won", "lost", "a renewal", "nothing logged", "hours left", "estimate due", "past T");
    }

    private static Set<String> cases(Roti roti) {
        Set<String> cases = new HashSet<>();
        roti.opportunities().forEach(opportunity -> {
            cases.add(opportunity.outcome().either(() -> "open", won -> "won", why -> "lost"));
            cases.add(opportunity.isRenewal() ? "a renewal" : "new business");
        });
        long logged = roti.growth().minutes();
        cases.add(logged == 0 ? "nothing logged" : roti.isEstimateDue() ? "estimate due" : "hours left");
        cases.add(logged > roti.required().orElseThrow().minutes() ? "past T" : "within T");
        return cases;
    }

    private static Sample any(Random random) {
        Sample plan = Sample.draft("Any");
        int rows = 1 + random.nextInt(8);
        for (int row = 1; row <= rows; row++) {
            String increase = random.nextInt(5) == 0 ? "keep" : Integer.toString(1 + random.nextInt(100_000_000));
            String chance = 1 + random.nextInt(99) + "." + random.nextInt(1_000);
            plan.opportunity(
                    row, "Win it", Integer.toString(random.nextInt(10_000_000)), increase, chance, "2026-06-30");
            switch (random.nextInt(6)) {
                case 0 -> plan.happened(Kind.WON, "opportunity", row, Integer.toString(random.nextInt(10_000_000)));
                case 1 -> plan.happened(Kind.LOST, "opportunity", row, "Price");
                case 2 -> plan.answer("opportunity.margin", row, Integer.toString(1 + random.nextInt(100)));
                default -> {}
            }
        }
        plan.answer("gross_margin", 0, Integer.toString(1 + random.nextInt(100)));
        int required = 10 + random.nextInt(3_600);
        plan.answer("hours_required", 0, Integer.toString(required));
        int entries = random.nextInt(12);
        for (int entry = 1; entry <= entries; entry++) {
            plan.logged(
                    entry,
                    "2026-03-0" + (1 + random.nextInt(9)),
                    random.nextBoolean() ? "growth" : "upkeep",
                    1 + random.nextInt(required * 2 / 5),
                    "");
        }
        return plan;
    }

    private static void assertFormulasComeToTheRoti(ExportedPlan exported) {
        OpenedWorkbook book = OpenedWorkbook.of(exported);
        Roti roti = exported.roti();
        int rows = roti.opportunities().size();

        assertThat(workedOut(book, book.under("Opportunities", "EGP", rows)))
                .containsExactlyElementsOf(roti.opportunities().stream()
                        .map(opportunity -> money(opportunity.egp()))
                        .toList());
        assertThat(workedOut(book, book.under("Opportunities", "Protects", rows)))
                .containsExactlyElementsOf(roti.opportunities().stream()
                        .map(XlsxFileTest::protects)
                        .toList());
        assertThat(figure(book, "EGP")).isEqualTo(money(roti.egp()));
        assertThat(figure(book, "Open EGP")).isEqualTo(money(roti.openEgp()));
        assertThat(figure(book, "Gross profit won")).isEqualTo(money(roti.wonProfit()));
        assertThat(figure(book, "Protected by renewals")).isEqualTo(money(roti.protectedProfit()));
        assertThat(figure(book, "Growth hours logged (L)")).isEqualTo(hours(roti.growth()));
        assertThat(figure(book, "Upkeep hours logged")).isEqualTo(hours(roti.upkeep()));
        assertThat(figure(book, "Hours required (T)"))
                .isEqualTo(roti.required().map(XlsxFileTest::hours).orElse(NOT_KNOWN));
        assertThat(figure(book, "Estimate due"))
                .isEqualTo(roti.isEstimateDue() && !roti.isNothingOpen() ? "yes" : "no");
        assertThat(figure(book, "Planned ROTI")).isEqualTo(ifKnown(roti, roti.planned()));
        assertThat(figure(book, "Forecast ROTI")).isEqualTo(ifKnown(roti, roti.forecast()));
        assertThat(figure(book, "Earned ROTI")).isEqualTo(earned(roti));
        assertThat(figure(book, "Next-hour ROTI"))
                .isEqualTo(roti.isNothingOpen() ? "nothing open" : ifKnown(roti, roti.nextHour()));
        assertThat(book.formulas())
                .allSatisfy(cell -> assertThat(OpenedWorkbook.kept(cell, 6)).isEqualTo(book.workedOut(cell, 6)));
    }

    private static List<String> workedOut(OpenedWorkbook book, List<Cell> cells) {
        return cells.stream().map(cell -> book.workedOut(cell, 2)).toList();
    }

    private static String figure(OpenedWorkbook book, String label) {
        return book.workedOut(book.beside("Opportunities", label), 2);
    }

    private static String protects(OpportunityValue opportunity) {
        if (!opportunity.isRenewal() || !opportunity.outcome().isOpen()) {
            return "";
        }
        return opportunity.margin().isPresent() ? money(opportunity.protectedProfit()) : NOT_KNOWN;
    }

    private static String ifKnown(Roti roti, Optional<Rate> rate) {
        return roti.isKnown() ? rate.map(Rate::anHour).map(XlsxFileTest::money).orElse(NOT_KNOWN) : NOT_KNOWN;
    }

    private static String earned(Roti roti) {
        boolean unknown = roti.opportunities().stream()
                .anyMatch(opportunity ->
                        !opportunity.outcome().isOpen() && opportunity.egp().isEmpty());
        return unknown && roti.growth().isPositive()
                ? NOT_KNOWN
                : roti.earned().map(Rate::anHour).map(XlsxFileTest::money).orElse("no hours yet");
    }

    private static String money(Optional<BigDecimal> minor) {
        return minor.map(XlsxFileTest::money).orElse(NOT_KNOWN);
    }

    private static String money(BigDecimal minor) {
        return money(Money.rounded(minor));
    }

    private static String money(Money money) {
        return BigDecimal.valueOf(money.minor(), 2).toPlainString();
    }

    private static String hours(Hours hours) {
        return BigDecimal.valueOf(hours.minutes())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void whoeverChangesAFigureSeesWhatItDoes() {
        OpenedWorkbook book = OpenedWorkbook.of(acme().exported());
        book.beside("Opportunities", "Hours required (T)").setCellValue(40);
        book.beside("Opportunities", "Gross margin").setCellValue(0.35);
        book.under("Opportunities", "Probability", 1).get(0).setCellValue(0.6);

        assertThat(figure(book, "EGP")).isEqualTo("16975.00");
        assertThat(figure(book, "Planned ROTI")).isEqualTo("424.38");
        assertThat(book.workedOut(book.beside("Plan", "Hours required"), 2)).isEqualTo("40.00");
        assertThat(book.workedOut(book.beside("Plan", "Gross margin"), 2)).isEqualTo("0.35");
    }

    // ── What stands where ────────────────────────────────────────────────────────────────────────────────

    @Test
    void hasASheetForEachPartOfThePlan() {
        assertThat(OpenedWorkbook.of(Sample.full().exported()).book())
                .extracting(sheet -> sheet.getSheetName())
                .containsExactly("Plan", "Contacts", "Opportunities", "Actions", "Time log");
    }

    @Test
    void thePlanStandsStepByStepUnderItsNumbers() {
        assertThat(OpenedWorkbook.of(Sample.full().exported()).lines("Plan"))
                .containsExactly(
                        "No.|Account plan|Acme Glass 2026",
                        "|Account|Acme Glass",
                        "|Year|2026",
                        "|Edition|internal",
                        "|Rep|Priya Shah",
                        "|Status|running, day 19 of cycle 1",
                        "|As of|2026-03-20",
                        "|Step 1: Account snapshot|",
                        "1|Headquarters|Toledo, Ohio; plants in Lyon and Pune",
                        "2|Mission|Better glass for everyone",
                        "3|2026 goal|1200000",
                        "4|We sell|Resin\nCoatings",
                        "5|Cross-sell|left blank",
                        "|Step 2: Local analysis|on the sheet Contacts",
                        "|Step 3: Strategic account plan|the opportunities and the ROTI are on the sheet Opportunities",
                        "47|Gross margin|0.4",
                        "48|Time spent|3 h a week · 13 h a month · 156 h a year",
                        "49|Hours required|56",
                        "50|Better yield|Hand the weekly stock call to inside sales",
                        "51|Challenges|Budget freeze until June\nRival has a frame contract",
                        "52|Key questions|What does an hour of downtime cost?\nWho else will use it?",
                        "|Step 4: Act|on the sheet Actions");
    }

    @Test
    void theTablesStandOnTheirOwnSheets() {
        OpenedWorkbook book = OpenedWorkbook.of(Sample.full().exported());
        assertThat(book.lines("Contacts"))
                .containsExactly(
                        "Role|Name|Position|Decision criteria|Strategy, purpose to meet",
                        "Final authority|Dana Wu|CFO|Payback within a year|Agree on what the trial has to show",
                        "User|Sam Ortiz|line 2 manager|Scrap below 2%|left blank",
                        "Advisor|Priya Rao|head of purchasing||",
                        "Coach|not known yet|||");
        assertThat(book.lines("Actions"))
                .containsExactly(
                        "Cycle|Action|Due|With|Status|Done on|Why dropped",
                        "1|Call Dana Wu about the trial budget|2026-03-27|Dana Wu|open||",
                        "1|Send Sam the samples|2026-03-12|Sam Ortiz|done|2026-03-02|",
                        "1|Find a coach in purchasing|2026-04-10|left blank|open||",
                        "1|Visit the line in Lyon|2026-04-20|left blank|dropped||They closed the site");
        assertThat(book.lines("Time log"))
                .containsExactly(
                        "Day|Hours|Kind|Note",
                        "2026-03-03|23|growth|Trial set up with Sam",
                        "2026-03-04|1.5833|upkeep|",
                        "2026-03-05|0.3333|growth|Quote");
        assertThat(book.lines("Opportunities").stream().limit(8))
                .containsExactly(
                        "Opportunity|2025 revenue|Increase|Renewal|Probability|Margin|EGP|Protects|Won by|Activity|Outcome"
                                + "|Actual increase|Why lost",
                        "Win the resin order for line 2 in Toledo|120000|60000|no|0.7|0.4|16800||2026-06-30"
                                + "|Run a trial on line 2, so that Sam can show the savings to Dana|open||",
                        "Win the coatings order|30000|25000|no|0.5|0.4|5000||2026-05-15|Show Sam the new coating|open||",
                        "Keep the frame contract|400000|0|yes|0.9|0.4|0|160000|2026-12-31|not known yet|open||",
                        "Win the training days in Lyon|0|12500.5|no|0.375|0.6|2812.6125||2026-04-30|not known yet|open||",
                        "Win the maintenance contract|0|40000|no|0.25|0.4|16800||2026-03-10|not known yet|won|42000|",
                        "Win the audit|5000|8000|no|0.5|0.4|0||2026-03-15|not known yet|lost||Price",
                        "All listed|555000|145500.5||||41412.6125|160000");
    }

    @Test
    void thePlanSaysWhyItIsClosedAndWhatItsCyclesTaught() {
        Sample plan = Sample.full()
                .answer("cycle.worked", 1, "The trial")
                .answer("cycle.not_worked", 1, "Cold calls")
                .happened(Kind.CLOSED, "", 0, "Account moved");
        assertThat(OpenedWorkbook.of(plan.exported()).lines("Plan"))
                .contains("|Status|closed: Account moved")
                .endsWith("|Cycle 1: What worked|The trial", "|Cycle 1: What didn't|Cold calls");
        assertThat(OpenedWorkbook.of(Sample.draft("Acme")
                                .happened(Kind.CLOSED, "", 0, "")
                                .exported())
                        .lines("Plan"))
                .contains("|Status|closed");
    }

    @Test
    void ofAPlanJustStartedItSaysWhatIsNotThereYet() {
        OpenedWorkbook book = OpenedWorkbook.of(Sample.draft("Borealis").exported());
        assertThat(book.lines("Plan")).contains("|Status|draft", "|Headquarters|not known yet", "|Mission|");
        assertThat(book.lines("Contacts")).contains("Coach|not known yet|||");
        assertThat(book.lines("Opportunities")).contains("No opportunity is listed yet.");
        assertThat(book.lines("Actions")).contains("|No action is listed yet.");
        assertThat(book.lines("Time log")).contains("No time is logged yet.");
    }

    @Test
    void numbersDaysAndSharesAreShownAsTheWorkspaceWritesThem() {
        OpenedWorkbook book = OpenedWorkbook.of(
                acme().logged(1, "2026-03-03", "growth", 90, "").exported());
        assertThat(format(book.under("Opportunities", "Increase", 1).get(0))).isEqualTo("\"$\"#,##0");
        assertThat(format(book.under("Opportunities", "Probability", 1).get(0))).isEqualTo("0%");
        assertThat(format(book.under("Opportunities", "Won by", 1).get(0))).isEqualTo("ddd d mmm yyyy");
        assertThat(format(book.beside("Opportunities", "Planned ROTI"))).isEqualTo("\"$\"#,##0.00\"/h\"");
        assertThat(format(book.under("Time log", "Hours", 1).get(0))).isEqualTo("#,##0.00");
        assertThat(book.under("Opportunities", "Won by", 1).get(0).getLocalDateTimeCellValue())
                .isEqualTo(LocalDate.of(2026, 6, 30).atStartOfDay());
    }

    @Test
    void amountsHaveCentsWhereThePlanHasSomeAndTheSideThatTheCurrencyHas() {
        OpenedWorkbook cents = OpenedWorkbook.of(Sample.full().exported());
        assertThat(format(cents.under("Opportunities", "Increase", 1).get(0))).isEqualTo("\"$\"#,##0.00");
        assertThat(format(cents.under("Opportunities", "Probability", 4).get(3)))
                .isEqualTo("0.0%");

        Notation euro = new Notation(Currency.getInstance("EUR"), Optional.of(Locale.GERMANY));
        OpenedWorkbook german = OpenedWorkbook.of(acme().writes(euro).exported());
        assertThat(format(german.under("Opportunities", "Increase", 1).get(0))).isEqualTo("#,##0\"\u00a0€\"");

        Notation yen = new Notation(Currency.getInstance("JPY"), Optional.of(Locale.JAPAN));
        OpenedWorkbook japanese = OpenedWorkbook.of(acme().writes(yen).exported());
        Cell increase = japanese.under("Opportunities", "Increase", 1).get(0);
        assertThat(increase.getNumericCellValue()).isEqualTo(6_000_000);
        assertThat(format(increase)).isEqualTo("\"￥\"#,##0");
        assertThat(format(japanese.beside("Opportunities", "Planned ROTI"))).isEqualTo("\"￥\"#,##0\"/h\"");
    }

    private static String format(Cell cell) {
        return cell.getCellStyle().getDataFormatString();
    }

    @Test
    void isSetUpToBeReadAndPrinted() {
        OpenedWorkbook book = OpenedWorkbook.of(Sample.full().exported());
        assertThat(book.book()).allSatisfy(sheet -> {
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            Cell heading = sheet.getRow(0).getCell(1);
            assertThat(book.book()
                            .getFontAt(heading.getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
        });
        assertThat(book.sheet("Actions").getTables())
                .extracting(table -> table.getName() + " "
                        + table.getCTTable().getAutoFilter().getRef())
                .containsExactly("Actions A1:G5");
    }

    // ── Words that nobody should type ────────────────────────────────────────────────────────────────────

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                "<script>alert(1)</script> & ]]> \"'",
                "a_x0041_ b_x000D_ _x",
                "日本語 ﷽ 🎉",
                "two\nlines",
                "1234",
                "2026-03-12"
            })
    void aTextStaysTheTextThatItIs(String words) {
        Cell cell = headquarters(words);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(words);
    }

    @Test
    void charactersThatNoSheetCanHoldAreLeftOut() {
        assertThat(headquarters("\u0000nu\u0007ll\u001b \ufffe\uffff\ud83d half\r\nand\rlines")
                        .getStringCellValue())
                .isEqualTo("null  half\nand\nlines");
    }

    @Test
    void aTextTooLongForACellIsShortened() {
        String numbers = IntStream.range(0, 9_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        assertThat(headquarters(numbers).getStringCellValue())
                .hasSize(32_767)
                .startsWith("0 1 2 3 ")
                .endsWith("…");
        assertThat(headquarters(numbers.substring(0, 32_767)).getStringCellValue())
                .isEqualTo(numbers.substring(0, 32_767));
        String faces = numbers.substring(0, 32_765) + "\ud83d\ude00\ud83d\ude00";
        assertThat(headquarters(faces).getStringCellValue()).isEqualTo(numbers.substring(0, 32_765) + "…");
    }

    private static Cell headquarters(String words) {
        return OpenedWorkbook.of(
                        Sample.draft("Acme").answer("headquarters", 0, words).exported())
                .beside("Plan", "Headquarters");
    }

    @Test
    void hostileWordsEverywhereBreakNothing() {
        String hostile = "=1+1 <&>\"' \u0000\ud83d _x0041_ &P [1] {a}\r\n" + "y".repeat(40_000);
        Sample plan = Sample.draft(hostile)
                .answer("mission", 0, hostile)
                .answer("selling", 0, "[\"=1\",\"<b>\"]")
                .answer("coach.name", 1, "=HYPERLINK(\"x\"), @boss")
                .opportunity(1, hostile, "1", "2", "3", "2026-06-30")
                .answer("opportunity.activity", 1, hostile)
                .happened(Kind.LOST, "opportunity", 1, hostile)
                .action(1, hostile, "2026-03-27", "coach.1")
                .logged(1, "2026-03-03", "growth", 90, hostile);
        OpenedWorkbook book = OpenedWorkbook.of(plan.exported());
        assertThat(book.formulas())
                .allSatisfy(cell -> assertThat(cell.getCellFormula()).doesNotContain("1+1"));
        assertThat(book.lines("Contacts")).contains("Coach|=HYPERLINK(\"x\")|@boss||");
        assertFormulasComeToTheRoti(plan.exported());
    }

    // ── The same file ────────────────────────────────────────────────────────────────────────────────────

    @Test
    void theSamePlanGivesTheSameBytes() {
        byte[] first = new XlsxFile(Sample.full().exported()).bytes();
        assertThat(new XlsxFile(Sample.full().exported()).bytes()).isEqualTo(first);
        assertThat(OpenedWorkbook.of(first)
                        .book()
                        .getProperties()
                        .getCoreProperties()
                        .getCreated())
                .isEqualTo("2026-03-20T15:00:00Z");
    }
}
