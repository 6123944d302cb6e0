package steward.conversation.turn.writing;

import steward.message.Control.Button;
import steward.plan.Plan;

/** Makes the buttons that take back what was done: each its own deed, by the place of its entries in the plan's journal. */
public final class Undoing {

    private Undoing() {}

    /** Under what is done to a plan next: all of it. */
    public static Button button(Plan before) {
        return button(before.entries().size());
    }

    /** Under what was done when the entry in a place was written: all of it. */
    public static Button button(int place) {
        return new Button("Undo", "undo " + place + "-");
    }

    /** Under a part of what was done: the entries from one place on, up to another. */
    public static Button button(int from, int to) {
        return new Button("Undo", "undo " + from + "-" + to);
    }
}
