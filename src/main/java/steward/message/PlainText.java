package steward.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.message.Part.Drawing;

/** A message as plain text: for notifications, for screens that draw no blocks, and for transcripts. */
public final class PlainText implements Drawing<String> {

    private static final PlainText DRAWING = new PlainText();

    private PlainText() {}

    public static String of(Message message) {
        return message.parts().stream()
                .map(part -> part.draw(DRAWING))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String heading(Part.Heading heading) {
        return heading.text();
    }

    @Override
    public String paragraph(Part.Paragraph paragraph) {
        return paragraph.words().text();
    }

    @Override
    public String quote(Part.Quote quote) {
        return "> " + quote.words().text();
    }

    @Override
    public String quiet(Part.Quiet quiet) {
        return quiet.words().text();
    }

    @Override
    public String facts(Part.Facts facts) {
        return facts.facts().stream().map(PlainText::fact).collect(Collectors.joining("\n"));
    }

    private static String fact(Part.Fact fact) {
        return fact.number().map(number -> number + "  ").orElse("")
                + (fact.label().isEmpty() ? "" : fact.label() + ": ")
                + fact.value().text();
    }

    @Override
    public String choices(Part.Choices choices) {
        return labels(choices.controls());
    }

    @Override
    public String commands(Part.Commands commands) {
        return "";
    }

    @Override
    public String entry(Part.Entry entry) {
        return entry.words().text() + "  " + labels(List.of(entry.control()));
    }

    /** The head, then a line a row, its cells set apart. */
    @Override
    public String grid(Part.Grid grid) {
        return Stream.concat(Stream.of(grid.head()), grid.rows().stream())
                .map(row -> String.join("  |  ", row))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String picture(Part.Picture picture) {
        return "";
    }

    @Override
    public String divider(Part.Divider divider) {
        return "";
    }

    private static String labels(List<Control> controls) {
        return controls.stream().map(control -> control.draw(LABEL)).collect(Collectors.joining(" "));
    }

    private static final Control.Drawing<String> LABEL = new Control.Drawing<>() {
        @Override
        public String button(Control.Button button) {
            return "[" + button.label() + "]";
        }

        @Override
        public String menu(Control.Menu menu) {
            return "[" + menu.placeholder() + "]";
        }

        @Override
        public String calendar(Control.Calendar calendar) {
            return "[" + calendar.placeholder() + "]";
        }
    };
}
