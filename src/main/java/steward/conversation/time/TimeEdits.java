package steward.conversation.time;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.dashboard.ActionLines;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.PlanCard;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Hours;

/** Changes logged time when the rep edits or deletes the message that logged it. */
public final class TimeEdits {

    private final RepSession session;
    private final TurnContext context;
    private final TimeLog log;
    private final TimeReplies replies;
    private final List<RepSession.Written> written;

    /** @param written what the message wrote, and edits of it since */
    public TimeEdits(RepSession session, TurnContext context, List<RepSession.Written> written) {
        this.session = session;
        this.context = context;
        this.log = new TimeLog(session, context);
        this.replies = new TimeReplies(log, context.reader());
        this.written = List.copyOf(written);
    }

    /** Logs what the message says now in place of what it logged; empty if it logged nothing, or says the same. */
    public Optional<Message> edited(String said) {
        List<TimeLog.Line> logged = logged();
        List<TimeLog.Line> standing = logged.stream().filter(this::stands).toList();
        if (logged.isEmpty()) {
            return Optional.empty();
        }
        if (standing.size() < logged.size()) {
            return Optional.of(
                    Message.say(
                            "What that message logged was changed or taken out since, so nothing has changed. `/time` shows the log."));
        }
        List<TimePart> entries = tookNow(standing, said)
                .map(List::of)
                .orElseGet(() -> new TimeReader(session.plans(), context, Optional.empty()).read(said));
        List<Part> problems =
                replies.unread(entries.stream().filter(part -> !part.isClear()).toList());
        if (entries.isEmpty() || !problems.isEmpty()) {
            return Optional.of(new Message(problems)
                    .then(Message.say("So nothing has changed: what it logged before is still in the log.")));
        }
        return isTheSame(standing, entries) ? Optional.empty() : Optional.of(replaced(standing, entries));
    }

    /** A length of time and no more, where the message told how long an action took: it still does. */
    private Optional<TimePart> tookNow(List<TimeLog.Line> standing, String said) {
        return standing.stream()
                .filter(line -> standing.size() == 1 && isOfAction(line))
                .flatMap(line -> Worksheet.ACTION_TOOK
                        .read(said, Situation.ofNoPlan(context.today(), context.notation()))
                        .either(time -> Stream.of(with(time, line)), hint -> Stream.empty()))
                .findFirst();
    }

    private static boolean isOfAction(TimeLog.Line line) {
        return line.plan().actions().stream()
                .anyMatch(action -> ActionLines.name(action).equals(line.entry().note()));
    }

    private TimePart with(Hours time, TimeLog.Line line) {
        TimeDraft before = TimeDraft.of(line.entry());
        List<PlanCard> plan = session.plans().stream()
                .filter(card -> card.id().equals(line.plan().id()))
                .toList();
        return new TimePart(
                "",
                Words.of(""),
                Optional.of(new TimeDraft(before.day(), time, before.upkeep(), before.note())),
                plan,
                true);
    }

    private static boolean isTheSame(List<TimeLog.Line> standing, List<TimePart> entries) {
        return standing.stream()
                .map(line -> line.plan().id() + " " + TimeDraft.of(line.entry()))
                .toList()
                .equals(entries.stream()
                        .map(part ->
                                part.plans().get(0).id() + " " + part.spent().orElseThrow())
                        .toList());
    }

    /** An account's entries keep their numbers, in their order. */
    private Message replaced(List<TimeLog.Line> before, List<TimePart> entries) {
        before.forEach(log::takeOut);
        List<TimeLog.Line> free = new ArrayList<>(before);
        List<TimeLog.Line> after = new ArrayList<>();
        for (TimePart part : entries) {
            String refusal = log.put(part.plans().get(0).id(), part.spent().orElseThrow(), number(part, free))
                    .either(
                            line -> {
                                after.add(line);
                                return "";
                            },
                            hint -> hint);
            if (!refusal.isEmpty()) {
                return Message.say(refusal + " So nothing has changed.");
            }
        }
        log.close();
        List<Part> parts = new ArrayList<>(replies.changed(before, after));
        parts.add(TimeReplies.undo(after.get(0)));
        return new Message(parts);
    }

    private int number(TimePart part, List<TimeLog.Line> free) {
        for (Iterator<TimeLog.Line> each = free.iterator(); each.hasNext(); ) {
            TimeLog.Line line = each.next();
            if (line.plan().id().equals(part.plans().get(0).id())) {
                each.remove();
                return line.entry().number();
            }
        }
        return log.plan(part.plans().get(0).id()).orElseThrow().nextTimeEntry();
    }

    /** Deleting changes nothing, and the rep is told so if there is something that it might have changed. */
    public Optional<Message> deleted() {
        List<TimeLog.Line> standing = logged().stream().filter(this::stands).toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts =
                new ArrayList<>(replies.lines("Deleting a message changes nothing. Still in the log:", standing));
        parts.add(TimeReplies.button("Take it out", "/time delete " + TimeReplies.refs(standing)));
        parts.add(new Part.Quiet(Words.of("`/time` shows the log")));
        return Optional.of(new Message(parts));
    }

    /** What the message logged, as its last edit left it. */
    private List<TimeLog.Line> logged() {
        Map<TimeRef, TimeLog.Line> logged = new LinkedHashMap<>();
        for (RepSession.Written each : written) {
            for (Entry entry : each.entries()) {
                TimeRef ref = new TimeRef(each.plan(), entry.row());
                if (entry.kind() == Kind.LOGGED) {
                    log.plan(each.plan())
                            .ifPresent(plan -> logged.put(ref, new TimeLog.Line(plan, TimeEntry.of(entry))));
                } else if (entry.kind() == Kind.UNLOGGED) {
                    logged.remove(ref);
                }
            }
        }
        return List.copyOf(logged.values());
    }

    private boolean stands(TimeLog.Line line) {
        return log.at(line.ref())
                .filter(now -> now.entry().equals(line.entry()))
                .isPresent();
    }
}
