package steward.slack.surfaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.dashboard.Reader;
import steward.dashboard.home.HomeMessage;
import steward.dashboard.home.SheetMessage;
import steward.dashboard.plans.HealthMessage;
import steward.message.Message;
import steward.message.PlainText;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.TimeEntry;
import steward.rep.Preferences;
import steward.rep.RepId;
import steward.slack.blocks.BlockKit;
import steward.slack.blocks.Limits;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/** The Home tab, and a plan as a sheet or a card, have room for all that a rep may have, with nothing cut off. */
class HomeBlocksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Reader READER =
            new Reader("Priya", TODAY, Notation.DEFAULT, Preferences.NONE.withBreakEven(Optional.of(9_999_999_00L)));
    private static final int VIEW_BLOCKS_MAX = 100;
    private static final int ANY_NUMBER = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 25, 26, 150})
    void everyPageFitsAndEveryPlanIsOnOne(int count) {
        List<Plan> plans = IntStream.range(0, count)
                .mapToObj(i -> plan("Account " + i, i % 3 > 0))
                .toList();
        HomeMessage home = new HomeMessage(plans, 3, NOW, READER);
        StringBuilder all = new StringBuilder();
        int pages = Math.max(1, (count + 24) / 25);
        for (int page = 1; page <= pages; page++) {
            List<LayoutBlock> blocks = BlockKit.inView(home.page(page), ANY_NUMBER);
            assertThat(blocks).hasSizeLessThanOrEqualTo(VIEW_BLOCKS_MAX);
            String text = PlainText.of(home.page(page));
            assertThat(text.contains("page " + page + " of " + pages)).isEqualTo(pages > 1);
            assertThat(text.contains("[Next]")).isEqualTo(page < pages);
            assertThat(text.contains("[Back]")).isEqualTo(page > 1);
            all.append(text).append('\n');
        }
        plans.forEach(plan -> assertThat(all).contains("\n" + plan.account() + "   d"));
        assertThat(home.page(99)).isEqualTo(home.page(pages));
        assertThat(home.page(0)).isEqualTo(home.page(1));
    }

    @Test
    void theFullestPlanFitsInASheetAndInACard() {
        Plan plan = fullest();
        SheetMessage sheet = new SheetMessage(plan, NOW, READER);

        assertThat(blocks(sheet.sheet().body())).hasSizeLessThanOrEqualTo(VIEW_BLOCKS_MAX);
        assertThat(blocks(sheet.card())).hasSizeLessThanOrEqualTo(BlockKit.BLOCKS_MAX);
        assertThat(PlainText.of(sheet.card()))
                .isEqualTo(PlainText.of(sheet.sheet().body()));
        Limits.holdInModal(ModalView.of(sheet.sheet()));
        assertThat(blocks(new HealthMessage(plan, NOW, READER).whole())).hasSizeLessThan(10);
    }

    private static List<LayoutBlock> blocks(Message message) {
        return BlockKit.inView(message, ANY_NUMBER);
    }

    private static Plan plan(String account, boolean runs) {
        List<Entry> entries = new ArrayList<>(List.of(
                answer(new Blank(Worksheet.OPPORTUNITY, 1), "Win it"),
                answer(new Blank(Worksheet.ACTION, 1), "Call *them* about <it>"),
                answer(new Blank(Worksheet.ACTION_DUE, 1), "2026-03-0" + (1 + account.length() % 5)),
                answer(Blank.of(Worksheet.TIME_SPENT), "9360"),
                new TimeEntry(1, TODAY, new Hours(90), false, "", NOW).logged()));
        if (runs) {
            entries.add(new Entry(Kind.CYCLE_STARTED, "", 0, "2026-02-20", "", NOW));
        }
        return new Plan(new PlanId(account), new RepId("T1", "U1"), account, 2026, entries);
    }

    /** As many rows as fit, every answer long. */
    private static Plan fullest() {
        List<Entry> entries = new ArrayList<>();
        for (Step step : Worksheet.STEPS) {
            step.items()
                    .forEach(item -> item.either(
                            question -> entries.add(answer(Blank.of(question), kept(Blank.of(question), 0))),
                            table -> entries.addAll(rows(table))));
        }
        entries.add(new Entry(Kind.LOST, "opportunity", 2, "y".repeat(2_000), "", NOW));
        entries.add(new Entry(Kind.CYCLE_STARTED, "", 0, "2026-02-20", "", NOW));
        return new Plan(new PlanId("p"), new RepId("T1", "U1"), "A".repeat(80), 2026, entries);
    }

    private static List<Entry> rows(Table table) {
        List<Entry> entries = new ArrayList<>();
        for (int row = 1; row <= table.rowsMax(); row++) {
            if (row > 1) {
                entries.add(new Entry(Kind.ROW_ADDED, table.key(), row, "", "", NOW));
            }
            for (var column : table.columns()) {
                entries.add(answer(new Blank(column, row), kept(new Blank(column, row), row)));
            }
        }
        return entries;
    }

    private static String kept(Blank blank, int row) {
        boolean isPerson =
                Worksheet.ROLES.stream().anyMatch(role -> role.first().equals(blank.question()));
        if (isPerson) {
            return "Nobody Known " + blank.question().key() + row + ", "
                    + "head of things ".repeat(10).strip();
        }
        if (blank.question().answer().isList()) {
            return "[\"" + "x".repeat(300) + "\"]";
        }
        if (blank.question().answer().isDate()) {
            return "2026-04-01";
        }
        if (blank.question().equals(Worksheet.ACTION_CONTACT)) {
            return "coach.1";
        }
        return blank.question().answer().isLong() ? "x".repeat(2_000) : "50";
    }

    private static Entry answer(Blank blank, String kept) {
        return new Entry(Kind.ANSWERED, blank.question().key(), blank.row(), kept, kept, NOW);
    }
}
