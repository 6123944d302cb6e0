package steward.conversation.time;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.desk.Desk;
import steward.conversation.desk.Occasion;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.TimeEntry;

/** Time that was logged by a message in the chat, when the rep edits or deletes that message. */
public final class TimeAmending {

    private final Desk desk;
    private final Occasion occasion;
    private final TimeBook book;
    private final TimeReplies replies;
    private final List<Desk.Written> written;

    /** @param written what the message wrote, and edits of it since */
    public TimeAmending(Desk desk, Occasion occasion, List<Desk.Written> written) {
        this.desk = desk;
        this.occasion = occasion;
        this.book = new TimeBook(desk, occasion);
        this.replies = new TimeReplies(book, occasion.reader());
        this.written = List.copyOf(written);
    }

    /** Logs what the message says now in place of what it logged; empty if it logged nothing, or says the same. */
    public Optional<Message> edited(String said) {
        List<TimeBook.Line> logged = logged();
        List<TimeBook.Line> standing = logged.stream().filter(this::stands).toList();
        if (logged.isEmpty()) {
            return Optional.empty();
        }
        if (standing.size() < logged.size()) {
            return Optional.of(
                    Message.say(
                            "What that message logged was changed or taken out since, so nothing has changed. `/time` shows the log."));
        }
        List<TimePart> entries = new TimeReader(desk.plans(), occasion, Optional.empty()).read(said);
        List<Part> problems =
                replies.unread(entries.stream().filter(part -> !part.isClear()).toList());
        if (entries.isEmpty() || !problems.isEmpty()) {
            return Optional.of(new Message(problems)
                    .then(Message.say("So nothing has changed: what it logged before is still in the log.")));
        }
        return isTheSame(standing, entries) ? Optional.empty() : Optional.of(replaced(standing, entries));
    }

    private static boolean isTheSame(List<TimeBook.Line> standing, List<TimePart> entries) {
        return standing.stream()
                .map(line -> line.plan().id() + " " + Spent.of(line.entry()))
                .toList()
                .equals(entries.stream()
                        .map(part ->
                                part.plans().get(0).id() + " " + part.spent().orElseThrow())
                        .toList());
    }

    /** An account's entries keep their numbers, in their order. */
    private Message replaced(List<TimeBook.Line> before, List<TimePart> entries) {
        before.forEach(book::takeOut);
        List<TimeBook.Line> free = new ArrayList<>(before);
        List<TimeBook.Line> after = new ArrayList<>();
        for (TimePart part : entries) {
            String refusal = book.put(part.plans().get(0).id(), part.spent().orElseThrow(), number(part, free))
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
        book.close();
        List<Part> parts = new ArrayList<>(replies.changed(before, after));
        parts.add(TimeReplies.button("Undo", "/time undo " + TimeReplies.refs(after)));
        return new Message(parts);
    }

    private int number(TimePart part, List<TimeBook.Line> free) {
        for (Iterator<TimeBook.Line> each = free.iterator(); each.hasNext(); ) {
            TimeBook.Line line = each.next();
            if (line.plan().id().equals(part.plans().get(0).id())) {
                each.remove();
                return line.entry().number();
            }
        }
        return book.plan(part.plans().get(0).id()).orElseThrow().nextTimeEntry();
    }

    /** Deleting changes nothing, and the rep is told so if there is something that it might have changed. */
    public Optional<Message> deleted() {
        List<TimeBook.Line> standing = logged().stream().filter(this::stands).toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts =
                new ArrayList<>(replies.lines("Deleting a message changes nothing. Still in the log:", standing));
        parts.add(TimeReplies.button("Take it out", "/time undo " + TimeReplies.refs(standing)));
        parts.add(new Part.Quiet(Words.of("`/time` shows the log")));
        return Optional.of(new Message(parts));
    }

    /** What the message logged, as its last edit left it. */
    private List<TimeBook.Line> logged() {
        Map<TimeRef, TimeBook.Line> logged = new LinkedHashMap<>();
        for (Desk.Written each : written) {
            for (Entry entry : each.entries()) {
                TimeRef ref = new TimeRef(each.plan(), entry.row());
                if (entry.kind() == Kind.LOGGED) {
                    book.plan(each.plan())
                            .ifPresent(plan -> logged.put(ref, new TimeBook.Line(plan, TimeEntry.of(entry))));
                } else if (entry.kind() == Kind.UNLOGGED) {
                    logged.remove(ref);
                }
            }
        }
        return List.copyOf(logged.values());
    }

    private boolean stands(TimeBook.Line line) {
        return book.at(line.ref())
                .filter(now -> now.entry().equals(line.entry()))
                .isPresent();
    }
}
