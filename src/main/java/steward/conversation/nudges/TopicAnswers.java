package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.outcomes.OutcomeCommand;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.words.DeedTranslator;
import steward.dashboard.Quoted;
import steward.dashboard.nudges.Topic;
import steward.message.Message;
import steward.message.Words;
import steward.plan.Plan;

/**
 * Handles replies in the thread of a nudge that say what became of what it is about: "won 66k", "2 lost, they chose a rival", "moved to
 * Friday". Each is taken as the command that the button for it says; what only may be one is asked about.
 */
final class TopicAnswers {

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

    /** Whether a line surely says what became of something that the nudge is about. */
    boolean isRead(String line) {
        return new ReplyReader(context, topics.get())
                .read(DeedTranslator.inEnglish(line)).stream().anyMatch(NudgeReply::isSure);
    }

    /** What came of a line, which may be about all of it; one that can't be read gets a word of help. */
    List<TurnResult> heard(String line) {
        List<Topic> all = topics.get();
        TopicQuestions questions = new TopicQuestions(context, all, examples);
        if (Understanding.isTalk(line)) {
            return List.of(TurnResult.aside(Message.say("Any time.")));
        }
        if (Understanding.isHelp(line)) {
            return List.of(TurnResult.aside(questions.examples(Words.of("Here you can say"))));
        }
        if (all.isEmpty()) {
            return List.of(TurnResult.aside(Message.say(
                    "None of that is in your plans any more. `/plan` lists them, `/actions` what is to be done.")));
        }
        List<NudgeReply> said = new ReplyReader(context, all).read(DeedTranslator.inEnglish(line));
        List<NudgeReply> sure = said.stream().filter(NudgeReply::isSure).toList();
        return sure.isEmpty()
                ? List.of(TurnResult.aside(
                        said.isEmpty() ? unread(line, all, questions) : unsure(line, said.get(0), questions)))
                : heard(line, said, all, questions);
    }

    private List<TurnResult> heard(String line, List<NudgeReply> replies, List<Topic> all, TopicQuestions questions) {
        List<TopicOutcome> said = new ArrayList<>();
        List<TurnResult> asked = new ArrayList<>();
        Optional<Topic> last = Optional.empty();
        for (NudgeReply words : replies.stream().filter(NudgeReply::isSure).toList()) {
            TopicResolver meant = TopicResolver.of(words);
            List<Topic> found = meant.name().isEmpty()
                            && last.filter(words.among()::contains).isPresent()
                    ? last.stream().toList()
                    : meant.topics();
            if (found.size() == 1 || meant.isAll()) {
                // Said of several, a time would be anybody's guess for each.
                String rest = words.verdict() == Verdict.DONE && found.size() > 1 ? "" : meant.rest();
                found.forEach(topic -> said.addAll(TopicOutcome.of(topic, words, rest, context)));
                last = found.stream().findFirst().filter(topic -> found.size() == 1);
            } else {
                asked.add(TurnResult.aside(whichOne(words, meant, questions)));
            }
        }
        List<TopicOutcome> together = TopicOutcome.together(said);
        List<Topic> contradicted = all.stream()
                .filter(topic -> together.stream()
                        .filter(outcome -> outcome.topic().equals(topic))
                        .anyMatch(outcome -> together.stream().anyMatch(outcome::contradicts)))
                .toList();
        List<Topic> open = Stream.concat(contradicted.stream(), doubtful(replies, all))
                .filter(topic -> contradicted.contains(topic)
                        || together.stream()
                                .noneMatch(outcome -> outcome.topic().equals(topic)))
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            asked.add(TurnResult.aside(
                    notDone(line, open, questions).orElseGet(() -> questions.unsure(line, open, Optional.empty()))));
        }
        return Stream.concat(
                        together.stream()
                                .filter(outcome -> !contradicted.contains(outcome.topic()))
                                .map(this::become),
                        asked.stream())
                .toList();
    }

    /** Those that are named in what is not sure. */
    private static Stream<Topic> doubtful(List<NudgeReply> replies, List<Topic> all) {
        return replies.stream()
                .filter(words -> !words.isSure())
                .flatMap(words -> words.among().stream()
                        .filter(topic -> TopicResolver.names(words.before(), all)
                                && TopicResolver.of(words).topics().contains(topic)));
    }

    private static Message whichOne(NudgeReply words, TopicResolver meant, TopicQuestions questions) {
        return meant.topics().isEmpty()
                ? questions.whichOne(
                        Words.of(
                                "I find no “{}” above. Which one do you mean?",
                                Quoted.from(meant.name().replaceAll("[\\s,:;–-]+$", ""))),
                        words.among(),
                        words,
                        meant.rest())
                : questions.whichOne(Words.of("Which one do you mean?"), meant.topics(), words, meant.rest());
    }

    private Message unread(String line, List<Topic> all, TopicQuestions questions) {
        List<Topic> asked = all.stream().filter(Topic::isAsked).toList();
        return Optional.of(asked.size() == 1 ? asked : all)
                .filter(topics -> topics.size() == 1 && topics.get(0).isAction())
                .flatMap(topics ->
                        ReplyDays.only(line, topics.get(0), context).map(day -> questions.whatFor(topics.get(0), day)))
                .or(() -> notDone(line, asked, questions))
                .orElseGet(() -> questions.unread(line));
    }

    /** "Not yet", "left a voicemail": of the actions that are meant. */
    private static Optional<Message> notDone(String line, List<Topic> meant, TopicQuestions questions) {
        List<Topic> actions = meant.stream().filter(Topic::isAction).toList();
        List<Topic> named = NotDone.named(line, actions);
        return !actions.isEmpty()
                        && actions.size() == meant.size()
                        && NotDone.isSo(DeedTranslator.inEnglish(line), actions)
                ? Optional.of(questions.notDone(line, named.isEmpty() ? actions : named))
                : Optional.empty();
    }

    private static Message unsure(String line, NudgeReply words, TopicQuestions questions) {
        List<Topic> meant = TopicResolver.of(words).topics();
        List<Topic> likely = meant.isEmpty() ? words.among() : meant;
        return notDone(line, likely, questions).orElseGet(() -> questions.unsure(line, likely, Optional.of(words)));
    }

    /** Read anew, since the line before may have changed the plan. */
    private TurnResult become(TopicOutcome outcome) {
        Topic topic = outcome.topic();
        Plan plan = session.plan(topic.plan().id()).orElseThrow();
        if (!topic.isAction()) {
            String[] verb = outcome.says().split(" ", 2);
            return new OutcomeCommand(session, context, turns).take(Optional.of(plan), verb[0], verb[1]);
        }
        TurnResult result = new ActionsCommand(session, context, turns).take(Optional.of(plan), outcome.says());
        return outcome.verdict() == Verdict.CARRY && result.aside().isEmpty()
                ? result.with(Message.say("Carried over: *{}*.", topic.name()))
                : result;
    }
}
