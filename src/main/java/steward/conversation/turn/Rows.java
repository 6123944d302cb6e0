package steward.conversation.turn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.turn.writing.TurnWriter;
import steward.message.Control.Button;
import steward.message.SideQuestion;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;

/** Adds, removes and restores rows of tables, and changes an opportunity's own margin. */
public final class Rows {

    private static final Pattern MARGIN = Pattern.compile("(?:of )?(.+?)\\s+([0-9.,]+\\s*%?)", Pattern.DOTALL);

    private static final int ROWS_OFFERED_MAX = 5;

    private final TurnWriter writer;

    public Rows(TurnWriter writer) {
        this.writer = writer;
    }

    private RowFinder names() {
        return new RowFinder(writer.plan(), writer.facts());
    }

    /** Begins the row that comes after all others. */
    public Blank begin(Table table) {
        int row = writer.plan().nextRow(table);
        writer.write(Kind.ROW_ADDED, table, row, "");
        return new Blank(table.first(), row);
    }

    /** Adds a contact, an opportunity or an action, and asks about it at once. */
    void add(String words) {
        Optional<Table> table = RowFinder.table(words);
        if (table.isPresent()) {
            add(table.get());
        } else {
            writer.tell(RowFinder.isContact(words) ? "A contact in which role?" : "What shall I add?");
            Stream<Table> tables = Worksheet.tables();
            List<Button> buttons = tables.filter(
                            found -> !RowFinder.isContact(words) || Worksheet.ROLES.contains(found))
                    .map(found -> new Button(found.title(), "add " + found.name()))
                    .toList();
            writer.noteWhich(buttons);
        }
    }

    void add(Table table) {
        if (writer.plan().isFull(table)) {
            writer.tell(
                    "That is all that fits: " + table.rowsMax() + " of them. Say `remove` and its name to make room.");
            return;
        }
        boolean empty = writer.plan().rows(table).isEmpty();
        Blank first = empty ? firstOf(table) : begin(table);
        List<Question<?>> lastFirst = new ArrayList<>(table.columns());
        Collections.reverse(lastFirst);
        lastFirst.stream()
                .filter(column -> column.isAsked(writer.plan()))
                .forEach(column -> writer.write(Kind.REOPENED, new Blank(column, first.row())));
    }

    /** The row that was passed over: it is there to be filled in. What was removed never comes back under another's name. */
    private Blank firstOf(Table table) {
        return writer.plan()
                .blanks()
                .filter(blank -> blank.question().equals(table.first()))
                .filter(blank -> !writer.plan().isRemoved(table, blank.row()))
                .findFirst()
                .orElseGet(() -> begin(table));
    }

    void askToRemove(String words) {
        List<Blank> found = names().find(words);
        Optional<Table> table = found.isEmpty() ? RowFinder.tableOfRow(words) : Optional.empty();
        if (table.isPresent()) {
            sayWhichThereAre(table.get());
        } else if (words.isBlank() || found.isEmpty()) {
            writer.tell("Which one? Say `remove` and the name, like `remove Dana Wu` or `remove opportunity 2`.");
            writer.asks(whichRow());
        } else if (found.size() > 1) {
            writer.tell("Which one?");
            writer.noteWhich(
                    found.stream().limit(ROWS_OFFERED_MAX).map(this::toRemove).toList());
        } else {
            Blank first = found.get(0);
            askToRemove(new Blank(first.table().orElseThrow().remove(), first.row()));
        }
    }

    /** No row has that number: these have others. */
    private void sayWhichThereAre(Table table) {
        List<Blank> firsts = writer.plan().rows(table).stream()
                .map(row -> new Blank(table.first(), row))
                .filter(first -> writer.plan().kept(first).isPresent())
                .toList();
        writer.tell(
                "{}",
                switch (firsts.size()) {
                    case 0 -> "There is no " + table.name() + " in this plan yet.";
                    case 1 -> "There is only one " + table.name() + ". Remove that one?";
                    default -> "There is none of that number, but these:";
                });
        writer.noteWhich(
                firsts.stream().limit(ROWS_OFFERED_MAX).map(this::toRemove).toList());
    }

    private Button toRemove(Blank first) {
        return new Button(
                names().title(first) + ": " + writer.facts().value(first).text(), "remove " + names().name(first));
    }

    /** Any row, by its name. */
    private SideQuestion whichRow() {
        List<SideQuestion.Option> options = new ArrayList<>();
        for (Table table : Worksheet.tables().toList()) {
            for (int row : writer.plan().rows(table)) {
                Blank first = new Blank(table.first(), row);
                options.add(new SideQuestion.Option(
                        options.size() + 1,
                        writer.facts().shown(first).orElse(""),
                        writer.plan().id().text(),
                        "remove " + names().name(first)));
            }
        }
        return SideQuestion.which(options);
    }

    /** Asks whether to remove a row. */
    void askToRemove(Blank asked) {
        leaveOtherRemovals(asked);
        writer.write(Kind.REOPENED, asked);
    }

    /** A newer removal takes the place of those asked about before. */
    private void leaveOtherRemovals(Blank asked) {
        for (Table table : Worksheet.tables().toList()) {
            for (int row : writer.plan().rows(table)) {
                Blank removal = new Blank(table.remove(), row);
                if (!removal.equals(asked) && writer.plan().isReopened(removal)) {
                    writer.settle(Kind.KEPT, removal, "", "");
                }
            }
        }
    }

    /** Removes a row at once: the rep named it exactly, and can undo it. */
    void removeNow(Blank asked) {
        leaveOtherRemovals(asked);
        remove(asked);
    }

    /** Removes the row of a "remove?" that got its yes. */
    void remove(Blank asked) {
        Table table = asked.table().orElseThrow();
        Blank first = new Blank(table.first(), asked.row());
        String name = writer.facts().value(first).text();
        writer.write(Kind.ROW_REMOVED, table, asked.row(), "");
        writer.tell("Removed *{}*.", name);
        beginAnew(table);
        writer.noteUndo();
    }

    /** Where nobody stands in a role any more, somebody else is asked for, in a row that nothing was ever said of. */
    private void beginAnew(Table table) {
        boolean isEmpty = writer.plan().rows(table).isEmpty();
        if (isEmpty && writer.plan().status() == Status.DRAFT) {
            begin(table);
        } else if (isEmpty && Worksheet.ROLES.contains(table)) {
            add(table);
        }
    }

    /** Brings a row back; the empty one that was begun in its place goes. */
    void restore(Table table, int row) {
        writer.write(Kind.ROW_RESTORED, table, row, "");
        writer.plan()
                .blanks()
                .filter(blank -> blank.question().equals(table.first()) && blank.row() > row)
                .filter(blank -> !writer.plan().isSettled(blank))
                .toList()
                .forEach(empty -> writer.write(Kind.ROW_REMOVED, table, empty.row(), ""));
    }

    /** The name before a margin: "Training" of "Training 60%"; empty if there is none. */
    private static String named(String words) {
        Matcher matcher = MARGIN.matcher(words.strip());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Gives an opportunity a gross margin of its own. */
    void margin(String words) {
        Matcher matcher = MARGIN.matcher(words.strip());
        List<Blank> opportunities = names().find(named(words)).stream()
                .filter(first -> first.question().equals(Worksheet.OPPORTUNITY))
                .toList();
        if (!matcher.matches() || opportunities.size() != 1) {
            writer.tell("Whose margin, and what is it? Say it like `margin opportunity 2 60%`.");
            return;
        }
        Blank margin = new Blank(Worksheet.OWN_MARGIN, opportunities.get(0).row());
        String hint = Worksheet.OWN_MARGIN
                .readKept(matcher.group(2), writer.situation(margin))
                .either(
                        kept -> {
                            writer.settle(Kind.ANSWERED, margin, kept, matcher.group(2));
                            return "";
                        },
                        unclear -> unclear);
        writer.note(hint.isEmpty() ? writer.facts().settled(margin) : AnswerHandler.complaint(matcher.group(2), hint));
    }
}
