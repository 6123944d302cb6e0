package steward.dashboard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Control.Weight;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.Status;

/** One action as it is listed: what to do, for which account and by when, and what can be said of it with a tap. */
public final class ActionLines {

    private static final int WORDS_CHARACTERS_MAX = 120;
    private static final int ACCOUNT_CHARACTERS_MAX = 60;

    private ActionLines() {}

    /** An action and the plan it stands in. */
    public record Listed(Plan plan, Action action) {

        /** The earliest due first; those without a date last. */
        static Comparator<Listed> byDue() {
            return Comparator.comparing(listed -> listed.action().due().orElse(LocalDate.MAX));
        }
    }

    /** What to do, as much of it as is needed to know it by. */
    public static String name(Action action) {
        return Shortened.to(WORDS_CHARACTERS_MAX, action.what().strip().replaceAll("\\s+", " "));
    }

    /** An action that is to be done, and its answers. */
    public static List<Part> open(Listed listed, Reader reader) {
        return List.of(
                new Part.Paragraph(title(listed, reader)),
                new Part.Choices(
                        Abouts.of(listed.plan()), answers(listed.action().row())));
    }

    /** What to do, and below it for which account and by when. */
    public static Words title(Listed listed, Reader reader) {
        return Words.of("*{}*\n", name(listed.action())).then(where(listed, reader));
    }

    /** "Acme Glass · due Thursday". */
    private static Words where(Listed listed, Reader reader) {
        Action action = listed.action();
        Words account = Words.literal(account(listed.plan(), reader));
        Words draft = Words.of(listed.plan().status() == Status.DRAFT ? ", draft" : "");
        return account.then(draft)
                .then(Words.of("  ·  "))
                .then(due(action, reader))
                .then(reminder(action, reader));
    }

    private static Words reminder(Action action, Reader reader) {
        return action.snoozedUntil()
                .filter(day -> day.isAfter(reader.today()))
                .map(day -> Words.of("  ·  I'll remind you {}", DayWords.on(reader.hearsOn(day), reader.today())))
                .orElse(Words.of(""));
    }

    private static Words due(Action action, Reader reader) {
        Optional<LocalDate> day = action.due();
        if (day.isEmpty()) {
            return Words.of("no date yet");
        }
        String words = DayWords.due(day.get(), reader.today());
        return day.get().isAfter(reader.today()) ? Words.of(words) : urgent(words);
    }

    /** "due *today*", "*3 days overdue*". */
    private static Words urgent(String words) {
        return words.startsWith("due ") ? Words.of("due *{}*", words.substring(4)) : Words.of("*{}*", words);
    }

    /** The account, with the year of its plan if that is not this one. */
    public static String account(Plan plan, Reader reader) {
        String name = Shortened.to(ACCOUNT_CHARACTERS_MAX, plan.account());
        return plan.year() == reader.today().getYear() ? name : name + " " + plan.year();
    }

    /** What can be said of the action in a row; which day is meant is found when it is tapped. */
    private static List<Control> answers(int row) {
        return List.of(
                new Button("Done", "/actions done " + row, Weight.PRIMARY),
                new Menu(
                        "Later…",
                        List.of(
                                new Pick("Remind me tomorrow", "/actions later " + row + " tomorrow"),
                                new Pick("Remind me in 3 days", "/actions later " + row + " in 3 days"),
                                new Pick("Remind me next Monday", "/actions later " + row + " next Monday"),
                                new Pick("Remind me on a day…", "/actions later " + row),
                                new Pick("Move the due date…", "/actions move " + row),
                                new Pick("Drop it…", "/actions drop " + row))));
    }
}
