package steward.conversation.turn.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.session.TurnContext;
import steward.dashboard.Abouts;
import steward.message.Control.Pick;
import steward.message.Form;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Table;

/** Builds the form of a step or a row, with what stands in its blanks. */
public final class FormBuilder {

    /** What a phone shows of one line. */
    private static final int CHARACTERS_IN_SIGHT_MAX = 45;

    private static final int LINE_CHARACTERS_MAX = 200;

    private static final int WORDS_CHARACTERS_MAX = 2_000;

    private static final int NAME_CHARACTERS_MAX = 40;

    private static final int PICKS_MAX = 100;

    private final Plan plan;
    private final TurnContext context;

    public FormBuilder(Plan plan, TurnContext context) {
        this.plan = plan;
        this.context = context;
    }

    public Form draw(FormScope scope) {
        List<Field> fields = new ArrayList<>();
        List<Blank> blanks = scope.blanks(plan);
        for (Blank blank : blanks) {
            fields.add(field(blank, blank.headsRow() && scope.table().isEmpty() ? heading(blank, blanks) : ""));
        }
        Message note = Message.of(new Part.Quiet(
                Words.of("{} · what you leave empty stays open.", Shortened.to(NAME_CHARACTERS_MAX, plan.account()))));
        return new Form(
                scope.token(),
                scope.table().map(Table::title).orElse(scope.step().title()),
                note,
                fields);
    }

    private Field field(Blank blank, String heading) {
        Question<?> question = blank.question();
        Situation situation = situation(blank);
        return new Field(
                Abouts.of(plan, blank),
                question.prompt(situation),
                help(question, situation),
                input(blank, situation),
                heading);
    }

    /** The field's own text says it all; the example is worth more than a second sentence. */
    private static String help(Question<?> question, Situation situation) {
        return Words.of(question.why(situation)).text()
                + (question.answer().isDate() ? "" : " For example: " + question.example(situation));
    }

    private static String heading(Blank blank, List<Blank> shown) {
        List<Integer> rows = shown.stream()
                .filter(other -> other.question().equals(blank.question()))
                .map(Blank::row)
                .toList();
        String name = blank.table().orElseThrow().title();
        return rows.size() > 1 ? name + " " + (rows.indexOf(blank.row()) + 1) : name;
    }

    private Input input(Blank blank, Situation situation) {
        Question<?> question = blank.question();
        String initial = initial(blank);
        if (question.answer().isDate()) {
            return new Input.Day(initial.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(initial)));
        }
        if (question.equals(Worksheet.ACTION_CONTACT)) {
            List<Pick> picks = question.choices(situation).stream()
                    .limit(PICKS_MAX)
                    .map(choice -> new Pick(choice.label(), choice.says()))
                    .toList();
            return new Input.Choice(picks, initial);
        }
        // A tall box for every sentence would make a phone scroll for nothing; one that is long would be cut off.
        boolean manyLines =
                question.answer().isList() || initial.contains("\n") || initial.length() > CHARACTERS_IN_SIGHT_MAX;
        return new Input.Text(
                initial, manyLines, question.answer().isLong() ? WORDS_CHARACTERS_MAX : LINE_CHARACTERS_MAX);
    }

    /** What the field holds at first: what stands there, or stood there last year, in words that would be read as the same; empty if nothing does. */
    String initial(Blank blank) {
        return plan.kept(blank)
                .map(kept -> typed(blank, kept, plan.said(blank)))
                .or(() -> plan.suggestion(blank, context.today())
                        .filter(last -> !last.isLeftOpen())
                        .map(last -> typed(blank, last.kept(), last.said())))
                .orElse("");
    }

    private String typed(Blank blank, String kept, String said) {
        Question<?> question = blank.question();
        if (question.answer().isDate() || question.equals(Worksheet.ACTION_CONTACT)) {
            return kept;
        }
        String shown = question.shown(kept, situation(blank));
        Reading<String> again = question.readKept(shown, situation(blank));
        return again.either(kept::equals, hint -> false) ? shown : said;
    }

    private Situation situation(Blank blank) {
        return plan.situation(blank, context.today(), context.notation());
    }
}
