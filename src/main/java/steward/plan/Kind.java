package steward.plan;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kind of a journal entry: what happened. The names stand in the database and never change. */
public enum Kind {
    /** The rep began the plan. */
    STARTED("Started"),
    /** The plan came from a file, with what stands before this. */
    IMPORTED("Imported"),
    /** The account got another name: the value; what it was called before is kept as said. */
    RENAMED("Renamed"),
    /** The plan was deleted: nobody sees it any more. */
    DELETED("Deleted"),
    /** It is there again. */
    UNDELETED("Undeleted"),
    /** Steward asked a question; the value is the id of the message that asks it. */
    ASKED("Asked"),
    /** A question was answered; the value is what is kept of it. */
    ANSWERED("Answered"),
    /** Last year's plan says something here, which is no answer until the rep confirms it; the value is what is kept of it, empty if nothing. */
    SUGGESTED("Suggested"),
    /** The rep was offered next year's plan; the value is that year. */
    OFFERED("Offered"),
    /** The rep took the plan's days into a calendar of theirs; the value names those it had not got before: {@code action-1=2026-03-27}, with
     * spaces between. */
    CALENDAR_TAKEN("CalendarTaken"),
    /** A question was passed over. */
    SKIPPED("Skipped"),
    /** A settled question is open again; what stood there stands until it is replaced. The value is {@code back} if the rep went back to it. */
    REOPENED("Reopened"),
    /** A reopened or coached question is settled as it was. */
    KEPT("Kept"),
    /** An answer was saved and a hint given on how to make it better; the value is the hint. */
    COACHED("Coached"),
    /** A reply could not be read as an answer to the question. */
    UNREAD("Unread"),
    /** A reply may be no answer to the question: it was asked about, and is held until the rep says. */
    HELD("Held"),
    /** A reply that was held was no answer. */
    LET_GO("LetGo"),
    /** A blank is as if it had never been answered, but for its number. */
    CLEARED("Cleared"),
    /** The rep took back what entries did before this, and what was written at the same moment put it back; the value is
     * the first of them and the one after the last, counted from 0: {@code 12-15}. */
    TAKEN_BACK("TakenBack"),
    /** A table got another row. */
    ROW_ADDED("RowAdded"),
    /** A table's row was removed. */
    ROW_REMOVED("RowRemoved"),
    /** A removed row was brought back. */
    ROW_RESTORED("RowRestored"),
    /** The rep put the plan aside; the value is the instant at which Steward comes back to it, empty if the rep will. */
    PAUSED("Paused"),
    /** The rep took the plan up again. */
    RESUMED("Resumed"),
    /** The 90 days began; the value is their first day, an ISO date of the rep's own. */
    CYCLE_STARTED("CycleStarted"),
    /** The first 90 days have not begun after all: the plan is a draft again. */
    CYCLE_TAKEN_BACK("CycleTakenBack"),
    /** The plan was closed; the value is the reason. */
    CLOSED("Closed"),
    /** An opportunity was won; the value is its actual increase over last year, in minor units. */
    WON("Won"),
    /** An opportunity was lost; the value is the reason. */
    LOST("Lost"),
    /** An opportunity is open still, or again. */
    STILL_OPEN("StillOpen"),
    /** An action was done. */
    DONE("Done"),
    /** An action was given up; the value is the reason. */
    DROPPED("Dropped"),
    /** An action that was done or dropped is to be done after all. */
    UNDONE("Undone"),
    /** The rep wants to hear of an action later; the value is the day, an ISO date of the rep's own. Its due date stays. */
    SNOOZED("Snoozed"),
    /** An action still open at the end of a cycle goes on in the next: noted when the rep says so, and written as the next begins. */
    CARRIED("Carried"),
    /** A key question was put to the customer; the value is the question. */
    POSED("Posed"),
    /** It was not: the rep took that back; the value is the question. */
    UNPOSED("Unposed"),
    /** Time was logged, or an entry of the time log changed; the row is the entry's number, the value as {@link TimeEntry} keeps it. */
    LOGGED("Logged"),
    /** An entry of the time log was taken out; the row is its number. */
    UNLOGGED("Unlogged"),
    /** The time log of a week is complete, even if it is empty; the value is a day of that week, an ISO date of the rep's own. */
    WEEK_SETTLED("WeekSettled");

    private static final Map<String, Kind> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::journalName, Function.identity()));

    private final String journalName;

    Kind(String journalName) {
        this.journalName = journalName;
    }

    /** Its name in the database. */
    public String journalName() {
        return journalName;
    }

    /** The kind of such a name; empty if there is none. */
    public static Optional<Kind> named(String journalName) {
        return Optional.ofNullable(BY_NAME.get(journalName));
    }
}
