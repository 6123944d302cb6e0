package steward.conversation.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import steward.conversation.accounts.AccountQuery;
import steward.conversation.session.ImportPreview;
import steward.conversation.session.RepSession;
import steward.conversation.session.TurnContext;
import steward.export.reading.AccountTable;
import steward.export.reading.AccountTable.Column;
import steward.export.reading.JsonPlans;
import steward.export.reading.ReadPlan;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.plan.accounts.Accounts;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/**
 * Plans that come from a file: Steward's own JSON, or a CSV of accounts. What it would bring is told row by row; only then is it taken. Where
 * there is a plan already, it stays as it is.
 */
public final class ImportFile {

    private final RepSession session;
    private final TurnContext context;
    private final Accounts accounts;
    private final List<Incoming> incoming = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    /** A plan to be started, and what is said of it. */
    private record Incoming(String account, int year, List<Entry> entries, String told) {}

    /** @param name by whose ending it is known what is in it */
    public ImportFile(RepSession session, TurnContext context, String name, byte[] bytes) {
        this.session = session;
        this.context = context;
        this.accounts = new Accounts(session.plans());
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            JsonPlans read = JsonPlans.of(new String(bytes, StandardCharsets.UTF_8));
            left.addAll(read.complaints());
            read.plans().forEach(this::plan);
        } else {
            AccountTable table = AccountTable.of(bytes);
            remarks.addAll(table.complaints());
            table.rows().forEach(this::account);
        }
    }

    public ImportPreview preview() {
        return new ImportPreview(incoming.stream().map(Incoming::told).toList(), left, remarks);
    }

    /** Starts the plans. Each ends with a note of it, by which all of them can be taken back at once. */
    public List<Plan> take() {
        List<Plan> started = new ArrayList<>();
        for (Incoming one : incoming) {
            PlanId id = new PlanId(context.ids().get());
            session.start(id, one.account(), one.year(), context.now());
            session.write(id, one.entries());
            session.write(id, List.of(new Entry(Kind.IMPORTED, "", 0, "", "", context.now())));
            started.add(session.plan(id).orElseThrow());
        }
        return started;
    }

    /** Empty if a plan can be started; else why it is left out. */
    private Optional<String> obstacle(String account, int year) {
        boolean isThere = accounts.exactly(account).stream().anyMatch(card -> card.year() == year);
        if (isThere) {
            return Optional.of("there is a plan for it already, which stays as it is. To begin anew, delete that one"
                    + " first: /plan delete " + account);
        }
        return named.add(account.toLowerCase(Locale.ROOT) + " " + year)
                ? Optional.empty()
                : Optional.of("it stands in this file twice; the first one counts.");
    }

    // ── Plans ────────────────────────────────────────────────────────────────────────────────────────────

    private void plan(ReadPlan plan) {
        String name = plan.account() + " " + plan.year();
        Optional<String> why =
                plan.currency().equals(context.notation().currency().getCurrencyCode())
                        ? obstacle(plan.account(), plan.year())
                        : Optional.of(ImportPreview.foreign(plan.currency(), context.notation()));
        why.ifPresentOrElse(
                reason -> left.add(name + ": " + reason),
                () -> incoming.add(
                        new Incoming(plan.account(), plan.year(), plan.entries(), name + ", with all that was said")));
    }

    // ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────

    private void account(AccountTable.Row row) {
        int year = context.today().getYear();
        String line = "Line " + row.number();
        Optional<String> account = row.cell(Column.NAME);
        Optional<String> why = account.map(name ->
                        new AccountQuery(name, year, false).complaint(context).or(() -> obstacle(name, year)))
                .orElse(Optional.of("there is no account's name in it."));
        if (why.isPresent() || account.isEmpty()) {
            left.add(line + account.map(name -> ", " + name).orElse("") + ": " + why.orElse(""));
            return;
        }
        Cells cells = new Cells(line + ", " + account.get());
        cells.read(row, Column.HEADQUARTERS, "HQ", Worksheet.HEADQUARTERS, Kind.ANSWERED, 0);
        cells.read(row, Column.GOAL, "goal", Worksheet.REVENUE_GOAL, Kind.ANSWERED, 0);
        // Of which opportunity it was, the file doesn't say: it is offered where that is asked, and saved by the rep
        // alone.
        cells.read(
                row,
                Column.LAST_YEAR,
                "last year (offered at the first opportunity)",
                Worksheet.LAST_YEAR,
                Kind.SUGGESTED,
                1);
        incoming.add(new Incoming(account.get(), year, cells.entries, account.get() + " " + year + cells.told));
    }

    /** What the worksheet's own readers make of a row. */
    private final class Cells {

        private final String where;
        private final List<Entry> entries = new ArrayList<>();
        private final StringBuilder told = new StringBuilder();

        Cells(String where) {
            this.where = where;
            entries.add(new Entry(Kind.STARTED, "", 0, "", "", context.now()));
        }

        void read(AccountTable.Row row, Column column, String name, Question<?> question, Kind kind, int number) {
            Situation situation = Situation.ofNoPlan(context.today(), context.notation());
            row.cell(column).ifPresent(said -> {
                var unused = question.readKept(said, situation)
                        .either(
                                kept -> {
                                    told.append("; ").append(name).append(' ').append(question.shown(kept, situation));
                                    return entries.add(
                                            new Entry(kind, question.key(), number, kept, said, context.now()));
                                },
                                hint -> remarks.add(where + ": I left out the " + name + " \"" + said + "\". "
                                        + hint.replace("`", "")));
            });
        }
    }
}
