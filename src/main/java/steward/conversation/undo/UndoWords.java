package steward.conversation.undo;

import java.util.Optional;
import steward.conversation.turn.UndoHistory.Deed;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Plan;
import steward.plan.TimeEntry;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/** What the rep did, in a few words, for them to tell whether that is what they want back. */
final class UndoWords {

    private final Deed deed;
    private final Plan plan;
    private final Reader reader;

    UndoWords(Deed deed, Reader reader) {
        this.deed = deed;
        this.plan = deed.plan();
        this.reader = reader;
    }

    /** "2 h logged at Borealis". */
    String words() {
        return deed.entries().stream()
                        .flatMap(entry -> what(entry).stream())
                        .findFirst()
                        .or(() -> deed.entries().stream()
                                .flatMap(entry -> blank(entry).stream())
                                .findFirst()
                                .map(this::answer))
                        .orElse("something")
                + " at " + plan.account();
    }

    private Optional<String> what(Entry entry) {
        return switch (entry.kind()) {
            case STARTED -> Optional.of("the plan begun");
            case IMPORTED -> Optional.of("the plan imported");
            case RENAMED -> Optional.of("the account renamed from " + entry.said());
            case DELETED -> Optional.of("the plan deleted");
            case ANSWERED ->
                blank(entry).filter(blank -> blank.question().isNumbered()).map(this::answer);
            case SKIPPED ->
                blank(entry)
                        .filter(blank -> blank.question().isNumbered())
                        .map(blank -> facts().labelAlone(blank) + " passed over");
            case ROW_ADDED -> Optional.of("a row added");
            case ROW_REMOVED -> row(entry).map(name -> name + " removed");
            case ROW_RESTORED -> row(entry).map(name -> name + " brought back");
            case LOGGED -> Optional.of(TimeEntry.of(entry).time().shown(reader.notation()) + " logged");
            case UNLOGGED ->
                TimeEntry.last(plan, entry.row())
                        .map(time -> time.time().shown(reader.notation()) + " taken out of the log");
            case DONE -> action(entry, "done");
            case DROPPED -> action(entry, "dropped");
            case UNDONE -> action(entry, "to be done after all");
            case SNOOZED -> action(entry, "put off");
            case WON -> opportunity(entry, "won");
            case LOST -> opportunity(entry, "lost");
            case STILL_OPEN -> opportunity(entry, "still open");
            case POSED -> Optional.of("“" + entry.value() + "” asked");
            case UNPOSED -> Optional.of("“" + entry.value() + "” not asked yet");
            case CYCLE_STARTED -> Optional.of("the 90 days begun");
            case CLOSED -> Optional.of("the " + plan.year() + " plan closed");
            case UNDELETED,
                    ASKED,
                    KEPT,
                    REOPENED,
                    COACHED,
                    UNREAD,
                    HELD,
                    LET_GO,
                    CLEARED,
                    TAKEN_BACK,
                    PAUSED,
                    RESUMED,
                    CYCLE_TAKEN_BACK,
                    CARRIED,
                    WEEK_SETTLED,
                    SUGGESTED,
                    OFFERED,
                    CALENDAR_TAKEN -> Optional.empty();
        };
    }

    private PlanFacts facts() {
        return new PlanFacts(plan, reader);
    }

    private static Optional<Blank> blank(Entry entry) {
        return Worksheet.question(entry.question()).map(question -> new Blank(question, entry.row()));
    }

    private String answer(Blank blank) {
        return "“" + facts().value(blank).text() + "” for " + facts().labelAlone(blank);
    }

    private Optional<String> row(Entry entry) {
        Plan before = plan.asOf(deed.from());
        return Worksheet.tableByKey(entry.question())
                .map(Table::first)
                .map(first -> new Blank(first, entry.row()))
                .flatMap(first -> new PlanFacts(before, reader).shown(first).or(() -> facts().shown(first)));
    }

    private Optional<String> action(Entry entry, String became) {
        return facts().shown(new Blank(Worksheet.ACTION, entry.row())).map(name -> "“" + name + "” " + became);
    }

    private Optional<String> opportunity(Entry entry, String became) {
        return facts().shown(new Blank(Worksheet.OPPORTUNITY, entry.row())).map(name -> "“" + name + "” " + became);
    }
}
