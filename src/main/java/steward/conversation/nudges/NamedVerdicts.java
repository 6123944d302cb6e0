package steward.conversation.nudges;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.understanding.words.DeedTranslator;
import steward.dashboard.ActionLines;
import steward.dashboard.OpportunityLines;
import steward.dashboard.nudges.Topic;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/** Handles what a rep writes in the chat itself of an action or an opportunity that they name: "resin slipped to 15 Dec", "is resin lost?". */
public final class NamedVerdicts {

    private static final int CHARACTERS_MAX = 200;

    private static final Pattern NOT_DONE = Pattern.compile(
            "(?:i |we )?(?:did not|didn['’]t|haven['’]t|have not|couldn['’]t|could not|never) \\p{L}+(?: (?:to|with))? (.+?)(?: yet)?[.!]?",
            Pattern.CASE_INSENSITIVE);

    private static final String EXAMPLES = "`called Dana`, `won resin 66k` or `resin 60%`";

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public NamedVerdicts(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** What came of it: it is taken if it is sure of what is meant, else asked about; nothing if nothing of the kind is named. */
    public List<TurnResult> heard(String said) {
        List<Topic> all = topics();
        String line = DeedTranslator.inEnglish(said.strip());
        if (all.isEmpty() || line.length() > CHARACTERS_MAX || line.contains("\n")) {
            return List.of();
        }
        List<NudgeReply> replies = new ReplyReader(context, all).read(line);
        List<TopicResolver> named = replies.stream()
                .map(TopicResolver::of)
                .filter(meant -> !meant.name().isBlank() && !meant.topics().isEmpty())
                .toList();
        if (named.isEmpty()) {
            List<Topic> notDone = notDone(line, all);
            return notDone.isEmpty() ? notDoneYet(line, all) : List.of(unsure(line, notDone, all, Optional.empty()));
        }
        boolean isSure = named.size() == replies.size()
                && replies.stream().allMatch(NudgeReply::isSure)
                && named.stream().allMatch(meant -> meant.topics().size() == 1);
        List<TurnResult> notYet = isSure ? List.of() : notDoneYet(line, all);
        if (!notYet.isEmpty()) {
            return notYet;
        }
        return isSure
                ? new TopicAnswers(session, context, turns, this::topics, EXAMPLES).heard(line)
                : List.of(unsure(
                        line,
                        named.stream()
                                .flatMap(meant -> meant.topics().stream())
                                .distinct()
                                .toList(),
                        all,
                        Optional.of(replies.get(0))));
    }

    /** "Left Dana a voicemail". */
    private List<TurnResult> notDoneYet(String line, List<Topic> all) {
        List<Topic> actions = all.stream().filter(Topic::isAction).toList();
        List<Topic> named = NotDone.isSo(line, actions) ? NotDone.named(line, actions) : List.of();
        return named.isEmpty()
                ? List.of()
                : List.of(TurnResult.aside(new TopicQuestions(context, all, EXAMPLES).notDone(line, named)));
    }

    private TurnResult unsure(String line, List<Topic> meant, List<Topic> all, Optional<NudgeReply> words) {
        return TurnResult.aside(new TopicQuestions(context, all, EXAMPLES).unsure(line, meant, words));
    }

    /** Those that the rep says they have not done: "I did not call Dana". */
    private static List<Topic> notDone(String line, List<Topic> all) {
        Matcher denied = NOT_DONE.matcher(line);
        return denied.matches()
                ? all.stream()
                        .filter(Topic::isAction)
                        .filter(topic -> TopicResolver.isCalled(topic, Names.words(denied.group(1))))
                        .toList()
                : List.of();
    }

    private List<Topic> topics() {
        return session.livePlans().stream()
                .filter(plan -> plan.status() == Status.RUNNING)
                .flatMap(plan -> Stream.concat(actions(plan), opportunities(plan)))
                .toList();
    }

    private static Stream<Topic> actions(Plan plan) {
        return plan.actions().stream()
                .filter(Action::isOpen)
                .map(action -> new Topic(plan, action.row(), true, true, ActionLines.name(action)));
    }

    private Stream<Topic> opportunities(Plan plan) {
        OpportunityLines lines = new OpportunityLines(plan, context.reader());
        return plan.rows(Worksheet.OPPORTUNITIES).stream()
                .filter(row -> plan.outcome(row).isOpen())
                .map(row -> new Topic(plan, row, false, true, lines.name(row)));
    }
}
