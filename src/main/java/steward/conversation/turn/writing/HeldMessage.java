package steward.conversation.turn.writing;

import java.util.List;
import java.util.stream.IntStream;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Meaning;
import steward.dashboard.Abouts;
import steward.message.Control;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Style;
import steward.message.Words;
import steward.plan.Blank;

/** Asks whether a text is the answer to the open question, with what else it may be. */
public final class HeldMessage {

    private static final int QUOTED_CHARACTERS_MAX = 300;

    private static final List<String> PLACES = List.of("the first", "the second", "the third");

    private final TurnWriter writer;
    private final Blank blank;
    private final String held;

    public HeldMessage(TurnWriter writer, Blank blank, String held) {
        this.writer = writer;
        this.blank = blank;
        this.held = held;
    }

    public List<Part> parts() {
        List<Meaning> options = Understanding.options(held, writer.state());
        List<Control> taps = IntStream.range(0, Math.min(options.size(), PLACES.size()))
                .boxed()
                .flatMap(at -> options.get(at).told(new MeaningButtons(writer, PLACES.get(at))).stream())
                .map(Control.class::cast)
                .toList();
        String prompt = blank.question().prompt(writer.situation(blank));
        return List.of(
                new Part.Quiet(Words.literal(prompt)),
                new Part.Quote(Words.literal(Shortened.to(QUOTED_CHARACTERS_MAX, held))),
                new Part.Paragraph(Words.literal("Is that your answer?", Style.BOLD)),
                new Part.Choices(Abouts.of(writer.plan(), blank), taps),
                new Part.Quiet(Words.of("`yes` saves it, `no` lets it go; or type your answer.")));
    }
}
