package steward.conversation.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.dashboard.Reader;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Calendar;
import steward.message.Part;
import steward.plan.Action;
import steward.plan.Plan;
import steward.worksheet.values.LocalYear;

/** Days to pick for an action. A calendar says nothing but the day, so what the day is for stands in what it is about. */
public final class ActionDays {

    private static final Map<String, String> VERBS = Map.of("action.move", "move", "action.later", "later");

    private ActionDays() {}

    /** The day that the action is to be due. The calendar opens at the day it is due now, or, once that is over, at today. */
    public static Part move(Plan plan, Action action, Reader reader) {
        return choices(plan, action, "action.move", reader, action.due().filter(due -> !due.isBefore(reader.today())));
    }

    /** The day on which the rep wants to hear of the action again. */
    static Part later(Plan plan, Action action, Reader reader) {
        return choices(plan, action, "action.later", reader, Optional.empty());
    }

    private static Part choices(Plan plan, Action action, String purpose, Reader reader, Optional<LocalDate> initial) {
        List<Control> controls = new ArrayList<>();
        LocalDate today = reader.today();
        LocalYear year = reader.notation().year();
        addIfInTime("In a week", year.workdayUpTo(today.plusWeeks(1)), plan.lastDueDay(today), controls);
        addIfInTime("In two weeks", year.workdayUpTo(today.plusWeeks(2)), plan.lastDueDay(today), controls);
        controls.add(new Calendar("Pick a day", initial));
        return new Part.Choices(new About(plan.id().text(), purpose, action.row()), controls);
    }

    private static void addIfInTime(String label, LocalDate day, LocalDate last, List<Control> controls) {
        if (!day.isAfter(last)) {
            controls.add(new Button(label, day.toString()));
        }
    }

    /** Whether what was tapped is a day for an action. */
    public static boolean isPicked(About about) {
        return VERBS.containsKey(about.question());
    }

    /** The command that it stands for. */
    public static String command(About about, String day) {
        return "/actions " + VERBS.get(about.question()) + " " + about.row() + " " + day;
    }
}
