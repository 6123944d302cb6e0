package steward.conversation.turn;

import java.util.List;
import java.util.Optional;
import steward.dashboard.PlanFacts;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Table;

/** Finds the row or the table that the rep means by a name. */
public final class RowFinder {

    private final Plan plan;
    private final PlanFacts facts;

    public RowFinder(Plan plan, PlanFacts facts) {
        this.plan = plan;
        this.facts = facts;
    }

    /** The rows that a name means, by their first blanks: "Dana", "resin", "opportunity 2". */
    public List<Blank> find(String words) {
        String wanted = Names.plain(words);
        List<Blank> heads = plan.blanks()
                .filter(blank -> blank.headsRow() && plan.kept(blank).isPresent())
                .toList();
        List<Blank> exact = heads.stream()
                .filter(blank -> Names.plain(name(blank)).equals(wanted))
                .toList();
        return wanted.isEmpty() || !exact.isEmpty()
                ? exact
                : heads.stream()
                        .filter(blank -> (" " + Names.plain(facts.shown(blank).orElse(""))).contains(" " + wanted))
                        .toList();
    }

    /** What a row is called by number: "opportunity 2", counted as they stand. */
    String name(Blank first) {
        return first.table().orElseThrow().name() + " " + place(first);
    }

    /** "Opportunity 2". */
    String title(Blank first) {
        return first.table().orElseThrow().title() + " " + place(first);
    }

    private int place(Blank first) {
        return plan.rows(first.table().orElseThrow()).indexOf(first.row()) + 1;
    }

    static Optional<Table> table(String words) {
        String wanted = Names.plain(words).replaceFirst("^an? |^another ", "");
        return Worksheet.tables().filter(table -> table.name().equals(wanted)).findFirst();
    }

    /** The table of "user 2", whether it has such a row or not. */
    static Optional<Table> tableOfRow(String words) {
        String name = Names.plain(words);
        return name.matches(".* \\d{1,3}") ? table(name.replaceFirst(" \\d+$", "")) : Optional.empty();
    }

    static boolean isContact(String words) {
        return Names.plain(words).matches("(a |another )?contact");
    }
}
