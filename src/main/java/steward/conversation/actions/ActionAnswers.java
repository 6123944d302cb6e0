package steward.conversation.actions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.session.LastNudge;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.conversation.session.TurnResult;
import steward.conversation.turn.Turns;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.nudges.NudgeKind;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;

/**
 * Handles what a rep says of one action: done, later, moved, dropped, or to be done after all. Each names the action by its row, so saying
 * it twice changes nothing the second time.
 */
final class ActionAnswers {

    private static final Pattern TAPPED = Pattern.compile(
            "(done|reopen|time|later|move|drop|dropped|reason|carry) ([0-9]{1,6})(?: (.*))?", Pattern.DOTALL);

    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})( past)?");

    /** Whoever moves an action past the cycle means the next one or the one after. */
    private static final int MONTHS_AHEAD_MAX = 12;

    private final RepSession session;
    private final TurnContext context;
    private final Turns turns;

    ActionAnswers(RepSession session, TurnContext context, Turns turns) {
        this.session = session;
        this.context = context;
        this.turns = turns;
    }

    /** What a button under a plan said, like {@code done 3}; empty if it is no answer about an action. */
    Optional<TurnResult> tapped(Plan plan, String typed) {
        Matcher tapped = TAPPED.matcher(typed);
        if (!tapped.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(tapped.group(2));
        String rest = tapped.group(3) == null ? "" : tapped.group(3).strip();
        TurnResult result = take(plan, number, tapped.group(1), rest);
        return Optional.of(tapped.group(1).equals("reopen") ? result.insteadOfTapped() : result);
    }

    /** An answer about the action in a row. */
    TurnResult take(Plan plan, int row, String verb, String rest) {
        Optional<Action> found = plan.action(row);
        if (plan.status() == Status.CLOSED) {
            return TurnResult.aside(new Message(Hints.closed(plan)));
        }
        if (found.isEmpty()) {
            return TurnResult.aside(ActionReplies.isGone());
        }
        Action action = found.get();
        ActionReplies replies = new ActionReplies(plan, action, context.reader());
        if (verb.equals("reopen")) {
            return action.isOpen() ? TurnResult.aside(replies.openBefore()) : reopen(plan, action, replies);
        }
        if (verb.equals("time")) {
            return action.isOpen() ? TurnResult.aside(replies.openBefore()) : time().took(plan, action, rest);
        }
        if (verb.equals("done") && action.state() == Action.State.DONE && !rest.isEmpty()) {
            return time().took(plan, action, rest);
        }
        return action.isOpen()
                ? become(plan, action, verb, rest, replies)
                : TurnResult.aside(replies.settledBefore(doneOn(action)));
    }

    /** To be done after all; how long it took goes out of the log with that, or it would be logged twice once it is done. */
    private TurnResult reopen(Plan plan, Action action, ActionReplies replies) {
        Optional<TimeEntry> time = ActionTime.logged(plan, action);
        return act(
                plan,
                writer -> {
                    writer.write(entry(Kind.UNDONE, action.row(), ""));
                    time.ifPresent(logged -> writer.write(logged.unlogged(context.now())));
                },
                time.map(replies::undone).orElseGet(replies::undone));
    }

    private Optional<LocalDate> doneOn(Action action) {
        return action.doneAt().map(at -> at.atZone(session.rep().zone()).toLocalDate());
    }

    private ActionTime time() {
        return new ActionTime(session, context, turns);
    }

    private TurnResult become(Plan plan, Action action, String verb, String rest, ActionReplies replies) {
        int row = action.row();
        return switch (verb) {
            case "done" ->
                rest.isEmpty()
                        ? write(plan, entry(Kind.DONE, row, ""), replies.done())
                        : doneIn(plan, action, rest, replies);
            case "later" -> rest.isEmpty() ? TurnResult.aside(replies.untilWhen()) : later(plan, action, rest, replies);
            case "move" -> rest.isEmpty() ? TurnResult.aside(replies.moveTo()) : move(plan, action, rest, replies);
            case "drop" -> TurnResult.aside(replies.whyDrop());
            case "reason" -> TurnResult.form(new ActionForms(session, context, turns).reason(plan, action));
            case "dropped" -> drop(plan, action, rest, replies);
            default -> carry(plan, action, replies);
        };
    }

    /** Done, and how long it took was said with it; if that can't be read it is done all the same, and the time is asked for. */
    private TurnResult doneIn(Plan plan, Action action, String said, ActionReplies replies) {
        Entry done = entry(Kind.DONE, action.row(), "");
        return time().read(plan, action, said)
                .either(
                        hours -> {
                            TimeEntry time = time().entry(plan, action, hours);
                            return act(
                                    plan,
                                    writer -> {
                                        writer.write(done);
                                        writer.write(time.logged());
                                    },
                                    replies.doneIn(time));
                        },
                        hint -> write(plan, done, replies.doneNotIn(said, hint)));
    }

    private TurnResult drop(Plan plan, Action action, String said, ActionReplies replies) {
        Reading<String> reason =
                said.isEmpty() ? Reading.clear("") : Worksheet.ACTION_DROPPED.read(said, situation(plan, action.row()));
        return reason.either(
                why -> write(plan, entry(Kind.DROPPED, action.row(), why), replies.dropped(why)), this::unread);
    }

    /** It is noted that the action goes on in the next cycle; once that has begun, it does so by itself. */
    private TurnResult carry(Plan plan, Action action, ActionReplies replies) {
        boolean noted = LastNudge.about(session, NudgeKind.CYCLE_END, plan)
                .filter(since -> since.has(Kind.CARRIED, action.row()))
                .isPresent();
        boolean talkedAbout = session.isTalkedAbout(plan);
        return noted
                ? TurnResult.aside(replies.carriedBefore())
                : turns.take(
                        plan,
                        turn -> turn.act(talkedAbout, writer -> writer.write(entry(Kind.CARRIED, action.row(), ""))));
    }

    // ── Days ─────────────────────────────────────────────────────────────────────────────────────────────

    private TurnResult later(Plan plan, Action action, String said, ActionReplies replies) {
        return day(plan, action, said)
                .either(
                        day -> {
                            if (!day.isAfter(context.today())) {
                                return unread("Pick a day from tomorrow on.");
                            }
                            return action.snoozedUntil().filter(day::equals).isPresent()
                                    ? TurnResult.aside(replies.later(day))
                                    : write(
                                            plan,
                                            entry(Kind.SNOOZED, action.row(), day.toString()),
                                            replies.later(day));
                        },
                        this::unread);
    }

    private Reading<LocalDate> day(Plan plan, Action action, String said) {
        return said.equals("next Monday")
                ? Reading.clear(context.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                : Worksheet.ACTION_DUE.read(said, situation(plan, action.row()));
    }

    private TurnResult move(Plan plan, Action action, String said, ActionReplies replies) {
        Matcher iso = DAY.matcher(said);
        Reading<LocalDate> read = day(plan, action, iso.matches() ? iso.group(1) : said);
        Optional<LocalDate> pastTheCycle = iso.matches() ? pastTheCycle(plan, iso.group(1)) : Optional.empty();
        if (pastTheCycle.isPresent()) {
            return iso.group(2) == null
                    ? TurnResult.aside(replies.isPastTheCycle(pastTheCycle.get()))
                    : moveTo(plan, action, pastTheCycle.get(), replies);
        }
        return read.either(day -> moveTo(plan, action, day, replies), this::unread);
    }

    /** A day after the cycle's last one that may still be meant. */
    private Optional<LocalDate> pastTheCycle(Plan plan, String iso) {
        LocalDate today = context.today();
        return isoDay(iso)
                .filter(day -> day.isAfter(plan.lastDueDay(today)))
                .filter(day -> !day.isAfter(today.plusMonths(MONTHS_AHEAD_MAX)));
    }

    private static Optional<LocalDate> isoDay(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private TurnResult moveTo(Plan plan, Action action, LocalDate day, ActionReplies replies) {
        if (action.due().filter(day::equals).isPresent()) {
            return TurnResult.aside(replies.isDueThenAlready(day));
        }
        return due(plan, action, day, replies.moved(day));
    }

    private TurnResult due(Plan plan, Action action, LocalDate day, Message reply) {
        Blank due = new Blank(Worksheet.ACTION_DUE, action.row());
        return act(plan, writer -> writer.settle(Kind.ANSWERED, due, day.toString(), day.toString()), reply);
    }

    private Situation situation(Plan plan, int row) {
        return plan.situation(new Blank(Worksheet.ACTION_DUE, row), context.today(), context.notation());
    }

    private TurnResult unread(String hint) {
        return TurnResult.aside(Message.of(new Part.Paragraph(Words.of(hint))));
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    private Entry entry(Kind kind, int row, String value) {
        return new Entry(kind, Worksheet.ACTIONS.key(), row, value, "", context.now());
    }

    private TurnResult write(Plan plan, Entry entry, Message reply) {
        return act(plan, writer -> writer.write(entry), reply);
    }

    private TurnResult act(Plan plan, Consumer<TurnWriter> step, Message reply) {
        boolean talkedAbout = session.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, step)).with(reply);
    }
}
