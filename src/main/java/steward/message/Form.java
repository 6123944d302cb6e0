package steward.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Questions to be answered together, as a form; without any, a sheet to be read. The texts of its fields are shown as they are, without
 * markup.
 *
 * @param token what the form was opened for and on which state of the plan; it comes back with the answers
 * @param title at most a few words
 * @param body what stands above the fields
 * @param submit what the button says that sends it back
 */
public record Form(String token, String title, Message body, List<Field> fields, String submit) {

    public Form(String token, String title, Message body, List<Field> fields) {
        this(token, title, body, fields, "Save");
    }

    /** Something to be read, and closed again. */
    public static Form sheet(String title, Message body) {
        return new Form("", title, body, List.of(), "");
    }

    public Form {
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::about).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("Two fields of a form fill the same blank");
        }
    }

    /**
     * One question of a form.
     *
     * @param about the blank it fills
     * @param label the question
     * @param help a line under the field
     * @param input how it is filled in
     * @param heading a title above the field, where a group of fields begins; empty if none does
     * @param required whether the form is of no use without it
     */
    public record Field(About about, String label, String help, Input input, String heading, boolean required) {

        /** A question that may be left empty, and then stays open. */
        public Field(About about, String label, String help, Input input, String heading) {
            this(about, label, help, input, heading, false);
        }

        public Field(About about, String label, String help, Input input, boolean required) {
            this(about, label, help, input, "", required);
        }
    }

    /** How a field is filled in. What it holds at first is what stands in the blank. */
    public sealed interface Input {

        <R> R draw(Drawing<R> drawing);

        /** Free text. */
        record Text(String initial, boolean manyLines, int charactersMax) implements Input {
            @Override
            public <R> R draw(Drawing<R> drawing) {
                return drawing.text(this);
            }
        }

        /** One of a few; {@code initial} is what the choice that holds at first says, empty if none does. */
        record Choice(List<Control.Pick> picks, String initial) implements Input {
            @Override
            public <R> R draw(Drawing<R> drawing) {
                return drawing.choice(this);
            }
        }

        /** Any of a few, each with a box to tick. The answer is what the ticked ones say, with spaces between; none of it has any. */
        record Several(List<Control.Pick> picks, List<String> initial) implements Input {
            public Several {
                picks = List.copyOf(picks);
                initial = List.copyOf(initial);
            }

            @Override
            public <R> R draw(Drawing<R> drawing) {
                return drawing.several(this);
            }
        }

        /** A day. */
        record Day(Optional<LocalDate> initial) implements Input {
            @Override
            public <R> R draw(Drawing<R> drawing) {
                return drawing.day(this);
            }
        }

        /** A channel or a person to post to; the answer is its id. It holds at first the one where the form was asked for. */
        record Place() implements Input {
            @Override
            public <R> R draw(Drawing<R> drawing) {
                return drawing.place(this);
            }
        }
    }

    /** A way to draw each kind of input. */
    public interface Drawing<R> {
        R text(Input.Text text);

        R choice(Input.Choice choice);

        R several(Input.Several several);

        R day(Input.Day day);

        R place(Input.Place place);
    }
}
