package steward.worksheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import steward.worksheet.dates.DateAnswer;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Table;

/** Suggests questions to ask and actions to take, from what the plan does not know yet. */
final class Suggestions {

    private static final int STARTERS_MAX = 4;

    private static final int TIMELINES_MAX = 2;

    private Suggestions() {}

    /** Quick choices for an action: what is missing, as something to do. Those already listed are left out. */
    static List<Choice> actions(Situation situation) {
        List<String> planned = situation.answers().rows(Worksheet.ACTIONS).stream()
                .flatMap(row -> situation.answers().get(Worksheet.ACTION, row).stream())
                .toList();
        return Stream.concat(findSomeone(situation.answers()), findOut(situation.answers()))
                .filter(idea -> !planned.contains(idea))
                .limit(STARTERS_MAX)
                .map(idea -> new Choice(idea, "answer: " + idea))
                .toList();
    }

    /** The working days by which other opportunities are to be won, the newest row's first. */
    static List<Choice> timelines(Situation situation) {
        List<LocalDate> days = new ArrayList<>(situation.answers().rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> row < situation.row())
                .flatMap(row -> situation.answers().get(Worksheet.TIMELINE, row).stream())
                .map(situation.notation().year()::workdayUpTo)
                .filter(day -> !day.isBefore(situation.today()))
                .toList());
        Collections.reverse(days);
        return days.stream()
                .distinct()
                .limit(TIMELINES_MAX)
                .map(DateAnswer::choice)
                .toList();
    }

    private static Stream<String> findSomeone(Answers answers) {
        return Stream.of(
                        new Missing(Worksheet.COACH, "Find a coach"),
                        new Missing(Worksheet.FINAL_AUTHORITY, "Find out who has the final say"),
                        new Missing(Worksheet.USER, "Find out who will use it"),
                        new Missing(Worksheet.ADVISOR, "Find out who advises on it"))
                .filter(missing -> answers.rows(missing.role()).isEmpty())
                .map(Missing::idea);
    }

    /** What to do about a role that nobody is known in. */
    private record Missing(Table role, String idea) {}

    private static Stream<String> findOut(Answers answers) {
        return unknown(answers, 1).map(name -> "Find out what matters to " + name);
    }

    /** The names of contacts of whom a column, counted from 0, is blank. */
    private static Stream<String> unknown(Answers answers, int column) {
        return Contact.all(answers).stream()
                .filter(contact -> answers.get(contact.role().columns().get(column), contact.row())
                        .isEmpty())
                .map(contact -> contact.name(answers));
    }

    /** What helps with the key questions: what makes a great one, and a few starters. */
    static String help(Situation situation) {
        List<String> starters = new ArrayList<>();
        Answers answers = situation.answers();
        unknown(answers, 1).forEach(name -> starters.add("What would have to be true for " + name + " to say yes?"));
        if (answers.rows(Worksheet.FINAL_AUTHORITY).isEmpty()) {
            starters.add("Who else has to agree, and who signs last?");
        }
        if (answers.rows(Worksheet.COACH).isEmpty()) {
            starters.add("If you were me, what would you do next?");
        }
        answers.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> answers.get(Worksheet.TIMELINE, row).isEmpty())
                .forEach(row -> starters.add("By when do you need this to work, and why then?"));
        starters.add("What happens if you change nothing?");
        return "Good questions ask for facts; great ones make them see the cost of waiting. From your plan, you could ask: "
                + String.join(
                        " ", starters.stream().distinct().limit(STARTERS_MAX).toList());
    }
}
