package steward.slack.blocks;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import steward.message.About;
import steward.message.Control;
import steward.message.Message;
import steward.message.Part;
import steward.message.Style;
import steward.message.Words;

/**
 * A message drawn as Slack's blocks, within all of Slack's limits: what is too long is shortened or split, and says so.
 *
 * <p>What reps typed is shown as they typed it: in markup only where it holds nothing that markup could be made of, else as rich text
 * or as plain text. Draws one message, since it counts the blocks.
 */
public final class BlockKit implements Part.Drawing<List<LayoutBlock>> {

    public static final int BLOCKS_MAX = 50;
    public static final int HEADER_CHARACTERS_MAX = 150;
    public static final int ACTIONS_ELEMENTS_MAX = 25;
    public static final int TEXT_CHARACTERS_MAX = 3000;
    public static final int TABLES_MAX = 1;
    public static final int CHARTS_MAX = 2;
    private static final int LABEL_CHARACTERS_MAX = 200;
    /** Of the actions under a message too long, how many are kept. */
    private static final int LAST_BLOCKS_MAX = 10;

    private final boolean inView;
    private int addresses;
    private int tables;
    private int charts;

    private BlockKit(boolean inView) {
        this.inView = inView;
    }

    /**
     * The message as blocks; none if there is nothing to show.
     *
     * @throws IllegalArgumentException if a control says more than Slack can carry
     */
    public static List<LayoutBlock> of(Message message) {
        return new BlockKit(false).draw(message, BLOCKS_MAX);
    }

    /** The message as the blocks of a modal or the Home tab, which have neither tables nor charts. */
    public static List<LayoutBlock> inView(Message message, int blocksMax) {
        return new BlockKit(true).draw(message, blocksMax);
    }

    private List<LayoutBlock> draw(Message message, int blocksMax) {
        return fitted(
                message.parts().stream()
                        .flatMap(part -> part.draw(this).stream())
                        .toList(),
                blocksMax);
    }

    /** Cuts from the middle: a message without its buttons would be a dead end. */
    private static List<LayoutBlock> fitted(List<LayoutBlock> blocks, int blocksMax) {
        if (blocks.size() <= blocksMax) {
            return blocks;
        }
        int last = blocks.size();
        while (blocks.size() - last < LAST_BLOCKS_MAX && blocks.get(last - 1) instanceof ActionsBlock) {
            last--;
        }
        int first = blocksMax - 1 - (blocks.size() - last);
        List<LayoutBlock> fitted = new ArrayList<>(blocks.subList(0, first));
        fitted.addAll(note(Words.of("… and {} more", last - first)));
        fitted.addAll(blocks.subList(last, blocks.size()));
        return fitted;
    }

    @Override
    public List<LayoutBlock> heading(Part.Heading heading) {
        if (heading.text().isBlank()) {
            return List.of();
        }
        return List.of(HeaderBlock.builder()
                .text(Mrkdwn.plain(heading.text(), HEADER_CHARACTERS_MAX))
                .build());
    }

    @Override
    public List<LayoutBlock> paragraph(Part.Paragraph paragraph) {
        return text(paragraph.words());
    }

    @Override
    public List<LayoutBlock> quote(Part.Quote quote) {
        if (quote.words().isEmpty()) {
            return List.of();
        }
        return List.of(RichText.quote(quote.words().shortened(TEXT_CHARACTERS_MAX)));
    }

    @Override
    public List<LayoutBlock> quiet(Part.Quiet quiet) {
        return note(quiet.words());
    }

    /** Lines in as few blocks as will hold them. */
    @Override
    public List<LayoutBlock> facts(Part.Facts facts) {
        return lines(facts.facts().stream().map(BlockKit::line).toList());
    }

    private static Words line(Part.Fact fact) {
        Words number = fact.number()
                .map(n -> Words.literal(String.valueOf(n), Style.BOLD).then(Words.of("  ")))
                .orElse(Words.of(""));
        Words label = Words.literal(fact.label()).shortened(LABEL_CHARACTERS_MAX);
        return number.then(label).then(Words.of(label.isEmpty() ? "" : "   ")).then(fact.value());
    }

    @Override
    public List<LayoutBlock> choices(Part.Choices choices) {
        return actions(choices.about(), choices.controls());
    }

    @Override
    public List<LayoutBlock> commands(Part.Commands commands) {
        return actions(commands.about(), commands.controls());
    }

    private List<LayoutBlock> actions(About about, List<Control> controls) {
        Elements elements = new Elements();
        List<BlockElement> drawn = IntStream.range(0, controls.size())
                .boxed()
                .flatMap(i -> elements.draw(controls.get(i), i).stream())
                .toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        for (int from = 0; from < drawn.size(); from += ACTIONS_ELEMENTS_MAX) {
            blocks.add(ActionsBlock.builder()
                    .blockId(nextBlockId(about))
                    .elements(drawn.subList(from, Math.min(from + ACTIONS_ELEMENTS_MAX, drawn.size())))
                    .build());
        }
        elements.missing().forEach(missing -> blocks.addAll(note(missing)));
        return blocks;
    }

    @Override
    public List<LayoutBlock> entry(Part.Entry entry) {
        Elements elements = new Elements();
        if (entry.words().text().isBlank()) {
            return actions(entry.about(), List.of(entry.control()));
        }
        var section = SectionBlock.builder().text(Mrkdwn.one(entry.words()));
        elements.draw(entry.control(), 0)
                .ifPresent(element -> section.accessory(element).blockId(nextBlockId(entry.about())));
        List<LayoutBlock> blocks = new ArrayList<>(List.of(section.build()));
        elements.missing().forEach(missing -> blocks.addAll(note(missing)));
        return blocks;
    }

    @Override
    public List<LayoutBlock> grid(Part.Grid grid) {
        if (inView || tables == TABLES_MAX) {
            return lines(
                    grid.rows().stream().map(row -> gridLine(grid.head(), row)).toList());
        }
        tables++;
        List<LayoutBlock> blocks = new ArrayList<>(List.of(TableBlock.of(grid)));
        int more = grid.rows().size() - (TableBlock.ROWS_MAX - 1);
        if (more > 0) {
            blocks.addAll(note(Words.of("… and {} more", more)));
        }
        return blocks;
    }

    /** A row on a line of its own; of several numbers each says what it is. */
    private static Words gridLine(List<String> head, List<String> row) {
        boolean several = row.size() > 2;
        return IntStream.range(1, row.size())
                .mapToObj(i -> several ? Words.of("   {} {}", head.get(i), row.get(i)) : Words.of("   {}", row.get(i)))
                .reduce(Words.literal(row.get(0), Style.BOLD), Words::then);
    }

    @Override
    public List<LayoutBlock> picture(Part.Picture picture) {
        if (inView || charts == CHARTS_MAX) {
            return List.of();
        }
        charts++;
        return List.of(ChartBlock.of(picture.chart()));
    }

    @Override
    public List<LayoutBlock> divider(Part.Divider divider) {
        return List.of(DividerBlock.builder().build());
    }

    private String nextBlockId(About about) {
        addresses++;
        return new BlockId(about, addresses).blockId();
    }

    private static List<LayoutBlock> text(Words words) {
        if (words.isEmpty()) {
            return List.of();
        }
        return List.of(Mrkdwn.styled(words)
                .<LayoutBlock>map(text -> SectionBlock.builder().text(text).build())
                .orElseGet(() -> RichText.paragraph(words.shortened(TEXT_CHARACTERS_MAX))));
    }

    private static List<LayoutBlock> lines(List<Words> lines) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Words block = Words.of("");
        for (Words line : lines) {
            Words longer = block.isEmpty() ? line : block.then(Words.of("\n")).then(line);
            if (Mrkdwn.length(longer.text()) > TEXT_CHARACTERS_MAX) {
                blocks.addAll(text(block));
                longer = line;
            }
            block = longer;
        }
        blocks.addAll(text(block));
        return blocks;
    }

    private static List<LayoutBlock> note(Words words) {
        if (words.text().isBlank()) {
            return List.of();
        }
        // One element: on a phone, several would stand on a line each.
        return List.of(ContextBlock.builder()
                .elements(List.of((ContextBlockElement) Mrkdwn.one(words)))
                .build());
    }
}
