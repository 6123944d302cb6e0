package steward.worksheet.questions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import steward.worksheet.Worksheet;

/**
 * One question on the worksheet: how it is put, why it matters, and how its answer is read.
 *
 * <p>A question is set up where {@link Worksheet} defines it and never changes after. Its key is its name in the database and must
 * never change; its words may.
 */
public final class Question<T> implements Item {

    private final String key;
    private final String label;
    private final Function<Situation, String> prompt;
    private final Answer<T> answer;
    private IntFunction<String> labelOfYear;
    private Function<Situation, String> why = situation -> "";
    private Function<Situation, String> help = situation -> "";
    private Function<Situation, String> example = situation -> "";
    private boolean optional;
    private boolean coached;
    private boolean numbered = true;
    private boolean remembered;
    private Set<String> ownWords = Set.of();
    private Predicate<Answers> condition = answers -> true;
    private Check<T> check = (value, situation) -> Optional.empty();
    private Function<Situation, List<Choice>> choices = situation -> List.of();

    private Question(String key, String label, Function<Situation, String> prompt, Answer<T> answer) {
        this.key = key;
        this.label = label;
        this.labelOfYear = planYear -> label;
        this.prompt = prompt;
        this.answer = answer;
    }

    public static <T> Question<T> ask(String key, String label, String prompt, Answer<T> answer) {
        return ask(key, label, situation -> prompt, answer);
    }

    /** A question whose words depend on what has been answered. */
    public static <T> Question<T> ask(String key, String label, Function<Situation, String> prompt, Answer<T> answer) {
        return new Question<>(key, label, prompt, answer);
    }

    /** Its short name where the plan's year has to be named, from that year. */
    public Question<T> labelOfYear(IntFunction<String> named) {
        this.labelOfYear = named;
        return this;
    }

    /** The one line under the question that says why it matters. */
    public Question<T> why(String line) {
        return why(situation -> line);
    }

    public Question<T> why(Function<Situation, String> line) {
        this.why = line;
        return this;
    }

    /** What the rep reads who asks why. */
    public Question<T> help(String text) {
        return help(situation -> text);
    }

    public Question<T> help(Function<Situation, String> text) {
        this.help = text;
        return this;
    }

    /** An answer that a good rep might give. */
    public Question<T> example(String text) {
        return example(situation -> text);
    }

    /** An example in the workspace's own currency, say. */
    public Question<T> example(Function<Situation, String> text) {
        this.example = text;
        return this;
    }

    /** Skipping it leaves no gap. */
    public Question<T> optional() {
        this.optional = true;
        return this;
    }

    /** Its answer is looked at for being specific. */
    public Question<T> coached() {
        this.coached = true;
        return this;
    }

    /** The last answer to it, in whatever plan, is a quick choice. */
    public Question<T> remembered() {
        this.remembered = true;
        return this;
    }

    /** Words that answer this question though they are commands at any other. */
    public Question<T> ownWords(String... words) {
        this.ownWords = Set.of(words);
        return this;
    }

    /** It is asked only where this holds. */
    public Question<T> onlyIf(Predicate<Answers> asked) {
        this.condition = asked;
        return this;
    }

    /** Its answer is not one that stands on the worksheet, so it gets no number. */
    public Question<T> unnumbered() {
        this.numbered = false;
        return this;
    }

    public Question<T> check(Check<T> rule) {
        this.check = rule;
        return this;
    }

    public Question<T> choices(Function<Situation, List<Choice>> quick) {
        this.choices = quick;
        return this;
    }

    public String key() {
        return key;
    }

    /** Its short name, in summaries: "Revenue goal". */
    public String label() {
        return label;
    }

    /** The same in a plan: it names the year where that is not the running one, as the question does. */
    public String label(Situation situation) {
        return situation.namedYear().map(this::labelOfYear).orElse(label);
    }

    /** The same in a plan for a year, with the year wherever that could be asked. */
    public String labelOfYear(int planYear) {
        return labelOfYear.apply(planYear);
    }

    public String prompt(Situation situation) {
        return prompt.apply(situation);
    }

    /** The same where no plan is talked about. */
    public String why() {
        return why.apply(Situation.OF_NOTHING);
    }

    public String why(Situation situation) {
        return why.apply(situation);
    }

    public String help(Situation situation) {
        return help.apply(situation);
    }

    public String example(Situation situation) {
        return example.apply(situation);
    }

    public boolean isOptional() {
        return optional;
    }

    public boolean isCoached() {
        return coached;
    }

    public boolean isRemembered() {
        return remembered;
    }

    /** Whether these words answer this question though they are a command at any other. */
    public boolean isOwnWord(String words) {
        return ownWords.contains(words);
    }

    public boolean isAsked(Answers answers) {
        return condition.test(answers);
    }

    public boolean isNumbered() {
        return numbered;
    }

    public Answer<T> answer() {
        return answer;
    }

    public List<Choice> choices(Situation situation) {
        return choices.apply(situation);
    }

    /** Reads a reply to this question: clear only if it is readable and keeps the question's rule. */
    public Reading<T> read(String said, Situation situation) {
        return answer.read(said, situation)
                .then(value -> check.complaint(value, situation)
                        .map(Reading::<T>unclear)
                        .orElseGet(() -> Reading.clear(value)));
    }

    /** Reads a reply straight into what the database keeps. */
    public Reading<String> readKept(String said, Situation situation) {
        return read(said, situation).then(value -> Reading.clear(answer.kept(value)));
    }

    /** What the database keeps, as Steward says it. */
    public String shown(String kept, Situation situation) {
        return answer.shown(answer.restored(kept), situation);
    }

    @Override
    public <R> R either(Function<Question<?>, R> ifQuestion, Function<Table, R> ifTable) {
        return ifQuestion.apply(this);
    }

    @Override
    public String toString() {
        return key;
    }
}
