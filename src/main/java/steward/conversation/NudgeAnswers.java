package steward.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.message.About;
import steward.message.Message;
import steward.message.Purpose;
import steward.message.Stamp;
import steward.nudges.NudgeKind;
import steward.plan.Plan;

/** What a rep answers to a nudge: by a tap, or in its thread. */
final class NudgeAnswers {

    /** What the buttons of nudges say first. It is a command of theirs: nobody types it. */
    static final String COMMAND = "/nudge";

    private static final Pattern ANSWER = Pattern.compile("(\\w+) (\\d{4}-\\d\\d-\\d\\d) (\\w+)");

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    NudgeAnswers(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** A tap under a nudge, for one of its plans or for all of them: the nudge's kind, its day, and the answer. */
    Outcome tapped(Optional<Plan> about, String words) {
        Matcher answer = ANSWER.matcher(words);
        Optional<Nudged> nudged = answer.matches() ? nudged(answer.group(1), answer.group(2)) : Optional.empty();
        if (nudged.isEmpty()) {
            return Outcome.aside(Message.say("That was a while ago, and its buttons have had their time. "
                    + "`/time` logs hours on any day, `/plan` lists your plans."));
        }
        return nudged.get().sent().kind() == NudgeKind.TIME
                ? new AskedTime(desk, occasion, nudged.get()).tapped(about, answer.group(3))
                : putOff(nudged.get());
    }

    private Optional<Nudged> nudged(String kind, String day) {
        return desk.nudges().stream()
                .filter(nudged -> nudged.sent().kind().metadataName().equals(kind)
                        && nudged.sent().day().toString().equals(day))
                .findFirst();
    }

    /** What holds for one message about the drafts holds for an earlier one too. */
    private Outcome putOff(Nudged nudged) {
        List<Nudged> open = desk.nudges().stream()
                .filter(other -> other.sent().kind() == nudged.sent().kind()
                        && (!other.sent().answered() || other.equals(nudged)))
                .toList();
        open.forEach(desk::answered);
        Nudges nudges = new Nudges(desk, occasion);
        return new Outcome(
                List.of(),
                open.stream().flatMap(other -> nudges.redrawn(other).stream()).toList(),
                Optional.of(Message.say("Fine. `/plan` finds them whenever you like.")),
                Optional.empty());
    }

    // ── In its thread ────────────────────────────────────────────────────────────────────────────────────

    /** Words in the thread of a nudge. */
    Outcome heard(Nudged nudged, String said, Stamp thread) {
        return switch (nudged.sent().kind()) {
            case TIME -> reply(new AskedTime(desk, occasion, nudged).heard(said), thread);
            case ACTIONS ->
                new ActionsCommand(desk, occasion, turns)
                        .heard(said)
                        .map(outcome -> inThread(outcome, thread))
                        .orElseGet(() -> reply(
                                Message.say(
                                        "Here I understand `done` and a word or two of the action, like `done Dana`. "
                                                + "The buttons above do the rest."),
                                thread));
            case OPPORTUNITY, CHECKPOINT, CYCLE_END, UNFINISHED ->
                reply(
                        Message.say("The buttons above answer this, and I can't read a reply to it here. "
                                + "Anything else you can write in the chat itself."),
                        thread);
        };
    }

    /** Replies stand in the thread; what asks or turns to a plan stays in the chat, where it is answered. */
    private static Outcome inThread(Outcome outcome, Stamp thread) {
        List<Saying> sayings = new ArrayList<>();
        for (Saying saying : outcome.sayings()) {
            sayings.add(
                    saying.purpose() == Purpose.REPLY
                            ? new Saying(
                                    saying.intent(),
                                    saying.purpose(),
                                    saying.about(),
                                    saying.message(),
                                    Optional.of(thread))
                            : saying);
        }
        return new Outcome(sayings, outcome.shrunk(), outcome.aside(), outcome.form());
    }

    private Outcome reply(Message message, Stamp thread) {
        Saying saying = new Saying(occasion.ids().get(), Purpose.REPLY, About.NOTHING, message, Optional.of(thread));
        return new Outcome(List.of(saying), List.of());
    }
}
