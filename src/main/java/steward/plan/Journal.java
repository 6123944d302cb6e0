package steward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;

/** Replays a plan's journal: reads its entries from first to last, and knows which blanks they left answered or open, and with what. */
final class Journal {

    /** What is no word of the rep's about the plan. */
    private static final Set<Kind> STEWARDS_OWN =
            EnumSet.of(Kind.ASKED, Kind.STARTED, Kind.IMPORTED, Kind.OFFERED, Kind.CALENDAR_TAKEN, Kind.WEEK_SETTLED);

    private final Map<Blank, BlankState> states = new HashMap<>();
    private final Map<Integer, Blank> numbers = new HashMap<>();
    private final Map<String, SortedSet<Integer>> rowsAdded = new HashMap<>();
    private final Map<String, SortedSet<Integer>> rowsRemoved = new HashMap<>();
    private final Deque<Blank> reopened = new ArrayDeque<>();
    private final Deque<Blank> lastAnswered = new ArrayDeque<>();
    private @Nullable AskedQuestion asking;
    private boolean paused;
    private @Nullable Instant pausedUntil;
    private boolean closed;
    private @Nullable String account;
    private @Nullable Instant deletedAt;
    private String whyClosed = "";
    private @Nullable LocalDate cycleStart;
    private int cycle;
    private @Nullable Instant lastHeard;
    private final Map<Integer, OpportunityOutcome> outcomes = new HashMap<>();
    private final ActionStates actionStates = new ActionStates();
    private final Set<String> posed = new HashSet<>();
    private final SortedMap<Integer, TimeEntry> timeLog = new TreeMap<>();
    private final Set<LocalDate> settledWeeks = new HashSet<>();
    private final Set<Integer> yearsOffered = new HashSet<>();
    private int lastTimeEntry;
    private Hours growthWhenEstimated = Hours.NONE;

    Journal(List<Entry> entries) {
        entries.forEach(this::read);
    }

    private void read(Entry entry) {
        switch (entry.kind()) {
            case STARTED, IMPORTED, CALENDAR_TAKEN -> {}
            case RENAMED -> account = entry.value();
            case DELETED -> deletedAt = entry.at();
            case UNDELETED -> deletedAt = null;
            case ASKED -> asked(blank(entry), entry.value());
            case ANSWERED -> {
                Blank blank = blank(entry);
                aboutActions(blank);
                settle(blank).answered(entry.value(), entry.said());
                if (blank.question().equals(Worksheet.HOURS_REQUIRED)) {
                    growthWhenEstimated = growth();
                }
                lastAnswered.remove(blank);
                lastAnswered.addFirst(blank);
            }
            case SUGGESTED -> state(blank(entry)).suggested(entry.value(), entry.said());
            case OFFERED -> yearsOffered.add(Integer.parseInt(entry.value()));
            case SKIPPED -> {
                aboutActions(blank(entry));
                settle(blank(entry)).skipped();
            }
            case KEPT -> settle(blank(entry)).kept();
            case REOPENED -> open(blank(entry)).reopened();
            case COACHED -> open(blank(entry)).coached(entry.value());
            case UNREAD -> state(blank(entry)).unread();
            case HELD -> state(blank(entry)).held(entry.said());
            case LET_GO -> state(blank(entry)).held("");
            case CLEARED -> {
                askNoMore(blank(entry));
                lastAnswered.remove(blank(entry));
                state(blank(entry)).cleared();
            }
            case TAKEN_BACK -> {}
            case ROW_ADDED ->
                rowsAdded
                        .computeIfAbsent(entry.question(), key -> new TreeSet<>())
                        .add(entry.row());
            case ROW_REMOVED ->
                rowsRemoved
                        .computeIfAbsent(entry.question(), key -> new TreeSet<>())
                        .add(entry.row());
            case ROW_RESTORED ->
                rowsRemoved
                        .computeIfAbsent(entry.question(), key -> new TreeSet<>())
                        .remove(entry.row());
            case PAUSED -> {
                paused = true;
                pausedUntil = entry.value().isEmpty() ? null : Instant.parse(entry.value());
            }
            case RESUMED -> {
                paused = false;
                pausedUntil = null;
                closed = false;
                whyClosed = "";
                // What is asked from here on is asked anew: a reply typed before belongs elsewhere.
                asking = null;
            }
            case CYCLE_STARTED -> {
                cycleStart = LocalDate.parse(entry.value());
                cycle++;
            }
            case CYCLE_TAKEN_BACK -> {
                cycleStart = null;
                cycle = 0;
            }
            case CLOSED -> {
                closed = true;
                whyClosed = entry.value();
                asking = null;
            }
            case DONE -> actionStates.done(entry.row(), entry.at());
            case DROPPED -> actionStates.dropped(entry.row(), entry.value());
            case UNDONE -> actionStates.undone(entry.row());
            case SNOOZED -> actionStates.snoozed(entry.row(), LocalDate.parse(entry.value()));
            case CARRIED -> actionStates.carried(entry.row(), cycle);
            case WON -> decided(entry.row(), new OpportunityOutcome.Won(new Money(Long.parseLong(entry.value()))));
            case LOST -> decided(entry.row(), new OpportunityOutcome.Lost(entry.value()));
            case STILL_OPEN -> decided(entry.row(), new OpportunityOutcome.Open());
            case POSED -> posed.add(entry.value());
            case UNPOSED -> posed.remove(entry.value());
            case LOGGED -> timeLog.put(entry.row(), TimeEntry.of(entry));
            case UNLOGGED -> timeLog.remove(entry.row());
            case WEEK_SETTLED -> settledWeeks.add(LocalDate.parse(entry.value()));
        }
        if (entry.kind() == Kind.LOGGED || entry.kind() == Kind.UNLOGGED) {
            lastTimeEntry = Math.max(lastTimeEntry, entry.row());
        } else if (!STEWARDS_OWN.contains(entry.kind())) {
            lastHeard = entry.at();
        }
    }

    /** What became of an opportunity is known now, however it was said: nothing is left to ask about it. */
    private void decided(int row, OpportunityOutcome outcome) {
        outcomes.put(row, outcome);
        askNoMore(new Blank(Worksheet.WON, row));
        askNoMore(new Blank(Worksheet.LOST, row));
    }

    private void askNoMore(Blank blank) {
        reopened.remove(blank);
        if (asking != null && asking.blank().equals(blank)) {
            asking = null;
        }
    }

    private void aboutActions(Blank blank) {
        if (blank.question().equals(Worksheet.ACTION)) {
            actionStates.begun(blank.row(), cycle);
        } else if (blank.question().equals(Worksheet.ACTION_DUE)) {
            actionStates.moved(blank.row());
        }
    }

    private void asked(Blank blank, String intent) {
        boolean again = asking != null && asking.blank().equals(blank);
        state(blank).asked(intent);
        asking = new AskedQuestion(blank, again && asking != null ? asking.firstIntent() : intent, intent);
    }

    private BlankState open(Blank blank) {
        reopened.remove(blank);
        reopened.addLast(blank);
        return state(blank);
    }

    private BlankState settle(Blank blank) {
        askNoMore(blank);
        BlankState state = state(blank);
        if (blank.question().isNumbered() && !state.hasNumber()) {
            state.numbered(numbers.size() + 1);
            numbers.put(numbers.size() + 1, blank);
        }
        return state;
    }

    private BlankState state(Blank blank) {
        return states.computeIfAbsent(blank, b -> new BlankState());
    }

    private static Blank blank(Entry entry) {
        Question<?> question = Worksheet.question(entry.question())
                .orElseThrow(() -> new IllegalStateException("The journal names no question: " + entry.question()));
        return new Blank(question, entry.row());
    }

    BlankState at(Blank blank) {
        return states.getOrDefault(blank, new BlankState());
    }

    Optional<Blank> numbered(int number) {
        return Optional.ofNullable(numbers.get(number));
    }

    /** The rows of a table that were ever begun, in order; the first is there from the start. */
    SortedSet<Integer> rows(Table table) {
        SortedSet<Integer> rows = new TreeSet<>(rowsAdded.getOrDefault(table.key(), new TreeSet<>()));
        rows.add(1);
        return rows;
    }

    boolean isRemoved(Table table, int row) {
        return rowsRemoved.getOrDefault(table.key(), new TreeSet<>()).contains(row);
    }

    /** The blanks that were reopened and are not settled yet, the last reopened first. */
    List<Blank> reopened() {
        List<Blank> lastFirst = new ArrayList<>(reopened);
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    boolean isReopened(Blank blank) {
        return reopened.contains(blank);
    }

    /** The blanks answered last, the newest first. */
    List<Blank> lastAnswered() {
        return List.copyOf(lastAnswered);
    }

    Optional<AskedQuestion> asking() {
        return Optional.ofNullable(asking);
    }

    boolean isPaused() {
        return paused;
    }

    /** When Steward comes back to it by itself, if it is paused and the rep said when. */
    Optional<Instant> pausedUntil() {
        return Optional.ofNullable(pausedUntil);
    }

    /** What the account is called since it was renamed; empty if it was not. */
    Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** When the plan was deleted, if it is. */
    Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    boolean isClosed() {
        return closed;
    }

    String whyClosed() {
        return whyClosed;
    }

    Optional<LocalDate> cycleStart() {
        return Optional.ofNullable(cycleStart);
    }

    int cycle() {
        return cycle;
    }

    Optional<Instant> lastHeard() {
        return Optional.ofNullable(lastHeard);
    }

    /** What became of an opportunity. */
    OpportunityOutcome outcome(int row) {
        return outcomes.getOrDefault(row, new OpportunityOutcome.Open());
    }

    ActionStates actionStates() {
        return actionStates;
    }

    boolean isPosed(String keyQuestion) {
        return posed.contains(keyQuestion);
    }

    /** The entries of the time log that stand, in the order in which they were logged first. */
    List<TimeEntry> timeLog() {
        return List.copyOf(timeLog.values());
    }

    /** Whether the rep said that the log of a week is complete. */
    boolean isWeekSettled(LocalDate from, LocalDate to) {
        return settledWeeks.stream().anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
    }

    boolean isOffered(int year) {
        return yearsOffered.contains(year);
    }

    int lastTimeEntry() {
        return lastTimeEntry;
    }

    private Hours growth() {
        return TimeEntry.sum(timeLog.values().stream().filter(entry -> !entry.upkeep()));
    }

    /** The growth hours that had been logged when the hours required were last answered. */
    Hours growthWhenEstimated() {
        return growthWhenEstimated;
    }
}
