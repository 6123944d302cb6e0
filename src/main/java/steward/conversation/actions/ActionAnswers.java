package steward.conversation.actions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.desk.Desk;
import steward.conversation.desk.LastNudge;
import steward.conversation.desk.Occasion;
import steward.conversation.desk.Outcome;
import steward.conversation.turn.Hints;
import steward.conversation.turn.Pen;
import steward.conversation.turn.Turns;
import steward.dashboard.ActionLines;
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
 * What a rep says of one action: done, later, moved, dropped, or to be done after all. Each names the action by its row, so saying it
 * twice changes nothing the second time.
 */
final class ActionAnswers {

    private static final Pattern TAPPED = Pattern.compile(
            "(done|undo|time|unlog|later|move|unmove|drop|dropped|reason|carry|remove) ([0-9]{1,6})(?: (.*))?",
            Pattern.DOTALL);

    /** Under what is taken back, the button for it has had its day. */
    private static final Set<String> TAKES_BACK = Set.of("undo", "unlog", "unmove", "remove");

    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})( past)?");

    private static final Pattern UNDER_DONE = Pattern.compile("done ([0-9]{1,6})");

    private static final Pattern FROM_TO = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) [0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Whoever moves an action past the cycle means the next one or the one after. */
    private static final int MONTHS_AHEAD_MAX = 12;

    private final Desk desk;
    private final Occasion occasion;
    private final Turns turns;

    ActionAnswers(Desk desk, Occasion occasion, Turns turns) {
        this.desk = desk;
        this.occasion = occasion;
        this.turns = turns;
    }

    /** What a button under a plan said, like {@code done 3}; empty if it is no answer about an action. */
    Optional<Outcome> tapped(Plan plan, String typed) {
        Matcher tapped = TAPPED.matcher(typed);
        if (!tapped.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(tapped.group(2));
        String rest = tapped.group(3) == null ? "" : tapped.group(3).strip();
        Outcome outcome = tapped.group(1).equals("unlog") && plan.status() != Status.CLOSED
                ? unlog(plan, number, rest)
                : take(plan, number, tapped.group(1), rest);
        return Optional.of(TAKES_BACK.contains(tapped.group(1)) ? outcome.insteadOfTapped() : outcome);
    }

    /** An answer about the action in a row. */
    Outcome take(Plan plan, int row, String verb, String rest) {
        Optional<Action> found = plan.action(row);
        if (plan.status() == Status.CLOSED) {
            return Outcome.aside(new Message(Hints.closed(plan)));
        }
        if (found.isEmpty()) {
            return Outcome.aside(ActionReplies.isGone());
        }
        Action action = found.get();
        ActionReplies replies = new ActionReplies(plan, action, occasion.reader());
        if (verb.equals("undo")) {
            return action.isOpen() ? Outcome.aside(replies.openBefore()) : reopen(plan, action, replies);
        }
        if (verb.equals("time")) {
            return action.isOpen() ? Outcome.aside(replies.openBefore()) : time().took(plan, action, rest);
        }
        if (verb.equals("done") && action.state() == Action.State.DONE && !rest.isEmpty()) {
            return time().took(plan, action, rest);
        }
        return action.isOpen()
                ? become(plan, action, verb, rest, replies)
                : Outcome.aside(replies.settledBefore(doneOn(action)));
    }

    /** To be done after all; how long it took goes out of the log with that, or it would be logged twice once it is done. */
    private Outcome reopen(Plan plan, Action action, ActionReplies replies) {
        Optional<TimeEntry> time = ActionTime.logged(plan, action);
        return act(
                plan,
                pen -> {
                    pen.write(entry(Kind.UNDONE, action.row(), ""));
                    time.ifPresent(logged -> pen.write(logged.unlogged(occasion.now())));
                },
                time.map(replies::undone).orElseGet(replies::undone));
    }

    /** Takes time out of the log; under the “Done” that it was said with, the rest of that stays to be tapped. */
    private Outcome unlog(Plan plan, int number, String under) {
        Matcher row = UNDER_DONE.matcher(under);
        Optional<Action> done = row.matches()
                ? plan.action(Integer.parseInt(row.group(1))).filter(action -> action.state() == Action.State.DONE)
                : Optional.empty();
        return time().unlog(
                        plan,
                        number,
                        told -> done.map(
                                        action -> new ActionReplies(plan, action, occasion.reader()).doneUnlogged(told))
                                .orElseGet(() -> Message.of(new Part.Paragraph(told))));
    }

    private Optional<LocalDate> doneOn(Action action) {
        return action.doneAt().map(at -> at.atZone(desk.rep().zone()).toLocalDate());
    }

    private ActionTime time() {
        return new ActionTime(desk, occasion, turns);
    }

    private Outcome become(Plan plan, Action action, String verb, String rest, ActionReplies replies) {
        int row = action.row();
        return switch (verb) {
            case "done" ->
                rest.isEmpty()
                        ? write(plan, entry(Kind.DONE, row, ""), replies.done())
                        : doneIn(plan, action, rest, replies);
            case "later" -> rest.isEmpty() ? Outcome.aside(replies.untilWhen()) : later(plan, action, rest, replies);
            case "move" -> rest.isEmpty() ? Outcome.aside(replies.moveTo()) : move(plan, action, rest, replies);
            case "unmove" -> moveBack(plan, action, rest, replies);
            case "drop" -> Outcome.aside(replies.whyDrop());
            case "reason" -> Outcome.form(new ActionForms(desk, occasion, turns).reason(plan, action));
            case "dropped" -> drop(plan, action, rest, replies);
            case "carry" -> carry(plan, action, replies);
            default -> takeOut(plan, action);
        };
    }

    /** Done, and how long it took was said with it; if that can't be read it is done all the same, and the time is asked for. */
    private Outcome doneIn(Plan plan, Action action, String said, ActionReplies replies) {
        Entry done = entry(Kind.DONE, action.row(), "");
        return time().read(plan, action, said)
                .either(
                        hours -> {
                            TimeEntry time = time().entry(plan, action, hours);
                            return act(
                                    plan,
                                    pen -> {
                                        pen.write(done);
                                        pen.write(time.logged());
                                    },
                                    replies.doneIn(time));
                        },
                        hint -> write(plan, done, replies.doneNotIn(said, hint)));
    }

    private Outcome drop(Plan plan, Action action, String said, ActionReplies replies) {
        Reading<String> reason =
                said.isEmpty() ? Reading.clear("") : Worksheet.ACTION_DROPPED.read(said, situation(plan, action.row()));
        return reason.either(
                why -> write(plan, entry(Kind.DROPPED, action.row(), why), replies.dropped(why)), this::unread);
    }

    /** It is noted that the action goes on in the next cycle; once that has begun, it does so by itself. */
    private Outcome carry(Plan plan, Action action, ActionReplies replies) {
        boolean noted = LastNudge.about(desk, NudgeKind.CYCLE_END, plan)
                .filter(since -> since.has(Kind.CARRIED, action.row()))
                .isPresent();
        boolean talkedAbout = desk.isTalkedAbout(plan);
        return noted
                ? Outcome.aside(replies.carriedBefore())
                : turns.take(
                        plan, turn -> turn.act(talkedAbout, pen -> pen.write(entry(Kind.CARRIED, action.row(), ""))));
    }

    private Outcome takeOut(Plan plan, Action action) {
        return write(
                plan,
                entry(Kind.ROW_REMOVED, action.row(), ""),
                Message.say("Taken out again: *{}*.", ActionLines.name(action)));
    }

    // ── Days ─────────────────────────────────────────────────────────────────────────────────────────────

    private Outcome later(Plan plan, Action action, String said, ActionReplies replies) {
        return day(plan, action, said)
                .either(
                        day -> {
                            if (!day.isAfter(occasion.today())) {
                                return unread("Pick a day from tomorrow on.");
                            }
                            return action.snoozedUntil().filter(day::equals).isPresent()
                                    ? Outcome.aside(replies.later(day))
                                    : write(
                                            plan,
                                            entry(Kind.SNOOZED, action.row(), day.toString()),
                                            replies.later(day));
                        },
                        this::unread);
    }

    private Reading<LocalDate> day(Plan plan, Action action, String said) {
        return said.equals("next Monday")
                ? Reading.clear(occasion.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                : Worksheet.ACTION_DUE.read(said, situation(plan, action.row()));
    }

    private Outcome move(Plan plan, Action action, String said, ActionReplies replies) {
        Matcher iso = DAY.matcher(said);
        Reading<LocalDate> read = day(plan, action, iso.matches() ? iso.group(1) : said);
        Optional<LocalDate> pastTheCycle = iso.matches() ? pastTheCycle(plan, iso.group(1)) : Optional.empty();
        if (pastTheCycle.isPresent()) {
            return iso.group(2) == null
                    ? Outcome.aside(replies.isPastTheCycle(pastTheCycle.get()))
                    : moveTo(plan, action, pastTheCycle.get(), replies);
        }
        return read.either(day -> moveTo(plan, action, day, replies), this::unread);
    }

    /** A day after the cycle's last one that may still be meant. */
    private Optional<LocalDate> pastTheCycle(Plan plan, String iso) {
        LocalDate today = occasion.today();
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

    private Outcome moveTo(Plan plan, Action action, LocalDate day, ActionReplies replies) {
        if (action.due().filter(day::equals).isPresent()) {
            return Outcome.aside(replies.isDueThenAlready(day));
        }
        return due(plan, action, day, replies.moved(day));
    }

    /** To the day before it was moved, unless it was moved once more since. */
    private Outcome moveBack(Plan plan, Action action, String said, ActionReplies replies) {
        Matcher days = FROM_TO.matcher(said);
        Optional<LocalDate> before = days.matches() ? isoDay(days.group(1)) : Optional.empty();
        boolean isDueThen = action.due().filter(due -> said.endsWith(" " + due)).isPresent();
        return before.isPresent() && isDueThen
                ? due(plan, action, before.get(), replies.movedBack(before.get()))
                : Outcome.aside(replies.movedSince());
    }

    private Outcome due(Plan plan, Action action, LocalDate day, Message reply) {
        Blank due = new Blank(Worksheet.ACTION_DUE, action.row());
        return act(plan, pen -> pen.settle(Kind.ANSWERED, due, day.toString(), day.toString()), reply);
    }

    private Situation situation(Plan plan, int row) {
        return plan.situation(new Blank(Worksheet.ACTION_DUE, row), occasion.today(), occasion.notation());
    }

    private Outcome unread(String hint) {
        return Outcome.aside(Message.of(new Part.Paragraph(Words.of(hint))));
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    private Entry entry(Kind kind, int row, String value) {
        return new Entry(kind, Worksheet.ACTIONS.key(), row, value, "", occasion.now());
    }

    private Outcome write(Plan plan, Entry entry, Message reply) {
        return act(plan, pen -> pen.write(entry), reply);
    }

    private Outcome act(Plan plan, Consumer<Pen> deed, Message reply) {
        boolean talkedAbout = desk.isTalkedAbout(plan);
        return turns.take(plan, turn -> turn.act(talkedAbout, deed)).with(reply);
    }
}
