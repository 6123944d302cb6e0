package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import steward.conversation.accounts.AccountCommand;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.actions.CompletedAction;
import steward.conversation.outcomes.OutcomeCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.understanding.Understanding;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.OpportunityLines;
import steward.dashboard.Quoted;
import steward.dashboard.nudges.Topic;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Percent;

/**
 * Handles replies in the thread of a nudge that say what became of what it is about: "won 66k", "2 lost, they chose a rival", "moved to
 * Friday". Each is taken as the command that the button for it says.
 */
final class TopicAnswers {

    private static final Pattern TIES = Pattern.compile(
            "^[\\s,:;.!–-]*(?:(?:it|them|this|that|one|me|over|of|and|but|will|should|is|now|expected|closes?|closing|to)\\b[\\s,:;.!–-]*)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIES_OF_AN_AMOUNT =
            Pattern.compile("^(?:with|at|for)\\b\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern TIES_OF_A_REASON = Pattern.compile(
            "^[\\s,:;.!–-]*(?:(?:it|this|that)\\b[\\s,:;.!–-]*)?(?:(?:because(?: of)?|due to)\\b\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final Supplier<List<Topic>> topics;
    private final String examples;

    /**
     * @param topics what the nudge is about, as it is whenever they are asked for
     * @param examples what can be said of it
     */
    TopicAnswers(RepSession session, TurnContext context, Turns turns, Supplier<List<Topic>> topics, String examples) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.topics = topics;
        this.examples = examples;
    }

    /** What the nudge asks about first, if it still asks. */
    Optional<Topic> asked() {
        return topics.get().stream().filter(Topic::isAsked).findFirst();
    }

    /** What came of a line, which may be about all of it; one that can't be read gets a word of help. */
    List<TurnResult> heard(String line) {
        List<Topic> all = topics.get();
        if (Understanding.isTalk(line)) {
            return List.of(TurnResult.aside(Message.say("Any time.")));
        }
        if (Understanding.isHelp(line)) {
            return List.of(TurnResult.aside(examples(Words.of("Here you can say"), all)));
        }
        if (all.isEmpty()) {
            return List.of(TurnResult.aside(Message.say(
                    "None of that is in your plans any more. `/plan` lists them, `/actions` what is to be done.")));
        }
        Words unread = Words.of("I couldn't use “{}”. Say it like", Quoted.from(line));
        return NudgeReply.read(line, all)
                .filter(read -> !read.isDenied())
                .or(() -> justADay(line, all))
                .map(read -> heard(read, all))
                .orElseGet(() -> List.of(TurnResult.aside(examples(unread, all))));
    }

    private List<TurnResult> heard(NudgeReply words, List<Topic> all) {
        TopicResolver meant = TopicResolver.of(words, all);
        if (meant.topics().isEmpty()) {
            List<Topic> fitting = all.stream().filter(words.verdict()::fits).toList();
            Words asked = Words.of(
                    "I find no “{}” above. Which one do you mean?",
                    Quoted.from(meant.name().replaceAll("[\\s,:;–-]+$", "")));
            return List.of(TurnResult.aside(whichOne(asked, fitting, all, words, meant.rest())));
        }
        if (meant.topics().size() > 1 && !meant.isAll()) {
            Words asked = Words.of("Which one do you mean?");
            return List.of(TurnResult.aside(whichOne(asked, meant.topics(), all, words, meant.rest())));
        }
        // Said of several, a time would be anybody's guess for each.
        String rest = words.verdict() == Verdict.DONE && meant.topics().size() > 1 ? "" : meant.rest();
        return meant.topics().stream().map(topic -> become(topic, words, rest)).toList();
    }

    /** A day alone says of an opportunity by when it is to be won, as the calendar in the nudge does. */
    private Optional<NudgeReply> justADay(String line, List<Topic> all) {
        return all.stream().noneMatch(Topic::isAction) && isDay(line, all.get(0))
                ? Optional.of(new NudgeReply(Verdict.STILL_OPEN, "", "", line))
                : Optional.empty();
    }

    private boolean isDay(String line, Topic topic) {
        Blank timeline = new Blank(Worksheet.TIMELINE, topic.row());
        Situation situation = topic.plan().situation(timeline, context.today(), context.notation());
        return Worksheet.TIMELINE.readKept(line, situation).either(kept -> true, hint -> false);
    }

    // ── What became of it ────────────────────────────────────────────────────────────────────────────────

    /** Read anew, since the line before may have changed the plan. */
    private TurnResult become(Topic topic, NudgeReply words, String rest) {
        Plan plan = session.plan(topic.plan().id()).orElseThrow();
        String typed = says(topic, words, rest);
        if (!topic.isAction()) {
            String[] verb = typed.split(" ", 2);
            return new OutcomeCommand(session, context, turns).take(Optional.of(plan), verb[0], verb[1]);
        }
        TurnResult result = new ActionsCommand(session, context, turns).take(Optional.of(plan), typed);
        return words.verdict() == Verdict.CARRY && result.aside().isEmpty()
                ? result.with(Message.say("Carried over: *{}*.", topic.name()))
                : result;
    }

    /** "won #14 66k", "dropped 3 no budget". */
    private String says(Topic topic, NudgeReply words, String rest) {
        String value = value(topic, words, rest);
        String which =
                topic.isAction() ? String.valueOf(topic.row()) : OpportunityLines.number(topic.plan(), topic.row());
        return AccountCommand.saying(verb(topic, words.verdict(), value) + " " + which, value);
    }

    private static String verb(Topic topic, Verdict verdict, String value) {
        if (verdict == Verdict.DROP && !value.isEmpty()) {
            return "dropped";
        }
        return verdict == Verdict.MOVE && !topic.isAction() ? Verdict.STILL_OPEN.command() : verdict.command();
    }

    private String value(Topic topic, NudgeReply words, String rest) {
        String untied = TIES.matcher(rest).replaceFirst("").strip();
        return switch (words.verdict()) {
            case WON -> TIES_OF_AN_AMOUNT.matcher(untied).replaceFirst("");
            case LOST, DROP -> TIES_OF_A_REASON.matcher(rest).replaceFirst("").strip();
            case CHANCE -> chance(topic, words.said());
            case STILL_OPEN, MOVE, LATER -> untied;
            case DONE -> CompletedAction.time(rest, context);
            case CARRY -> "";
        };
    }

    private static String chance(Topic topic, String said) {
        String percent = said.replaceAll("[^\\d.,%]", "");
        return percent.isEmpty()
                ? topic.plan()
                        .get(Worksheet.PROBABILITY, topic.row())
                        .map(Percent::toString)
                        .map(same -> same + "%")
                        .orElse("?")
                : percent;
    }

    // ── What can't be read ───────────────────────────────────────────────────────────────────────────────

    private Message whichOne(Words asked, List<Topic> among, List<Topic> all, NudgeReply words, String rest) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(asked));
        among.forEach(topic -> parts.add(new Part.Entry(
                Words.of(
                        "{}  *{}*\n{}",
                        all.indexOf(topic) + 1,
                        topic.name(),
                        ActionLines.account(topic.plan(), context.reader())),
                Abouts.of(topic.plan()),
                new Button("This one", (topic.isAction() ? "/actions " : "/plan ") + says(topic, words, rest)))));
        int last = all.indexOf(among.get(among.size() - 1)) + 1;
        String example = words.verdict() == Verdict.STILL_OPEN ? "still open" : words.said();
        parts.add(new Part.Quiet(Words.of("or say its number first: `" + last + " " + example + "`")));
        return new Message(parts);
    }

    private Message examples(Words opening, List<Topic> all) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(opening.then(Words.of(" " + examples + "."))));
        if (all.size() > 1) {
            parts.add(new Part.Quiet(Words.of("A number, or a word of its name, says which one.")));
        }
        return new Message(parts);
    }
}
