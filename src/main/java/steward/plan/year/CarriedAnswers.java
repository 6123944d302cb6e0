package steward.plan.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.Contact;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Increase;
import steward.worksheet.values.LocalYear;
import steward.worksheet.values.Money;

/**
 * Carries last year's plan into the next: each answer becomes a suggestion that the rep confirms or replaces.
 *
 * <p>What an opportunity sold last year follows from what became of it: a lost one is left behind, of a won one the revenue is what it was
 * before and the actual increase, and from then on it is a renewal to defend. Key questions and actions that are over are left behind too.
 * Rows that are left behind leave no hole, so a contact may stand in another row than last year.
 */
public final class CarriedAnswers {

    private final Plan last;
    private final LocalYear year;
    private final LocalDate today;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Contact, Contact> contacts = new HashMap<>();

    private CarriedAnswers(Plan last, LocalYear year, LocalDate today, Instant now) {
        this.last = last;
        this.year = year;
        this.today = today;
        this.now = now;
    }

    /**
     * The entries that a new plan begins with.
     *
     * @param year how the rep's weeks run: what is carried to a day a year later is to be won on a working day
     */
    public static List<Entry> from(Plan last, LocalYear year, LocalDate today, Instant now) {
        CarriedAnswers carried = new CarriedAnswers(last, year, today, now);
        Worksheet.STEPS.stream()
                .map(Step::items)
                .flatMap(List::stream)
                .forEach(item -> item.either(question -> carried.question(question), table -> carried.table(table)));
        return List.copyOf(carried.entries);
    }

    private boolean question(Question<?> question) {
        if (question.equals(Worksheet.KEY_QUESTIONS)) {
            copySkipped(Blank.of(question), Blank.of(question));
        } else {
            copy(Blank.of(question), Blank.of(question));
        }
        return true;
    }

    // ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────

    private boolean table(Table table) {
        List<Integer> rows =
                last.rows(table).stream().filter(row -> isCarried(table, row)).toList();
        for (int i = 0; i < rows.size(); i++) {
            row(table, rows.get(i), i + 1);
        }
        if (!rows.isEmpty()) {
            suggest(new Blank(table.another(), rows.size()), "no", "");
        } else if (Worksheet.ROLES.contains(table)) {
            copy(new Blank(table.first(), 1), new Blank(table.first(), 1));
        }
        return true;
    }

    private boolean isCarried(Table table, int row) {
        if (table.equals(Worksheet.OPPORTUNITIES)) {
            return last.outcome(row).either(() -> true, increase -> true, reason -> false);
        }
        return !table.equals(Worksheet.ACTIONS)
                || last.action(row).filter(Action::isOpen).isPresent();
    }

    private void row(Table table, int from, int to) {
        if (to > 1) {
            entries.add(new Entry(Kind.ROW_ADDED, table.key(), to, "", "", now));
        }
        if (Worksheet.ROLES.contains(table)) {
            contacts.put(new Contact(table, from), new Contact(table, to));
        }
        for (Question<?> column : table.columns()) {
            Blank old = new Blank(column, from);
            Blank blank = new Blank(column, to);
            if (column.equals(Worksheet.ACTION_CONTACT)) {
                contact(old, blank);
            } else if (table.equals(Worksheet.OPPORTUNITIES) && isWon(from)) {
                won(old, blank);
            } else if (column.equals(Worksheet.TIMELINE) && isRenewal(from)) {
                renewed(old, blank);
            } else {
                copy(old, blank);
            }
        }
    }

    private boolean isRenewal(int row) {
        return last.get(Worksheet.INCREASE, row).filter(Increase::isRenewal).isPresent();
    }

    /** What is renewed every year, and is not kept yet, is to be kept a year later once its day is over. */
    private void renewed(Blank old, Blank blank) {
        Optional<LocalDate> day = last.get(Worksheet.TIMELINE, old.row());
        if (day.filter(today::isAfter).isPresent()) {
            suggest(blank, Worksheet.TIMELINE.answer().kept(yearLater(day.orElseThrow())), "");
        } else {
            copy(old, blank);
        }
    }

    private LocalDate yearLater(LocalDate day) {
        return year.workdayUpTo(day.plusYears(1));
    }

    private void contact(Blank old, Blank blank) {
        Optional<Contact> moved = last.get(Worksheet.ACTION_CONTACT, old.row()).map(contacts::get);
        if (moved.isPresent()) {
            suggest(blank, moved.get().key(), "");
        } else {
            copySkipped(old, blank);
        }
    }

    // ── What was won ─────────────────────────────────────────────────────────────────────────────────────

    private boolean isWon(int row) {
        return last.outcome(row).either(() -> false, increase -> true, reason -> false);
    }

    /** Won or kept: it is business now, to be kept next year. */
    private void won(Blank old, Blank blank) {
        if (blank.question().equals(Worksheet.LAST_YEAR)) {
            Money before = last.get(Worksheet.LAST_YEAR, old.row()).orElse(Money.ZERO);
            Money actual = last.outcome(old.row()).either(() -> Money.ZERO, increase -> increase, reason -> Money.ZERO);
            suggest(blank, Worksheet.LAST_YEAR.answer().kept(new Money(before.minor() + actual.minor())), "");
        } else if (blank.question().equals(Worksheet.INCREASE)) {
            suggest(blank, Worksheet.INCREASE.answer().kept(Increase.RENEWAL), "");
        } else if (blank.question().equals(Worksheet.TIMELINE)) {
            last.get(Worksheet.TIMELINE, old.row())
                    .map(this::yearLater)
                    .filter(day -> !day.isBefore(today))
                    .ifPresent(day -> suggest(blank, Worksheet.TIMELINE.answer().kept(day), ""));
        } else {
            copy(old, blank);
        }
    }

    // ── Writing ──────────────────────────────────────────────────────────────────────────────────────────

    private void copy(Blank old, Blank blank) {
        Optional<String> kept = last.kept(old);
        if (kept.isPresent()) {
            suggest(blank, kept.get(), last.said(old));
        } else {
            copySkipped(old, blank);
        }
    }

    private void copySkipped(Blank old, Blank blank) {
        if (last.isSkipped(old)) {
            suggest(blank, "", "");
        }
    }

    private void suggest(Blank blank, String kept, String said) {
        entries.add(new Entry(Kind.SUGGESTED, blank.question().key(), blank.row(), kept, said, now));
    }
}
