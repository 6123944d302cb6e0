package steward.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A button, menu or date picker in a message. Using it says words for the rep, which are read like typed ones. */
public sealed interface Control {

    /** How much a button asks for attention. */
    enum Weight {
        NORMAL,
        PRIMARY
    }

    /** A button that says one thing. */
    record Button(String label, String says, Weight weight) implements Control {

        public Button(String label, String says) {
            this(label, says, Weight.NORMAL);
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.button(this);
        }
    }

    /** A menu that says what is picked. */
    record Menu(String placeholder, List<Pick> picks) implements Control {

        public Menu {
            picks = List.copyOf(picks);
        }

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.menu(this);
        }
    }

    /** One line of a menu. */
    record Pick(String label, String says) {}

    /** A calendar that says the day picked, as an ISO date. */
    record Calendar(String placeholder, Optional<LocalDate> initial) implements Control {

        @Override
        public <R> R draw(Drawing<R> drawing) {
            return drawing.calendar(this);
        }
    }

    <R> R draw(Drawing<R> drawing);

    /** A way to draw each kind of control. */
    interface Drawing<R> {
        R button(Button button);

        R menu(Menu menu);

        R calendar(Calendar calendar);
    }
}
