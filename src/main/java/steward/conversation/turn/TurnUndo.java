package steward.conversation.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import steward.conversation.turn.writing.TurnWriter;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Part;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;

/**
 * Takes back what the rep did last on a plan, and with each further word what they did before that.
 *
 * <p>The journal is only added to: what is taken back is followed by entries that put it as it was, and by one that says so. Undo itself is
 * not undone.
 */
final class TurnUndo {

    private static final int DEPTH_MAX = 10;
    private static final Duration OLD = Duration.ofDays(1);

    /** What may be taken back. */
    private static final Set<Kind> DEEDS = Set.of(
            Kind.ANSWERED,
            Kind.SKIPPED,
            Kind.ROW_ADDED,
            Kind.ROW_REMOVED,
            Kind.ROW_RESTORED,
            Kind.LOGGED,
            Kind.UNLOGGED,
            Kind.DONE,
            Kind.DROPPED,
            Kind.UNDONE,
            Kind.SNOOZED,
            Kind.WON,
            Kind.LOST,
            Kind.STILL_OPEN,
            Kind.POSED,
            Kind.UNPOSED,
            Kind.CLOSED);

    private static final Pattern TAKEN_BACK = Pattern.compile("(\\d+)-\\d+\\+(\\d+)");

    private final TurnWriter writer;

    TurnUndo(TurnWriter writer) {
        this.writer = writer;
    }

    /** What was done at once: the entries from the one place on, up to the other. */
    private record Event(int from, int to, Instant at) {}

    /** @param words which entries, as a button says; empty for what was done last */
    void undo(String words) {
        if (words.matches("\\d+-\\d+")) {
            String[] ends = words.split("-", 2);
            int from = Integer.parseInt(ends[0]);
            takeBack(
                    from,
                    Math.min(Integer.parseInt(ends[1]), writer.plan().entries().size()));
        } else if (!words.isEmpty()) {
            new Rows(writer).undoRow(words);
        } else {
            last().ifPresentOrElse(
                            this::undoLast,
                            () -> writer.tell(
                                    "There is nothing left to take back here. To change an answer, say `edit` and its number."));
        }
    }

    private void undoLast(Event event) {
        if (Duration.between(event.at(), writer.context().now()).compareTo(OLD) > 0) {
            writer.tell("The last thing here was done more than a day ago. Take it back all the same?");
            writer.note(new Part.Choices(
                    Abouts.of(writer.plan()),
                    List.of(new Button("Take it back", "undo " + event.from() + "-" + event.to()))));
        } else {
            takeBack(event.from(), event.to());
        }
    }

    private void takeBack(int from, int to) {
        Plan plan = writer.plan();
        if (from >= to || isTakenBack(plan, from)) {
            writer.tell("That is taken back already.");
            return;
        }
        UndoEntries undo = new UndoEntries(writer, plan.asOf(from), plan.asOf(to));
        boolean changed = undo.takeBack(plan.entries().subList(from, to));
        int count = writer.plan().entries().size() - plan.entries().size();
        writer.write(Kind.TAKEN_BACK, from + "-" + to + "+" + count);
        if (!changed) {
            writer.tell("That has changed since, so there is nothing to take back.");
        }
    }

    private static boolean isTakenBack(Plan plan, int from) {
        return plan.entries().stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.TAKEN_BACK && entry.value().startsWith(from + "-"));
    }

    /** The last event that is not taken back yet, of the newest ten. */
    private Optional<Event> last() {
        List<Event> events = events(writer.plan());
        List<Event> newest = events.subList(Math.max(0, events.size() - DEPTH_MAX), events.size());
        return newest.stream()
                .filter(event -> !isTakenBack(writer.plan(), event.from()))
                .reduce((earlier, later) -> later);
    }

    /** Each thing that was done, with what went with it: the hint on an answer, the row that a yes began, the time that a done took. */
    private static List<Event> events(Plan plan) {
        List<Event> events = new ArrayList<>();
        List<Entry> entries = plan.entries();
        Set<Integer> putBack = putBack(entries);
        int i = 0;
        while (i < entries.size()) {
            if (DEEDS.contains(entries.get(i).kind()) && !putBack.contains(i)) {
                int from = i;
                i++;
                while (i < entries.size() && goesWith(entries.get(i - 1), entries.get(i))) {
                    i++;
                }
                events.add(new Event(from, i, entries.get(from).at()));
            } else {
                i++;
            }
        }
        return events;
    }

    /** The places of entries by which something was taken back: undo is not undone. */
    private static Set<Integer> putBack(List<Entry> entries) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Matcher back = TAKEN_BACK.matcher(entries.get(i).value());
            if (entries.get(i).kind() == Kind.TAKEN_BACK && back.matches()) {
                int count = Integer.parseInt(back.group(2));
                IntStream.range(i - count, i).forEach(places::add);
            }
        }
        return places;
    }

    private static boolean goesWith(Entry before, Entry next) {
        if (!before.at().equals(next.at())) {
            return false;
        }
        return switch (next.kind()) {
            case COACHED -> before.kind() == Kind.ANSWERED && next.question().equals(before.question());
            case ROW_ADDED ->
                before.kind() == Kind.ANSWERED && before.question().endsWith(".another");
            case ANSWERED -> before.kind() == Kind.ROW_ADDED || before.kind() == Kind.STILL_OPEN;
            case LOGGED -> before.kind() == Kind.DONE;
            case UNLOGGED -> before.kind() == Kind.UNDONE;
            case WON, LOST -> before.kind() == Kind.ANSWERED || before.kind() == Kind.SKIPPED;
            case CLOSED -> before.kind() == Kind.ANSWERED && before.question().equals("close");
            default -> false;
        };
    }
}
