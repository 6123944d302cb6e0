package steward.message;

import java.util.List;
import java.util.Optional;

/** One piece of a message. A new kind does not compile until every {@link Drawing} can draw it. */
public sealed interface Part {

    <R> R draw(Drawing<R> drawing);

    /** A title. */
    record Heading(String text) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.heading(this);
        }
    }

    /** A paragraph. */
    record Paragraph(Words words) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.paragraph(this);
        }
    }

    /** A paragraph set apart, as something said or suggested. */
    record Quote(Words words) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.quote(this);
        }
    }

    /** Small print. */
    record Quiet(Words words) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.quiet(this);
        }
    }

    /** Answers one under the other, each with its number and its label. */
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.facts(this);
        }
    }

    /**
     * One answer in a list of them.
     *
     * @param number its number in the plan, if it has one
     * @param label what it is called; empty where the value says so itself
     * @param value what stands there
     */
    record Fact(Optional<Integer> number, String label, Words value) {

        /** Something that has no number in the plan. */
        public Fact(String label, Words value) {
            this(Optional.empty(), label, value);
        }
    }

    /** Answers to tap. */
    record Choices(About about, List<Control> controls) implements Part {
        public Choices {
            controls = List.copyOf(controls);
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.choices(this);
        }
    }

    /** Commands to tap, the same under every question; a reader of plain text need not be told of them each time. */
    record Commands(About about, List<Control> controls) implements Part {
        public Commands {
            controls = List.copyOf(controls);
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.commands(this);
        }
    }

    /** A line of a list with something to tap at its end. */
    record Entry(Words words, About about, Control control) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.entry(this);
        }
    }

    /**
     * A table of at most three columns, since half of it is read on a phone. All its cells are shown as they are.
     *
     * @param head what the columns are called; all but the first hold numbers, which line up
     * @param rows as many cells each as the head has
     */
    record Grid(List<String> head, List<List<String>> rows) implements Part {

        private static final int COLUMNS_MAX = 3;

        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = head.size();
            if (columns > COLUMNS_MAX || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("A grid has at most " + COLUMNS_MAX + " columns, in every row");
            }
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.grid(this);
        }
    }

    /** A chart. It says nothing that the parts beside it do not: where charts are not drawn, nothing is missing. */
    record Picture(Chart chart) implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.picture(this);
        }
    }

    /** A line between what stands above and what stands below. */
    record Divider() implements Part {
        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.divider(this);
        }
    }

    /** A way to draw each kind of part. */
    interface Drawing<R> {
        R heading(Heading heading);

        R paragraph(Paragraph paragraph);

        R quote(Quote quote);

        R quiet(Quiet quiet);

        R facts(Facts facts);

        R choices(Choices choices);

        R commands(Commands commands);

        R entry(Entry entry);

        R grid(Grid grid);

        R picture(Picture picture);

        R divider(Divider divider);
    }
}
