package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.accounts.PlanMessages;
import steward.conversation.actions.ActionsCommand;
import steward.conversation.session.MessageUpdate;
import steward.conversation.session.NudgeMessage;
import steward.conversation.session.OutgoingMessage;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.time.TimeNudgeAnswers;
import steward.conversation.turn.Turn;
import steward.conversation.turn.Turns;
import steward.dashboard.nudges.IdleNudge;
import steward.dashboard.nudges.Topic;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.nudges.NudgeKind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/**
 * Handles what a rep writes in the thread of a message of nudges, line by line. Of several nudges in it, each line goes to the one that it
 * fits: what is said of a cycle or a draft as a whole, then what became of an action or an opportunity; else it may be hours.
 */
final class NudgeThread {

    /** As many as there are open actions at most. */
    private static final int LINES_MAX = 12;

    private static final int EXAMPLES_MAX = 2;

    private static final Pattern NOT_NOW = Pattern.compile(
            "(?:not (?:now|today|yet)|later|no|no thanks?|tomorrow|next week)[.!]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADD = Pattern.compile("[Aa]dd\\s+\\S.*");

    private static final String GO_ON = "resume|continue|go on";

    private static final Pattern RESUME = resume(GO_ON + "|yes|ok|okay|let's go");

    /** Where a yes may be said of something else. */
    private static final Pattern SURELY_RESUME = resume(GO_ON);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;
    private final List<NudgeMessage> nudges;
    private final TopicAnswers topics;

    /** @param nudges those that the message is made of */
    NudgeThread(RepSession session, TurnContext context, Turns turns, List<NudgeMessage> nudges) {
        this.session = session;
        this.context = context;
        this.turns = turns;
        this.nudges = List.copyOf(nudges);
        Nudges messages = new Nudges(session, context);
        this.topics = new TopicAnswers(
                session,
                context,
                turns,
                () -> nudges.stream()
                        .flatMap(nudged -> messages.topics(nudged.sent()).stream())
                        .distinct()
                        .toList(),
                examples());
    }

    private static Pattern resume(String words) {
        return Pattern.compile(
                "(?:" + words + ")(?: with| on)?(?:,? (?:please|it|that))?[ ,:]*(\\S.{0,80}?)?[.!]?",
                Pattern.CASE_INSENSITIVE);
    }

    /** What came of all that was written. */
    TurnResult heard(String said, MessageRef thread) {
        if (isOnly(NudgeKind.TIME)) {
            return inThread(time(said).stream(), thread);
        }
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return inThread(
                lines.size() > LINES_MAX
                        ? Stream.of(say("That is too much to read at once. Send it in two or three parts, please."))
                        : lines.stream().flatMap(line -> line(line).stream()),
                thread);
    }

    private List<TurnResult> line(String line) {
        Optional<TurnResult> whole = of(NudgeKind.CYCLE_END)
                .flatMap(end -> new CycleEndReplies(session, context, turns, end.sent()).heard(line))
                .or(() -> idle(line))
                .or(() -> unfinished(line));
        return whole.map(List::of)
                .orElseGet(() -> of(NudgeKind.CHECKPOINT)
                        .map(checkpoint ->
                                new CheckpointReplies(context, () -> asked(checkpoint)).heard(line, this::topic))
                        .orElseGet(() -> topic(line)));
    }

    private Optional<Topic> asked(NudgeMessage nudged) {
        return new Nudges(session, context)
                .topics(nudged.sent()).stream().filter(Topic::isAsked).findFirst();
    }

    /** What is said of an action or an opportunity is read first; else it may be hours, if those were asked for too. */
    private List<TurnResult> topic(String line) {
        return topics.isRead(line) || of(NudgeKind.TIME).isEmpty() ? topics.heard(line) : time(line);
    }

    private List<TurnResult> time(String said) {
        return of(NudgeKind.TIME)
                .map(asked -> TurnResult.aside(new TimeNudgeAnswers(session, context, asked).heard(said)))
                .stream()
                .toList();
    }

    private Optional<NudgeMessage> of(NudgeKind kind) {
        return nudges.stream().filter(nudged -> nudged.sent().kind() == kind).findFirst();
    }

    private boolean isOnly(NudgeKind kind) {
        return nudges.stream().allMatch(nudged -> nudged.sent().kind() == kind);
    }

    private static TurnResult say(String words) {
        return TurnResult.aside(Message.say(words));
    }

    /** What can be said of the first two of them, apart from hours. */
    private String examples() {
        return nudges.stream()
                .map(nudged -> switch (nudged.sent().kind()) {
                    case ACTIONS -> "`done in 30 min`, `moved to Friday`, `remind me tomorrow` or `drop it: no budget`";
                    case OPPORTUNITY -> "`won 66k`, `lost: price` or `still open: 15 April`";
                    case CHECKPOINT -> "`60%`, `same`, `won 66k` or `lost: price`";
                    case CYCLE_END -> "`worked: early visits`, `carry it over`, `drop it: no budget` or `start`";
                    case IDLE -> "`done`, `moved to Friday`, `drop it: no budget` or `add Call Dana by Friday`";
                    case TIME, UNFINISHED -> "";
                })
                .filter(examples -> !examples.isEmpty())
                .limit(EXAMPLES_MAX)
                .collect(Collectors.joining("; "));
    }

    // ── Plans that stand still ───────────────────────────────────────────────────────────────────────────

    private Optional<TurnResult> idle(String line) {
        return of(NudgeKind.IDLE).flatMap(nudged -> {
            List<Plan> idle = new IdleNudge(nudged.sent(), session.livePlans(), context.reader()).idle();
            if (ADD.matcher(line).matches()) {
                Optional<Plan> only =
                        idle.stream().filter(plan -> idle.size() == 1).findFirst();
                return Optional.of(
                        new ActionsCommand(session, context, turns).take(only, line.replaceFirst("^\\p{Lu}", "a")));
            }
            if (!isOnly(NudgeKind.IDLE)) {
                return Optional.empty();
            }
            if (NOT_NOW.matcher(line).matches()) {
                return Optional.of(new NudgeAnswers(session, context, turns).putOff(nudged));
            }
            return topics.asked().isEmpty() && !idle.isEmpty()
                    ? Optional.of(say("Say `add` and the next step, like `add Call Dana by Friday`, or `not now`."))
                    : Optional.empty();
        });
    }

    // ── Drafts ───────────────────────────────────────────────────────────────────────────────────────────

    /** A draft is resumed in the chat, where its question is answered. */
    private Optional<TurnResult> unfinished(String line) {
        boolean isAlone = isOnly(NudgeKind.UNFINISHED);
        return of(NudgeKind.UNFINISHED).flatMap(nudged -> {
            Matcher resumed = (isAlone ? RESUME : SURELY_RESUME).matcher(line);
            if (resumed.matches() && !(isAlone && NOT_NOW.matcher(line).matches())) {
                return Optional.of(resumed(nudged, resumed.group(1) == null ? "" : resumed.group(1)));
            }
            if (!isAlone) {
                return Optional.empty();
            }
            return Optional.of(
                    NOT_NOW.matcher(line).matches()
                            ? new NudgeAnswers(session, context, turns).putOff(nudged)
                            : say("Say `resume` and the account's name, or `not now`."));
        });
    }

    private TurnResult resumed(NudgeMessage nudged, String name) {
        List<PlanCard> drafts = session.plans().stream()
                .filter(card -> card.status() == Status.DRAFT)
                .filter(card -> nudged.sent().subjects().stream()
                        .anyMatch(subject -> subject.plan().equals(card.id())))
                .toList();
        List<PlanCard> named = name.isEmpty() ? drafts : new Accounts(drafts).meant(name);
        if (named.size() == 1) {
            return turns.take(session.plan(named.get(0).id()).orElseThrow(), Turn::resume);
        }
        return TurnResult.aside(
                drafts.isEmpty()
                        ? Message.say("No draft waits any more. `/plan` lists your plans.")
                        : PlanMessages.whichOne(named.isEmpty() ? drafts : named, "resume"));
    }

    // ── Where the replies stand ──────────────────────────────────────────────────────────────────────────

    /** Replies stand in the thread; what asks or turns to a plan stays in the chat, where it is answered. */
    private TurnResult inThread(Stream<TurnResult> outcomes, MessageRef thread) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<MessageUpdate> updates = new ArrayList<>();
        outcomes.forEach(outcome -> {
            TurnResult result = outcome.inTalk(context.ids(), Optional.of(thread));
            result.messages().stream().map(outgoing -> in(thread, outgoing)).forEach(messages::add);
            updates.addAll(result.updates());
        });
        return new TurnResult(messages, updates);
    }

    private static OutgoingMessage in(MessageRef thread, OutgoingMessage outgoing) {
        return outgoing.purpose() == Purpose.REPLY
                ? new OutgoingMessage(
                        outgoing.intent(),
                        outgoing.purpose(),
                        outgoing.about(),
                        outgoing.message(),
                        Optional.of(thread))
                : outgoing;
    }
}
