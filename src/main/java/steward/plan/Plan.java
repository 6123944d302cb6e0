package steward.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.rep.RepId;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Notation;

/**
 * One rep's worksheet for one key account and one year.
 *
 * <p>A plan is its journal: where the rep is, what is missing and what stands in each blank are worked out from the entries and stored
 * nowhere. It never changes; {@link #with} gives the plan after more entries.
 */
public final class Plan implements Answers {

    /** How many days the actions live: a cycle. */
    public static final int CYCLE_DAYS = 90;

    /** The days of a cycle, from 1, on which the rep looks at what is open. */
    public static final List<Integer> CHECKPOINT_DAYS = List.of(30, 60);

    private final PlanId id;
    private final RepId owner;
    private final String account;
    private final int year;
    private final List<Entry> entries;
    private final Journal journal;

    /** By step, as they unfold, once somebody has asked: a plan never changes. */
    private final Map<Integer, List<Blank>> blanks = new ConcurrentHashMap<>();

    private @Nullable Open open;

    /** The blank that Steward asks, if there is one. */
    private record Open(Optional<Blank> blank) {}

    public Plan(PlanId id, RepId owner, String account, int year, List<Entry> entries) {
        this.id = id;
        this.owner = owner;
        this.account = account;
        this.year = year;
        this.entries = List.copyOf(entries);
        this.journal = new Journal(this.entries);
    }

    /** This plan after more has happened. */
    public Plan with(List<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Plan(id, owner, account, year, all);
    }

    /** This plan as it was when its journal had that many entries. */
    public Plan asOf(int count) {
        return new Plan(id, owner, account, year, entries.subList(0, Math.min(count, entries.size())));
    }

    public PlanId id() {
        return id;
    }

    public RepId owner() {
        return owner;
    }

    public String account() {
        return journal.account().orElse(account);
    }

    /** When the rep deleted it; empty if they did not. */
    public Optional<Instant> deletedAt() {
        return journal.deletedAt();
    }

    public boolean isDeleted() {
        return journal.deletedAt().isPresent();
    }

    public int year() {
        return year;
    }

    public List<Entry> entries() {
        return entries;
    }

    public Status status() {
        if (journal.isClosed()) {
            return Status.CLOSED;
        }
        return journal.cycle() > 0 ? Status.RUNNING : Status.DRAFT;
    }

    /** Why it was closed, in the rep's words; empty if it is not, or they gave no reason. */
    public String whyClosed() {
        return journal.whyClosed();
    }

    public boolean isPaused() {
        return journal.isPaused();
    }

    /** When Steward comes back to it by itself, if it is paused and the rep said when. */
    public Optional<Instant> pausedUntil() {
        return journal.pausedUntil();
    }

    /** Whether a question of it waits for an answer. */
    public boolean isWaiting() {
        return open().isPresent() && !isPaused();
    }

    /** The cycle that runs now, from 1; 0 before the first. */
    public int cycle() {
        return journal.cycle();
    }

    /** The first day of the cycle that runs now. */
    public Optional<LocalDate> cycleStart() {
        return journal.cycleStart();
    }

    /** The first day of the first cycle. */
    public Optional<LocalDate> firstCycleStart() {
        return cycleStarts().stream()
                .map(place -> LocalDate.parse(entries.get(place).value()))
                .findFirst();
    }

    /** The places in the journal at which cycles begin, but for those that were taken back. */
    public List<Integer> cycleStarts() {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            Kind kind = entries.get(place).kind();
            if (kind == Kind.CYCLE_TAKEN_BACK) {
                places.clear();
            } else if (kind == Kind.CYCLE_STARTED) {
                places.add(place);
            }
        }
        return List.copyOf(places);
    }

    /** Which day of the cycle that runs now a day is, from 1; past {@link #CYCLE_DAYS} once the cycle is over. */
    public long dayOfCycle(LocalDate today) {
        return ChronoUnit.DAYS.between(journal.cycleStart().orElse(today), today) + 1;
    }

    /** When the rep last did something about this plan. */
    public Optional<Instant> lastHeard() {
        return journal.lastHeard();
    }

    /**
     * The first open blank: the one that Steward asks. A reopened one comes before all others, the last reopened first; in a running plan
     * nothing else is waited for.
     */
    public Optional<Blank> open() {
        Open known = open;
        if (known == null) {
            known = new Open(firstOpen());
            open = known;
        }
        return known.blank();
    }

    private Optional<Blank> firstOpen() {
        if (isDeleted()) {
            return Optional.empty();
        }
        return switch (status()) {
            case CLOSED -> Optional.empty();
            case RUNNING -> lastReopened();
            case DRAFT ->
                lastReopened()
                        .or(() -> blanks().filter(blank -> !isSettled(blank)).findFirst());
        };
    }

    /** The blank reopened last that still stands: those of a row folded away are waited for no more. */
    private Optional<Blank> lastReopened() {
        return journal.reopened().stream()
                .filter(blank -> blank.isApart() ? !isRemoved(blank) : blanks().anyMatch(blank::equals))
                .findFirst();
    }

    /** The question that was asked last and is still open. */
    public Optional<AskedQuestion> asking() {
        return journal.asking();
    }

    /** Every blank of the worksheet as it unfolds now, in paper order, with each step's summary at its end. */
    public Stream<Blank> blanks() {
        return Worksheet.STEPS.stream().flatMap(this::blanks);
    }

    /** The blanks of one step, in paper order, its summary last. */
    public Stream<Blank> blanks(Step step) {
        List<Blank> known = blanks.get(step.number());
        if (known == null) {
            known = new BlankSequence(this, journal).blanks(step).toList();
            blanks.put(step.number(), known);
        }
        return known.stream();
    }

    /** Whether the rep removed a row. */
    public boolean isRemoved(Table table, int row) {
        return journal.isRemoved(table, row);
    }

    private boolean isRemoved(Blank blank) {
        return blank.row() > 0
                && blank.table().filter(table -> isRemoved(table, blank.row())).isPresent();
    }

    @Override
    public List<Integer> rows(Table table) {
        return journal.rows(table).stream()
                .filter(row -> kept(new Blank(table.first(), row)).isPresent())
                .toList();
    }

    /** Whether a table takes no more rows. Actions done or dropped need no room. */
    public boolean isFull(Table table) {
        long standing = table.equals(Worksheet.ACTIONS)
                ? actions().stream().filter(Action::isOpen).count()
                : rows(table).size();
        return standing >= table.rowsMax();
    }

    /** The number of the row that comes after all rows ever begun. */
    public int nextRow(Table table) {
        return journal.rows(table).last() + 1;
    }

    @Override
    public <T> Optional<T> get(Question<T> question, int row) {
        return kept(new Blank(question, row)).map(question.answer()::restored);
    }

    @Override
    public Optional<Integer> planYear() {
        return Optional.of(year);
    }

    @Override
    public LocalDate lastDueDay(LocalDate today) {
        LocalDate last = journal.cycleStart().orElse(today).plusDays(CYCLE_DAYS - 1);
        return last.isBefore(today) ? today.plusDays(CYCLE_DAYS - 1) : last;
    }

    /** What is kept in a blank. */
    public Optional<String> kept(Blank blank) {
        return isRemoved(blank) ? Optional.empty() : journal.at(blank).value();
    }

    /** What the rep said there, as typed. */
    public String said(Blank blank) {
        return journal.at(blank).said();
    }

    /** What stands in a blank, as Steward says it. */
    public Optional<String> shown(Blank blank, LocalDate today, Notation notation) {
        return kept(blank).map(kept -> blank.question().shown(kept, situation(blank, today, notation)));
    }

    public Situation situation(Blank blank, LocalDate today, Notation notation) {
        return new Situation(this, blank.row(), today, notation);
    }

    /**
     * What last year's plan says in a blank that waits for an answer. Nothing once the row is about somebody or something else, nor where it
     * is a day that is over by now.
     */
    public Optional<Suggestion> suggestion(Blank blank, LocalDate today) {
        return journal.at(blank)
                .suggestion()
                .filter(last -> !isSettled(blank) && kept(blank).isEmpty() && isOfTheSame(blank))
                .filter(last -> last.isLeftOpen()
                        || !blank.question().answer().isDate()
                        || !LocalDate.parse(last.kept()).isBefore(today));
    }

    /** Whether last year's plan has an answer for a blank that has none yet. */
    public boolean isSuggested(Blank blank) {
        return isToBeKept(blank)
                && journal.at(blank)
                        .suggestion()
                        .filter(last -> !last.isLeftOpen())
                        .isPresent();
    }

    /** Whether last year's plan has an answer for a blank that has none yet, or has it left open too. */
    public boolean isToBeKept(Blank blank) {
        return !isSettled(blank) && journal.at(blank).suggestion().isPresent();
    }

    /** Whether the row is still about the one that it was suggested for; a person may have another position by now. */
    private boolean isOfTheSame(Blank blank) {
        Optional<Blank> head =
                blank.table().filter(table -> !blank.isAnother()).map(table -> new Blank(table.first(), blank.row()));
        Optional<String> suggested =
                head.flatMap(first -> journal.at(first).suggestion()).map(Suggestion::kept);
        Optional<String> kept = head.flatMap(this::kept);
        boolean isPerson = blank.table().filter(Worksheet.ROLES::contains).isPresent();
        return kept.isEmpty()
                || suggested.isEmpty()
                || (isPerson ? name(kept.get()).equals(name(suggested.get())) : kept.equals(suggested));
    }

    private static String name(String person) {
        return person.split(", ", 2)[0];
    }

    /** Whether the rep was offered the plan of a year from this one. */
    public boolean isOffered(int nextYear) {
        return journal.isOffered(nextYear);
    }

    /** Whether a blank was opened again and keeps its old answer until there is a new one. */
    public boolean isReopened(Blank blank) {
        return journal.isReopened(blank);
    }

    public boolean isSettled(Blank blank) {
        return journal.at(blank).isSettled();
    }

    public boolean isSkipped(Blank blank) {
        return journal.at(blank).isSkipped() || isRemoved(blank);
    }

    /** The message that asked this question last; empty if none has. */
    public String askedBy(Blank blank) {
        return journal.at(blank).intent();
    }

    /** The message that shows what stands here since it was settled; empty if none does. */
    public String shownBy(Blank blank) {
        return journal.at(blank).shownBy();
    }

    /** Whether a hint was ever given on an answer in this row. */
    public boolean wasCoached(Table table, int row) {
        return table.columns().stream()
                .anyMatch(column -> journal.at(new Blank(column, row)).wasCoached());
    }

    /** The hint on how to make the answer better that waits there; empty if none does. */
    public String hint(Blank blank) {
        return journal.at(blank).hint();
    }

    /** A reply to this question that may be no answer, and waits until the rep has said what it is; empty if none does. */
    public Optional<String> held(Blank blank) {
        return Optional.of(journal.at(blank).held()).filter(words -> !words.isEmpty());
    }

    /** How many replies to this question could not be read since it was opened. */
    public int unreadInARow(Blank blank) {
        return journal.at(blank).unreadInARow();
    }

    /** The answer's number in this plan, given when it was first settled and never given again. */
    public Optional<Integer> number(Blank blank) {
        return journal.at(blank).number();
    }

    public Optional<Blank> numbered(int number) {
        return journal.numbered(number);
    }

    /** The blanks answered last, the newest first. */
    public List<Blank> lastAnswered() {
        return journal.lastAnswered();
    }

    /** What is not known yet: blanks that were skipped though they matter, in paper order. */
    public List<Blank> gaps() {
        return blanks().filter(blank -> isSkipped(blank) || isLeftOpen(blank))
                .filter(blank -> !blank.question().isOptional() && !isOver(blank))
                .toList();
    }

    /** Whether a plan runs though a blank of it was never settled: a row was added, and left half way. */
    private boolean isLeftOpen(Blank blank) {
        return status() == Status.RUNNING
                && blank.question().isNumbered()
                && !blank.isAnother()
                && !blank.isSummary()
                && !isSettled(blank)
                && kept(blank).isEmpty();
    }

    /** Whether a blank is about an action that is done or dropped: nobody waits for what is not known of it. */
    public boolean isOver(Blank blank) {
        return blank.table().filter(Worksheet.ACTIONS::equals).isPresent()
                && journal.actionStates().state(blank.row()) != Action.State.OPEN;
    }

    /** The rows of a table that there is something to do about: of actions, the open ones. */
    public List<Integer> openRows(Table table) {
        return table.equals(Worksheet.ACTIONS)
                ? actions().stream().filter(Action::isOpen).map(Action::row).toList()
                : rows(table);
    }

    // ── The life of a plan ───────────────────────────────────────────────────────────────────────────────

    /** What became of an opportunity. */
    public OpportunityOutcome outcome(int row) {
        return journal.outcome(row);
    }

    /** The actions that stand, in the order of their rows. */
    public List<Action> actions() {
        return rows(Worksheet.ACTIONS).stream().map(this::actionOf).toList();
    }

    /** The action in a row, if one stands there. */
    public Optional<Action> action(int row) {
        return actions().stream().filter(action -> action.row() == row).findFirst();
    }

    private Action actionOf(int row) {
        ActionStates actionStates = journal.actionStates();
        return new Action(
                row,
                actionStates.cycle(row),
                get(Worksheet.ACTION, row).orElse(""),
                get(Worksheet.ACTION_DUE, row),
                actionStates.state(row),
                actionStates.snoozedUntil(row),
                actionStates.doneAt(row),
                actionStates.whyDropped(row));
    }

    /** Whether the rep has put a key question to the customer. */
    public boolean isPosed(String keyQuestion) {
        return journal.isPosed(keyQuestion);
    }

    /** The time log: the entries that stand, in the order in which they were logged first. */
    public List<TimeEntry> timeLog() {
        return journal.timeLog();
    }

    /** Whether the rep said that the time log of a week is complete, even if it is empty. */
    public boolean isWeekSettled(LocalDate from, LocalDate to) {
        return journal.isWeekSettled(from, to);
    }

    /** The entry of the time log with this number, if it stands. */
    public Optional<TimeEntry> timeEntry(int number) {
        return timeLog().stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The number that the next entry of the time log gets: one never given before. */
    public int nextTimeEntry() {
        return journal.lastTimeEntry() + 1;
    }

    /** The hours logged towards winning opportunities. */
    public Hours growth() {
        return TimeEntry.sum(timeLog().stream().filter(entry -> !entry.upkeep()));
    }

    /** The hours logged to serve the account as it is. */
    public Hours upkeep() {
        return TimeEntry.sum(timeLog().stream().filter(TimeEntry::upkeep));
    }

    /** The growth hours that had been logged when the rep last said how many are required. */
    public Hours growthWhenEstimated() {
        return journal.growthWhenEstimated();
    }
}
