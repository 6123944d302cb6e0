package steward.conversation.outcomes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.accounts.AccountCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.OpportunityOutcomes;
import steward.conversation.turn.RowFinder;
import steward.conversation.turn.Turns;
import steward.dashboard.Abouts;
import steward.dashboard.OpportunityLines;
import steward.dashboard.OutcomeLines;
import steward.dashboard.PlanFacts;
import steward.message.Control;
import steward.message.Control.Button;
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

/**
 * {@code /plan won Acme resin 66k}, {@code lost}, {@code reopen}, {@code still}, {@code chance}, {@code outcome}: what became of an
 * opportunity.
 */
public final class OutcomeCommand {

    private static final Pattern NUMBERED = Pattern.compile("#([0-9]{1,4})(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Pattern BY_A_DAY = Pattern.compile(
            "(.*\\d ?(?:%|percent|pct)?)[,;]? (?:and )?(?:by|until|till|closes) (\\S.*)", Pattern.CASE_INSENSITIVE);

    /** No reason, and no amount. */
    private static final Pattern DENIED = Pattern.compile(
            "(?:it['’]s |it is |is )?(?:not(?: yet| really| lost| won)?|never|nope|still open|open still|(?:it )?isn['’]t)[.!?]*",
            Pattern.CASE_INSENSITIVE);

    private static final int LABEL_CHARACTERS_MAX = 60;

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public OutcomeCommand(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** {@code about} is the plan under which it was tapped, if it was. */
    public TurnResult take(Optional<Plan> about, String verb, String rest) {
        return new AccountCommand(session, context.today())
                .take(
                        about,
                        "/plan " + verb,
                        rest,
                        (plan, words) -> understands(plan, verb, words),
                        (plan, words) -> on(plan, verb, words, about.isPresent()));
    }

    /** Whether words name an opportunity of the plan, or are all that the verb takes; a reason could be anything. */
    private boolean understands(Plan plan, String verb, String words) {
        if (plan.rows(Worksheet.OPPORTUNITIES).isEmpty()) {
            return false;
        }
        Meant meant = meant(plan, verb, words);
        return meant.named() || (meant.rest().equals(words) && !verb.equals("lost"));
    }

    private TurnResult on(Plan plan, String verb, String words, boolean tapped) {
        if (plan.rows(Worksheet.OPPORTUNITIES).isEmpty()) {
            return TurnResult.aside(
                    Message.say("*{}* has no opportunities yet. `add opportunity` begins one.", plan.account()));
        }
        Meant meant = meant(plan, verb, words).among(plan, verb);
        if (verb.equals("outcome")) {
            Optional<Integer> row = meant.rows().stream().findFirst().filter(found -> !words.isEmpty());
            return TurnResult.form(new OutcomeForm(context, turns).draw(plan, row));
        }
        if (!meant.isClear(words, verb)) {
            return which(plan, verb, meant);
        }
        int row = meant.rows().get(0);
        OpportunityReview review = new OpportunityReview(session, context, turns, plan, row);
        if (review.isOver() && !verb.equals("reopen") && (tapped || verb.equals("chance") || verb.equals("still"))) {
            return review.holds();
        }
        return switch (meant.rest().isEmpty() ? "" : verb) {
            case "chance" -> chance(plan, row, meant.rest(), tapped);
            case "still" -> review.stillOpen(meant.rest());
            default -> become(plan, verb, row, meant.rest());
        };
    }

    /** How likely it is, and by when if that is told as well. */
    private TurnResult chance(Plan plan, int row, String said, boolean tapped) {
        OpportunityReview review = new OpportunityReview(session, context, turns, plan, row);
        Matcher by = BY_A_DAY.matcher(said);
        boolean isBoth = by.matches()
                && reads(Worksheet.PROBABILITY, plan, row, by.group(1))
                && reads(Worksheet.TIMELINE, plan, row, by.group(2));
        if (!isBoth) {
            return review.chance(said, tapped);
        }
        TurnResult likely = review.chance(by.group(1), tapped);
        Plan now = session.plan(plan.id()).orElseThrow();
        return likely.and(new OpportunityReview(session, context, turns, now, row).stillOpen(by.group(2)));
    }

    private boolean reads(Question<?> question, Plan plan, int row, String said) {
        return question.readKept(said, situation(plan, new Blank(question, row)))
                .isClear();
    }

    // ── Which opportunity ────────────────────────────────────────────────────────────────────────────────

    /**
     * The opportunities that may be meant, and what was said of them.
     *
     * @param named whether words named them, or all of the plan are meant
     */
    private record Meant(List<Integer> rows, String rest, boolean named) {

        /** Whether nothing need be asked: a reason may be a name mistyped, an amount or a date may not. */
        boolean isClear(String words, String verb) {
            return rows.size() == 1 && (named || words.isEmpty() || (rest.equals(words) && !verb.equals("lost")));
        }

        /** Those for which the verb makes a difference, if there are several. */
        Meant among(Plan plan, String verb) {
            List<Integer> changing = rows.stream()
                    .filter(row -> plan.outcome(row).isOpen() != verb.equals("reopen"))
                    .toList();
            return named && (rows.size() == 1 || changing.isEmpty()) ? this : new Meant(changing, rest, named);
        }
    }

    /** As many of the first words as name an opportunity; the others are the amount, the reason or the date. */
    private Meant meant(Plan plan, String verb, String words) {
        Matcher numbered = NUMBERED.matcher(words);
        if (numbered.matches()) {
            Optional<Blank> head = plan.numbered(Integer.parseInt(numbered.group(1)));
            String rest = Optional.ofNullable(numbered.group(2)).orElse("");
            List<Integer> found = standing(plan, head.stream());
            return found.isEmpty()
                    ? new Meant(plan.rows(Worksheet.OPPORTUNITIES), rest, false)
                    : new Meant(found, rest, true);
        }
        RowFinder names = new RowFinder(plan, new PlanFacts(plan, context.reader()));
        List<String> all = List.of(words.split("\\s+", 0));
        for (int count = all.size(); count > 0; count--) {
            String name = String.join(" ", all.subList(0, count));
            List<Integer> found = standing(plan, names.find(name).stream());
            if (!found.isEmpty()) {
                return new Meant(found, String.join(" ", all.subList(count, all.size())), true);
            }
        }
        return new Meant(plan.rows(Worksheet.OPPORTUNITIES), understood(plan, verb, all), false);
    }

    /** As many of the last words as can be read for what the verb takes. */
    private String understood(Plan plan, String verb, List<String> words) {
        Blank blank = new Blank(asked(verb), plan.rows(Worksheet.OPPORTUNITIES).get(0));
        for (int from = 0; from < words.size(); from++) {
            String said = String.join(" ", words.subList(from, words.size()));
            Reading<String> reading = blank.question().readKept(said, situation(plan, blank));
            if (!reading.choices().isEmpty() || reading.isClear()) {
                return said;
            }
        }
        return "";
    }

    private static Question<?> asked(String verb) {
        return switch (verb) {
            case "won" -> Worksheet.WON;
            case "lost" -> Worksheet.LOST;
            case "chance" -> Worksheet.PROBABILITY;
            default -> Worksheet.TIMELINE;
        };
    }

    private Situation situation(Plan plan, Blank blank) {
        return plan.situation(blank, context.today(), context.notation());
    }

    private static List<Integer> standing(Plan plan, Stream<Blank> heads) {
        return heads.filter(head -> head.question().equals(Worksheet.OPPORTUNITY))
                .map(Blank::row)
                .filter(plan.rows(Worksheet.OPPORTUNITIES)::contains)
                .toList();
    }

    private TurnResult which(Plan plan, String verb, Meant meant) {
        if (meant.rows().isEmpty()) {
            return TurnResult.aside(Message.say(
                    verb.equals("reopen")
                            ? "Everything at *{}* is open already. `/plan won` and `/plan lost` tell how it ended."
                            : "Nothing is open at *{}* any more. `/plan reopen` takes one back.",
                    plan.account()));
        }
        OutcomeLines lines = new OutcomeLines(plan, context.reader());
        List<Control> buttons = meant.rows().stream()
                .map(row -> (Control) new Button(
                        Shortened.to(LABEL_CHARACTERS_MAX, lines.name(row)),
                        AccountCommand.saying(
                                "/plan " + verb + " #"
                                        + plan.number(new Blank(Worksheet.OPPORTUNITY, row))
                                                .orElseThrow(),
                                meant.rest())))
                .toList();
        return TurnResult.aside(Message.of(
                        new Part.Paragraph(Words.of("Which one at *{}*?", plan.account())),
                        new Part.Choices(Abouts.of(plan), buttons))
                .askingWhich());
    }

    // ── What became of it ────────────────────────────────────────────────────────────────────────────────

    /** What was said with the command is read like an answer; where nothing was, or it can't be read, it is asked. */
    private TurnResult become(Plan plan, String verb, int row, String said) {
        Question<?> question = asked(verb);
        Blank blank = new Blank(question, row);
        if (said.isEmpty()) {
            return live(plan, outcomes -> nothingSaid(outcomes, verb, question, row));
        }
        if (DENIED.matcher(said).matches()) {
            return denied(plan, row);
        }
        Reading<String> reading = question.readKept(said, situation(plan, blank));
        return reading.either(
                kept -> live(plan, outcomes -> outcomes.became(question, row, kept)),
                hint -> live(plan, outcomes -> outcomes.askAgain(question, row, said, reading)));
    }

    /** "Lost? Not yet": nothing has changed. */
    private TurnResult denied(Plan plan, int row) {
        Button stillOpen = new Button("Still open", "/plan still " + OpportunityLines.number(plan, row));
        return TurnResult.aside(Message.of(new Part.Entry(
                Words.of("Then nothing has changed at *{}*.", new OutcomeLines(plan, context.reader()).name(row)),
                Abouts.of(plan),
                stillOpen)));
    }

    private static void nothingSaid(OpportunityOutcomes outcomes, String verb, Question<?> question, int row) {
        if (verb.equals("reopen") || verb.equals("still")) {
            outcomes.stillOpen(row, Optional.empty());
        } else {
            outcomes.ask(question, row);
        }
    }

    private TurnResult live(Plan plan, Consumer<OpportunityOutcomes> step) {
        boolean talkedAbout = session.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.live(talkedAbout, step));
    }
}
