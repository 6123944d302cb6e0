package steward.conversation.nudges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import steward.conversation.turn.writing.Hints;
import steward.dashboard.nudges.IdleNudge;
import steward.message.Message;
import steward.message.MessageRef;
import steward.message.Purpose;
import steward.nudges.NudgeKind;
import steward.plan.Plan;
import steward.plan.PlanCard;
import steward.plan.Status;
import steward.plan.accounts.Accounts;

/** Handles answers to a nudge: by a tap, or in its thread. */
public final class NudgeAnswers {

    private static final Pattern ANSWER = Pattern.compile("(\\w+) (\\d{4}-\\d\\d-\\d\\d) (\\w+)");

    /** As many as there are open actions at most. */
    private static final int LINES_MAX = 12;

    private static final Pattern NOT_NOW = Pattern.compile(
            "(?:not (?:now|today|yet)|later|no|no thanks?|tomorrow|next week)[.!]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADD = Pattern.compile("[Aa]dd\\s+\\S.*");

    private static final Pattern RESUME = Pattern.compile(
            "(?:resume|continue|go on|yes|ok|okay|let's go)(?: with| on)?(?:,? (?:please|it|that))?[ ,:]*(\\S.{0,80}?)?[.!]?",
            Pattern.CASE_INSENSITIVE);

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    public NudgeAnswers(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** A tap under a nudge, for one of its plans or for all of them: the nudge's kind, its day, and the answer. */
    public TurnResult tapped(Optional<Plan> about, String words) {
        Matcher answer = ANSWER.matcher(words);
        Optional<NudgeMessage> nudged = answer.matches() ? nudged(answer.group(1), answer.group(2)) : Optional.empty();
        if (nudged.isEmpty()) {
            return TurnResult.aside(Message.say("That was a while ago, and its buttons have had their time. "
                    + "`/time` logs hours on any day, `/plan` lists your plans."));
        }
        return nudged.get().sent().kind() == NudgeKind.TIME
                ? new TimeNudgeAnswers(session, context, nudged.get()).tapped(about, answer.group(3))
                : putOff(nudged.get());
    }

    private Optional<NudgeMessage> nudged(String kind, String day) {
        return session.nudges().stream()
                .filter(nudged -> nudged.sent().kind().metadataName().equals(kind)
                        && nudged.sent().day().toString().equals(day))
                .findFirst();
    }

    /** What holds for one message of the kind holds for an earlier one too. */
    private TurnResult putOff(NudgeMessage nudged) {
        List<NudgeMessage> open = session.nudges().stream()
                .filter(other -> other.sent().kind() == nudged.sent().kind()
                        && (!other.sent().answered() || other.equals(nudged)))
                .toList();
        open.forEach(session::answered);
        Nudges nudges = new Nudges(session, context);
        return new TurnResult(
                List.of(),
                open.stream().flatMap(other -> nudges.redrawn(other).stream()).toList(),
                Optional.of(
                        nudged.sent().kind() == NudgeKind.IDLE
                                ? Hints.noNextStep()
                                : Message.say("Fine. `/plan` finds them whenever you like.")),
                Optional.empty());
    }

    // ── In its thread ────────────────────────────────────────────────────────────────────────────────────

    /** Words in the thread of a nudge, or of the message in which it went out with others. */
    public TurnResult heard(NudgeMessage nudged, String said, MessageRef thread) {
        List<NudgeMessage> together = new Nudges(session, context).inMessage(nudged.intent());
        return together.size() > 1
                ? heardOfSeveral(together, said, thread)
                : switch (nudged.sent().kind()) {
                    case TIME -> inThread(List.of(time(nudged, said)), thread);
                    case ACTIONS, OPPORTUNITY, CHECKPOINT, CYCLE_END, IDLE ->
                        inThread(lineByLine(said, line -> line(nudged, line)), thread);
                    case UNFINISHED -> unfinished(nudged, said, thread);
                };
    }

    private TurnResult time(NudgeMessage nudged, String said) {
        return TurnResult.aside(new TimeNudgeAnswers(session, context, nudged).heard(said));
    }

    /** What is said of an action or an opportunity is read first; else it may be hours, if those were asked for too. */
    private TurnResult heardOfSeveral(List<NudgeMessage> together, String said, MessageRef thread) {
        Nudges nudges = new Nudges(session, context);
        TopicAnswers topics = new TopicAnswers(
                session,
                context,
                turns,
                () -> together.stream()
                        .flatMap(nudged -> nudges.topics(nudged.sent()).stream())
                        .distinct()
                        .toList(),
                examples(together.get(0).sent().kind()));
        Optional<NudgeMessage> time = together.stream()
                .filter(nudged -> nudged.sent().kind() == NudgeKind.TIME)
                .findFirst();
        return inThread(
                lineByLine(
                        said,
                        line -> time.filter(asked -> !topics.isRead(line))
                                .map(asked -> List.of(time(asked, line)))
                                .orElseGet(() -> topics.heard(line))),
                thread);
    }

    private List<TurnResult> lineByLine(String said, Function<String, List<TurnResult>> each) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.size() > LINES_MAX
                ? List.of(TurnResult.aside(
                        Message.say("That is too much to read at once. Send it in two or three parts, please.")))
                : lines.stream().flatMap(line -> each.apply(line).stream()).toList();
    }

    private List<TurnResult> line(NudgeMessage nudged, String line) {
        TopicAnswers topics = new TopicAnswers(
                session,
                context,
                turns,
                () -> new Nudges(session, context).topics(nudged.sent()),
                examples(nudged.sent().kind()));
        return switch (nudged.sent().kind()) {
            case CHECKPOINT -> new CheckpointReplies(context, topics).heard(line);
            case CYCLE_END ->
                new CycleEndReplies(session, context, turns, nudged.sent())
                        .heard(line)
                        .map(List::of)
                        .orElseGet(() -> topics.heard(line));
            case IDLE -> idle(nudged, topics, line);
            case ACTIONS, OPPORTUNITY, TIME, UNFINISHED -> topics.heard(line);
        };
    }

    private static String examples(NudgeKind kind) {
        return switch (kind) {
            case ACTIONS -> "`done in 30 min`, `moved to Friday`, `remind me tomorrow` or `drop it: no budget`";
            case OPPORTUNITY -> "`won 66k`, `lost: price` or `still open: 15 April`";
            case CHECKPOINT -> "`60%`, `same`, `won 66k` or `lost: price`";
            case CYCLE_END -> "`worked: early visits`, `carry it over`, `drop it: no budget` or `start`";
            case IDLE -> "`done`, `moved to Friday`, `drop it: no budget` or `add Call Dana by Friday`";
            case TIME, UNFINISHED -> "";
        };
    }

    private List<TurnResult> idle(NudgeMessage nudged, TopicAnswers topics, String line) {
        List<Plan> idle = new IdleNudge(nudged.sent(), session.livePlans(), context.reader()).idle();
        boolean isAdded = ADD.matcher(line).matches();
        if (isAdded) {
            Optional<Plan> only = idle.stream().filter(plan -> idle.size() == 1).findFirst();
            return List.of(new ActionsCommand(session, context, turns).take(only, line.replaceFirst("^\\p{Lu}", "a")));
        }
        if (NOT_NOW.matcher(line).matches()) {
            return List.of(putOff(nudged));
        }
        return topics.asked().isEmpty() && !idle.isEmpty()
                ? List.of(TurnResult.aside(
                        Message.say("Say `add` and the next step, like `add Call Dana by Friday`, or `not now`.")))
                : topics.heard(line);
    }

    /** A draft is resumed in the chat, where its question is answered. */
    private TurnResult unfinished(NudgeMessage nudged, String said, MessageRef thread) {
        Matcher resumed = RESUME.matcher(said.strip());
        if (NOT_NOW.matcher(said.strip()).matches()) {
            return inThread(List.of(putOff(nudged)), thread);
        }
        if (!resumed.matches()) {
            return inThread(
                    List.of(TurnResult.aside(Message.say("Say `resume` and the account's name, or `not now`."))),
                    thread);
        }
        List<PlanCard> drafts = session.plans().stream()
                .filter(card -> card.status() == Status.DRAFT)
                .filter(card -> nudged.sent().subjects().stream()
                        .anyMatch(subject -> subject.plan().equals(card.id())))
                .toList();
        String name = resumed.group(1) == null ? "" : resumed.group(1);
        List<PlanCard> named = name.isEmpty() ? drafts : new Accounts(drafts).meant(name);
        if (named.size() == 1) {
            return turns.take(session.plan(named.get(0).id()).orElseThrow(), Turn::resume);
        }
        Message which = drafts.isEmpty()
                ? Message.say("No draft waits any more. `/plan` lists your plans.")
                : PlanMessages.whichOne(named.isEmpty() ? drafts : named, "resume");
        return inThread(List.of(TurnResult.aside(which)), thread);
    }

    /** Replies stand in the thread; what asks or turns to a plan stays in the chat, where it is answered. */
    private TurnResult inThread(List<TurnResult> outcomes, MessageRef thread) {
        List<OutgoingMessage> messages = new ArrayList<>();
        List<MessageUpdate> updates = new ArrayList<>();
        for (TurnResult outcome : outcomes) {
            TurnResult result = outcome.inTalk(context.ids(), Optional.of(thread));
            result.messages()
                    .forEach(outgoing -> messages.add(
                            outgoing.purpose() == Purpose.REPLY
                                    ? new OutgoingMessage(
                                            outgoing.intent(),
                                            outgoing.purpose(),
                                            outgoing.about(),
                                            outgoing.message(),
                                            Optional.of(thread))
                                    : outgoing));
            updates.addAll(result.updates());
        }
        return new TurnResult(messages, updates);
    }
}
