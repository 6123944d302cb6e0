package steward.conversation.turn.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import steward.conversation.session.TurnContext;
import steward.dashboard.Abouts;
import steward.dashboard.PlanFacts;
import steward.dashboard.plans.Progress;
import steward.message.About;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Calendar;
import steward.message.Control.Menu;
import steward.message.Control.Pick;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Style;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Suggestion;
import steward.worksheet.Coaching;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Choice;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Table;

/** A question as it is put to the rep: where they are, the question, why it matters, an example, and what can be tapped. */
public final class QuestionMessage {

    /** More quick answers than this are a menu, so that they fit a phone. */
    private static final int BUTTONS_MAX = 5;

    /** What a button shows before it is cut off on a phone. */
    private static final int LABEL_CHARACTERS_MAX = 40;

    private static final int ROW_NAME_CHARACTERS_MAX = 40;

    /** What a menu's line can say in Slack. A choice that says more is one to type. */
    private static final int SAYS_CHARACTERS_MAX = 150;

    private static final int REWRITE_CHARACTERS_MAX = 500;

    private static final int OLD_VALUE_CHARACTERS_MAX = 300;

    private final Plan plan;
    private final Blank blank;
    private final Question<?> question;
    private final Situation situation;
    private final Optional<Choice> earlier;
    private final PlanFacts facts;
    private final Optional<Suggestion> suggestion;

    /** @param earlier what the rep has answered there before, in another plan */
    public QuestionMessage(Plan plan, Blank blank, TurnContext context, Optional<Choice> earlier) {
        this.plan = plan;
        this.blank = blank;
        this.question = blank.question();
        this.situation = plan.situation(blank, context.today(), context.notation());
        this.earlier = earlier;
        this.facts = new PlanFacts(plan, context.reader());
        this.suggestion =
                plan.suggestion(blank, context.today()).filter(last -> !last.isLeftOpen() && !blank.isAnother());
    }

    /** The question in full. */
    public List<Part> whole() {
        if (!plan.hint(blank).isEmpty()) {
            return coaching(Coaching.Hint.restored(plan.hint(blank)));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Quiet(where().then(progress())));
        parts.add(new Part.Paragraph(prompt().then(why())));
        suggestion.map(this::lastYear).ifPresent(parts::add);
        Optional<Part> oldValue = oldValue();
        oldValue.ifPresent(parts::add);
        if (oldValue.isEmpty()
                && suggestion.isEmpty()
                && choices().isEmpty()
                && !question.example(situation).isEmpty()) {
            parts.add(new Part.Quiet(example("For example: `{}`")));
        }
        parts.addAll(taps());
        return parts;
    }

    /** The question put once more, after a reply that could not be read: no need to say it all again. */
    public List<Part> again() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Quiet(where()));
        parts.add(new Part.Paragraph(prompt()));
        suggestion.map(this::lastYear).ifPresent(parts::add);
        parts.addAll(taps());
        return parts;
    }

    private Words prompt() {
        return Words.literal(question.prompt(situation), Style.BOLD);
    }

    private Words why() {
        return Words.of(question.why(situation).isEmpty() ? "" : "\n" + question.why(situation));
    }

    /** "Acme Glass · step 3 of 4 · opportunity 2: resin for line 2". */
    private Words where() {
        Words account = Words.of("*{}*", Shortened.to(ROW_NAME_CHARACTERS_MAX, plan.account()));
        String step = blank.step()
                .map(found ->
                        "  ·  step " + found.number() + " of 4" + (blank.row() == 0 ? ", " + lower(found.title()) : ""))
                .orElse(blank.row() == 0 ? "  ·  " + plan.year() : "");
        return account.then(Words.of(step)).then(row());
    }

    /** Where a step begins, how far the rep is. */
    private Words progress() {
        Progress progress = new Progress(plan);
        return Words.of(progress.sentence()
                .filter(sentence -> progress.isStartOfStep(blank))
                .map(sentence -> "\n" + sentence)
                .orElse(""));
    }

    private Words example(String template) {
        return Words.of(template, question.example(situation)).then(Words.of(moreLines()));
    }

    /** The first question of a table says that further lines fill the row, and in what order. */
    private String moreLines() {
        Optional<Table> table =
                blank.table().filter(found -> blank.headsRow() && !isChanged() && rowNumber(found) == 1);
        return table.map(found -> found.columns().stream()
                        .filter(column -> column != question && column.isAsked(plan))
                        .map(column -> lower(facts.label(new Blank(column, blank.row()))))
                        .collect(Collectors.joining(", ", "  ·  more lines fill in: ", "")))
                .orElse("");
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private Words row() {
        if (blank.row() == 0) {
            return Words.of("");
        }
        Table table = blank.table().orElseThrow();
        Words number = Words.of("  ·  " + table.name() + " " + rowNumber(table));
        Blank first = new Blank(table.first(), blank.row());
        return first.equals(blank)
                ? number
                : number.then(plan.shown(first, situation.today(), situation.notation())
                        .map(name -> Words.of(": {}", Shortened.to(ROW_NAME_CHARACTERS_MAX, headline(table, name))))
                        .orElse(Words.of("")));
    }

    /** A person's name is enough: the position would fill a phone's line. */
    private static String headline(Table table, String head) {
        return Worksheet.ROLES.contains(table) ? head.split(", ", 2)[0] : head;
    }

    /** Which of the rows that stand this is, counted as a rep would, folded ones left out. */
    private long rowNumber(Table table) {
        return 1 + plan.rows(table).stream().filter(row -> row < blank.row()).count();
    }

    private Optional<Part> oldValue() {
        return isChanged()
                ? plan.shown(blank, situation.today(), situation.notation())
                        .map(old -> new Part.Paragraph(
                                Words.of("Now it says: {}", Shortened.to(OLD_VALUE_CHARACTERS_MAX, old))))
                : Optional.empty();
    }

    /** "2026: Toledo, Ohio". */
    private Part lastYear(Suggestion last) {
        return new Part.Paragraph(Words.of(
                (plan.year() - 1) + ": {}",
                Shortened.to(OLD_VALUE_CHARACTERS_MAX, question.shown(last.kept(), situation))));
    }

    /** Whether it is an answer that was given before and is open to be changed. */
    private boolean isChanged() {
        return plan.isReopened(blank) && plan.number(blank).isPresent();
    }

    private List<Part> taps() {
        List<Part> parts = new ArrayList<>();
        if (suggestion.isPresent()) {
            parts.add(new Part.Choices(about(), keeping()));
        }
        List<Control> choices = choices();
        if (!choices.isEmpty()) {
            parts.add(new Part.Choices(about(), choices));
            if (!question.example(situation).isEmpty()) {
                parts.add(new Part.Quiet(example("or type it, like `{}`")));
            }
        }
        if (!commands().isEmpty()) {
            parts.add(new Part.Commands(about(), commands()));
        }
        return parts;
    }

    private List<Control> choices() {
        List<Control> controls = new ArrayList<>();
        if (question.answer().isYesNo()) {
            controls.add(new Button("Yes", "yes"));
            controls.add(new Button("No", "no"));
            return controls;
        }
        List<Choice> quick = new ArrayList<>(question.choices(situation));
        earlier.filter(choice -> suggestion.isEmpty()).ifPresent(choice -> quick.add(0, choice));
        Set<String> shown = new HashSet<>();
        quick.removeIf(choice -> !shown.add(choice.label()));
        if (suggestion.isPresent()) {
            // One offer to keep something is enough: last year's own.
            quick.removeIf(choice -> choice.says().equals("answer: keep"));
        }
        quick.removeIf(choice -> choice.says().length() > SAYS_CHARACTERS_MAX);
        if (quick.size() > BUTTONS_MAX) {
            controls.add(new Menu(
                    "Pick one…",
                    quick.stream()
                            .map(choice -> new Pick(choice.label(), choice.says()))
                            .toList()));
        } else {
            quick.forEach(choice ->
                    controls.add(new Button(Shortened.to(LABEL_CHARACTERS_MAX, choice.label()), choice.says())));
        }
        if (question.answer().isDate()) {
            controls.add(new Calendar("Pick a date", plan.kept(blank).map(LocalDate::parse)));
        }
        return controls;
    }

    private List<Control> commands() {
        List<Control> commands = new ArrayList<>();
        if (blank.isApart()) {
            return question.answer().isYesNo() ? List.of() : List.of(apart());
        }
        if (isChanged()) {
            commands.add(noChange());
        }
        commands.add(new Button("Back", "back"));
        if (!question.answer().isYesNo()) {
            commands.add(new Button("Skip", "skip"));
            commands.add(new Button("Why ask?", "why?"));
        }
        if (opensAForm() && suggestion.isEmpty()) {
            commands.add(new Button("Fill as a form", "form"));
        }
        commands.add(new Button("Pause", "pause"));
        return commands;
    }

    /** Leaves the answer as it is; where "keep it" is an answer itself, it is called otherwise. */
    private Button noChange() {
        if (question.equals(Worksheet.INCREASE)) {
            return new Button("No change", "no change", Control.Weight.PRIMARY);
        }
        String label = plan.kept(blank).isPresent() ? "Keep it" : "Leave it";
        return new Button(label, "keep it", Control.Weight.PRIMARY);
    }

    private List<Control> keeping() {
        int step = blank.step().orElseThrow().number();
        Button keep = new Button("Keep", "keep last year's answer", Control.Weight.PRIMARY);
        Button form = new Button("Edit as a form", "form " + step);
        // Each year has a goal of its own: it is not kept along with the rest.
        return question.equals(Worksheet.REVENUE_GOAL)
                ? List.of(keep, form)
                : List.of(keep, new Button("Keep all of this step", "keep all"), form);
    }

    /** The way out of a question that stands on no step: without an answer, or with nothing changed. */
    private Control apart() {
        return question.isOptional() ? new Button("Skip", "skip") : new Button("Leave it as it was", "cancel");
    }

    /** The first question of a step or a row offers them all at once. */
    private boolean opensAForm() {
        return blank.headsRow()
                || blank.step()
                        .flatMap(step -> step.questions().findFirst())
                        .filter(question::equals)
                        .isPresent();
    }

    private List<Part> coaching(Coaching.Hint hint) {
        List<Control> controls = new ArrayList<>();
        controls.add(new Button("Keep it", "keep it"));
        if (hint.rewrite().length() <= REWRITE_CHARACTERS_MAX) {
            controls.add(new Button("Use this", "answer: " + hint.rewrite()));
        }
        return List.of(
                new Part.Quiet(where()),
                new Part.Paragraph(Words.of("Saved. *{}* {}", hint.question(), hint.reason())),
                new Part.Quote(Words.literal(Shortened.to(REWRITE_CHARACTERS_MAX, hint.rewrite()))),
                new Part.Quiet(Words.of("Type a sharper one, or keep yours.")),
                new Part.Choices(about(), controls));
    }

    private About about() {
        return Abouts.of(plan, blank);
    }
}
