package steward.export.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.plan.PlanId;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.worksheet.values.Notation;

/** A plan to make files of, told entry by entry. */
public final class Sample {

    private static final RepId PRIYA = new RepId("T1", "U1");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final String account;
    private final List<Entry> entries = new ArrayList<>();
    private Instant at = Instant.parse("2026-03-20T15:00:00Z");
    private ZoneId zone = ZoneId.of("America/Chicago");
    private Notation notation = Notation.DEFAULT;

    private Sample(String account) {
        this.account = account;
    }

    /** A plan that was just started. */
    public static Sample draft(String account) {
        return new Sample(account);
    }

    /** A plan on day 2 of its first cycle, as long as most of them are. */
    public static Sample usual() {
        return usual("Acme Glass");
    }

    /** The same of another account. */
    public static Sample usual(String account) {
        return draft(account)
                .snapshot()
                .people()
                .opportunity(1, "Win the resin order", "12000000", "6000000", "50", "2026-06-30")
                .answer("opportunity.activity", 1, "Run a trial on line 2, so that Sam can show the savings to Dana")
                .opportunity(2, "Win the coatings order", "3000000", "2500000", "50", "2026-05-15")
                .answer("opportunity.activity", 2, "Show Sam the new coating")
                .opportunity(3, "Keep the frame contract", "40000000", "keep", "90", "2026-12-31")
                .answer("opportunity.activity", 3, "Bring the service report to the review")
                .thinking()
                .started()
                .at("2026-03-03T15:00:00Z");
    }

    /** A plan on day 19 of its first cycle, with something of everything. */
    public static Sample full() {
        return draft("Acme Glass")
                .snapshot()
                .people()
                .opportunity(1, "Win the resin order for line 2 in Toledo", "12000000", "6000000", "70", "2026-06-30")
                .answer("opportunity.activity", 1, "Run a trial on line 2, so that Sam can show the savings to Dana")
                .opportunity(2, "Win the coatings order", "3000000", "2500000", "50", "2026-05-15")
                .answer("opportunity.activity", 2, "Show Sam the new coating")
                .opportunity(3, "Keep the frame contract", "40000000", "keep", "90", "2026-12-31")
                .opportunity(4, "Win the training days in Lyon", "0", "1250050", "37.5", "2026-04-30")
                .answer("opportunity.margin", 4, "60")
                .opportunity(5, "Win the maintenance contract", "0", "4000000", "25", "2026-03-10")
                .opportunity(6, "Win the audit", "500000", "800000", "50", "2026-03-15")
                .thinking()
                .started()
                .happened(Kind.DONE, "action", 2, "")
                .happened(Kind.DROPPED, "action", 4, "They closed the site")
                .happened(Kind.WON, "opportunity", 5, "4200000")
                .happened(Kind.LOST, "opportunity", 6, "Price")
                .logged(1, "2026-03-03", "growth", 23 * 60, "Trial set up with Sam")
                .logged(2, "2026-03-04", "upkeep", 95, "")
                .logged(3, "2026-03-05", "growth", 20, "Quote");
    }

    private Sample snapshot() {
        return answer("headquarters", 0, "Toledo, Ohio; plants in Lyon and Pune")
                .answer("mission", 0, "Better glass for everyone")
                .answer("revenue_goal", 0, "120000000")
                .answer("selling", 0, "[\"Resin\",\"Coatings\"]")
                .skip("cross_sell", 0);
    }

    private Sample people() {
        return answer("final_authority.name", 1, "Dana Wu, CFO")
                .answer("final_authority.criteria", 1, "Payback within a year")
                .answer("final_authority.strategy", 1, "Agree on what the trial has to show")
                .answer("user.name", 1, "Sam Ortiz, line 2 manager")
                .answer("user.criteria", 1, "Scrap below 2%")
                .skip("user.strategy", 1)
                .answer("advisor.name", 1, "Priya Rao, head of purchasing")
                .skip("coach.name", 1);
    }

    private Sample thinking() {
        return answer("gross_margin", 0, "40")
                .answer("time_spent", 0, "9360")
                .answer("hours_required", 0, "3360")
                .answer("better_yield", 0, "Hand the weekly stock call to inside sales")
                .answer("challenges", 0, "[\"Budget freeze until June\",\"Rival has a frame contract\"]")
                .answer("key_questions", 0, "[\"What does an hour of downtime cost?\",\"Who else will use it?\"]");
    }

    private Sample started() {
        return action(1, "Call Dana Wu about the trial budget", "2026-03-27", "final_authority.1")
                .action(2, "Send Sam the samples", "2026-03-12", "user.1")
                .action(3, "Find a coach in purchasing", "2026-04-10", "")
                .action(4, "Visit the line in Lyon", "2026-04-20", "")
                .happened(Kind.CYCLE_STARTED, "", 0, "2026-03-02");
    }

    public Sample opportunity(
            int row, String what, String lastYear, String increase, String probability, String timeline) {
        return row(row, "opportunity")
                .answer("opportunity.what", row, what)
                .answer("opportunity.last_year", row, lastYear)
                .answer("opportunity.increase", row, increase)
                .answer("opportunity.probability", row, probability)
                .answer("opportunity.timeline", row, timeline);
    }

    public Sample action(int row, String what, String due, String contact) {
        row(row, "action").answer("action.what", row, what).answer("action.due", row, due);
        return contact.isEmpty() ? skip("action.contact", row) : answer("action.contact", row, contact);
    }

    public Sample row(int row, String table) {
        return row > 1 ? happened(Kind.ROW_ADDED, table, row, "") : this;
    }

    public Sample logged(int number, String day, String kind, int minutes, String note) {
        entries.add(new Entry(Kind.LOGGED, "", number, day + " " + kind + " " + minutes, note, next()));
        return this;
    }

    public Sample answer(String question, int row, String kept) {
        entries.add(new Entry(Kind.ANSWERED, question, row, kept, "said " + kept, next()));
        return this;
    }

    public Sample skip(String question, int row) {
        return happened(Kind.SKIPPED, question, row, "");
    }

    public Sample happened(Kind kind, String question, int row, String value) {
        entries.add(new Entry(kind, question, row, value, "", next()));
        return this;
    }

    private Instant next() {
        return START.plusSeconds(entries.size());
    }

    /** The moment at which the file is made. */
    public Sample at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    public Sample in(String timeZone) {
        zone = ZoneId.of(timeZone);
        return this;
    }

    public Sample writes(Notation written) {
        notation = written;
        return this;
    }

    /** The plan itself, its words as they were typed. */
    public Plan plan() {
        return new Plan(new PlanId("acme"), PRIYA, account, 2026, entries);
    }

    public ExportedPlan exported() {
        return ExportedPlan.of(plan(), new Rep(PRIYA, "Priya Shah", zone), at, notation);
    }
}
