package steward.conversation.turn.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.Abouts;
import steward.dashboard.JoinedWords;
import steward.dashboard.Quoted;
import steward.message.About;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Suggestion;
import steward.worksheet.questions.Table;

/** Saves the answers of a submitted form: what the rep changed is saved, unless it was answered elsewhere in the meantime. */
public final class FormAnswers {

    private static final int ANSWERS_SHOWN = 12;

    private static final int NAMED_MAX = 3;

    private final TurnWriter writer;
    private final Plan now;
    private final Plan then;
    private final FormScope scope;
    private final Map<About, String> complaints = new LinkedHashMap<>();
    private final List<Blank> saved = new ArrayList<>();
    private final List<Blank> leftEmpty = new ArrayList<>();
    private final Map<Blank, String> overtaken = new LinkedHashMap<>();

    /** What was submitted of this form. */
    public FormAnswers(TurnWriter writer, FormScope scope) {
        this.writer = writer;
        this.now = writer.plan();
        this.then = now.asOf(scope.entries());
        this.scope = scope;
    }

    /** Saves what changed, and gives the complaints about what can't be; with any, nothing may be kept of this turn. */
    public Map<About, String> save(Map<About, String> answers) {
        FormBuilder drawn = new FormBuilder(then, writer.context());
        Map<Blank, String> changes = new LinkedHashMap<>();
        List<Blank> shown = scope.blanks(then);
        for (Blank blank : shown) {
            String before = drawn.initial(blank).strip();
            String said = answers.getOrDefault(Abouts.of(now, blank), before).strip();
            if (!said.equals(before) || isConfirmed(blank, said)) {
                changes.put(blank, said);
            }
        }
        for (Blank blank : shown) {
            if (changes.containsKey(blank)) {
                changed(blank, changes.get(blank));
            } else if (!changes.isEmpty()) {
                unchanged(blank);
            }
        }
        if (complaints.isEmpty()) {
            tell();
        }
        return complaints;
    }

    /** What may be left empty and was, in a form that was filled in otherwise, is not asked once more. */
    private void unchanged(Blank blank) {
        Plan plan = writer.plan();
        boolean isAsked = plan.blanks().anyMatch(blank::equals) && !plan.isSettled(blank);
        boolean maySkip = blank.question().isOptional() || isLeftOpenAgain(blank);
        if (maySkip && isAsked && plan.kept(blank).isEmpty() && !isNameless(blank)) {
            writer.settle(Kind.SKIPPED, blank, "", "");
            leftEmpty.add(blank);
        }
    }

    /** Last year's answer was in the form and came back with it: that is the rep's word for it. */
    private boolean isConfirmed(Blank blank, String said) {
        return !said.isEmpty()
                && now.kept(blank).isEmpty()
                && then.suggestion(blank, writer.context().today()).isPresent();
    }

    /** What was left open last year came back empty once more. */
    private boolean isLeftOpenAgain(Blank blank) {
        return then.suggestion(blank, writer.context().today())
                .filter(Suggestion::isLeftOpen)
                .isPresent();
    }

    private void changed(Blank blank, String said) {
        if (!now.kept(blank).equals(then.kept(blank))) {
            overtaken.put(blank, said);
        } else if (said.isEmpty()) {
            writer.settle(Kind.SKIPPED, blank, "", "");
            saved.add(blank);
        } else if (isNameless(blank)) {
            Table table = blank.table().orElseThrow();
            complaints.put(
                    Abouts.of(now, new Blank(table.first(), blank.row())),
                    "This comes first: the rest of the row hangs on it.");
        } else {
            String hint = blank.question()
                    .readKept(said, writer.situation(blank))
                    .either(
                            kept -> {
                                writer.settle(Kind.ANSWERED, blank, kept, said);
                                saved.add(blank);
                                return "";
                            },
                            unclear -> unclear);
            if (!hint.isEmpty()) {
                complaints.put(Abouts.of(now, blank), hint);
            }
        }
    }

    /** Whether it belongs to a row that has no first answer, which would fold it away again. */
    private boolean isNameless(Blank blank) {
        return blank.table()
                .filter(table -> !blank.headsRow())
                .filter(table -> writer.plan()
                        .kept(new Blank(table.first(), blank.row()))
                        .isEmpty())
                .isPresent();
    }

    private void tell() {
        if (!saved.isEmpty()) {
            writer.tell("Saved from the form:");
            writer.note(new Part.Facts(saved.stream()
                    .limit(ANSWERS_SHOWN)
                    .map(writer.facts()::fact)
                    .toList()));
            if (saved.size() > ANSWERS_SHOWN) {
                writer.whisper("and " + (saved.size() - ANSWERS_SHOWN) + " more");
            }
        }
        overtaken.forEach((blank, said) -> writer.tell(
                "*{}* was answered in the chat while the form was open, so it stays {}. The form said: {}.",
                writer.facts().named(blank),
                writer.facts().value(blank).text(),
                said.isEmpty() ? "nothing" : Quoted.from(said)));
        if (scope.table().isEmpty() && !saved.isEmpty()) {
            noMoreRows();
        }
        if (!leftEmpty.isEmpty()) {
            tellLeftEmpty();
        }
    }

    /** By name, or where that would be long by number alone: the summary has the names. */
    private void tellLeftEmpty() {
        List<String> numbers = leftEmpty.stream()
                .flatMap(blank -> writer.plan().number(blank).stream())
                .map(String::valueOf)
                .toList();
        String named = leftEmpty.stream().map(writer.facts()::named).collect(Collectors.joining(" · "));
        writer.whisper(
                "Left blank: {}. `edit " + numbers.get(0) + "` fills it in.",
                leftEmpty.size() > NAMED_MAX ? JoinedWords.of(numbers) : named);
    }

    /** A whole step filled in as a form has the rows that it has: asking for another after each would be tedious. */
    private void noMoreRows() {
        List<Table> filled = scope.step().tables().filter(this::isFilled).toList();
        filled.forEach(table -> unsettled()
                .filter(blank -> blank.question().equals(table.another()))
                .findFirst()
                .ifPresent(blank -> writer.settle(Kind.ANSWERED, blank, "no", "")));
        if (!filled.isEmpty()) {
            writer.whisper("More of them? Say `add "
                    + (filled.size() > 1 ? "contact" : filled.get(0).name()) + "`.");
        }
    }

    /** Whether a table was filled in, and another row of it would be asked for. */
    private boolean isFilled(Table table) {
        return saved.stream()
                        .anyMatch(blank -> blank.table().filter(table::equals).isPresent())
                && unsettled().anyMatch(blank -> blank.question().equals(table.another()));
    }

    private Stream<Blank> unsettled() {
        return writer.plan().blanks().filter(blank -> !writer.plan().isSettled(blank));
    }

    /** Whether all stands as it stood. */
    public boolean changedNothing() {
        return saved.isEmpty() && overtaken.isEmpty();
    }
}
