package steward.dashboard.time;

import java.util.List;
import java.util.Optional;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Part;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.Roti;

/** The offer to say how many more hours an account will take, for a rep who has used most of those planned. */
public final class MoreHoursOffer {

    private MoreHoursOffer() {}

    /** The button, to stand with others about the plan; empty while no estimate is due, or with nothing open to spend hours on. */
    public static Optional<Button> button(Plan plan) {
        Roti roti = Roti.of(plan);
        return plan.status() != Status.CLOSED && roti.isEstimateDue() && !roti.isNothingOpen()
                ? Optional.of(new Button("How many more hours?", "/roti hours"))
                : Optional.empty();
    }

    /** The button alone. */
    public static Optional<Part> of(Plan plan) {
        return button(plan).map(button -> new Part.Choices(Abouts.of(plan), List.of(button)));
    }
}
