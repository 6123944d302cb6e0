package steward.export.document;

import java.util.List;
import java.util.stream.IntStream;
import steward.export.document.PlanDocument.Answer;
import steward.export.source.ExportedPlan;
import steward.plan.Plan;
import steward.plan.Status;
import steward.plan.health.Health;
import steward.roti.Figures;
import steward.roti.Goal;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;

/**
 * All plans of a rep as they are laid out on paper: a page that compares them, then a page each.
 *
 * @param rep empty if their name is not known
 */
record PortfolioDocument(
        PlanDocument.Size size, String heading, String rep, String asOf, List<Row> rows, List<PlanDocument> plans) {

    /**
     * One plan among the others.
     *
     * @param numbers its goal, what was won, what is open, what the next hour earns, its health
     * @param next what is to be done next; empty if nothing is
     * @param overdue empty if nothing is
     */
    record Row(String account, int year, String stands, List<Answer> numbers, String next, String overdue) {}

    String title() {
        return rep.isEmpty() ? "Account plans" : "Account plans of " + rep;
    }

    static PortfolioDocument of(List<ExportedPlan> plans) {
        ExportedPlan any = plans.get(0);
        return new PortfolioDocument(
                PlanDocument.Size.usualIn(any.notation().written()),
                plans.size() == 1 ? "1 account" : plans.size() + " accounts",
                any.rep().name(),
                Typesetter.DAY.format(any.today()),
                plans.stream().map(PortfolioDocument::row).toList(),
                IntStream.range(0, plans.size())
                        .mapToObj(place -> new Typesetter(plans.get(place)).document("plan" + (place + 1)))
                        .toList());
    }

    private static Row row(ExportedPlan exported) {
        Plan plan = exported.plan();
        OpenActions open = new OpenActions(exported);
        int overdue = open.overdue().size();
        return new Row(
                plan.account(),
                plan.year(),
                new Typesetter(exported).stands(),
                numbers(exported),
                open.next()
                        .map(action -> action.what() + ", "
                                + action.due().map(Typesetter.DAY::format).orElse(""))
                        .orElse(""),
                overdue == 0 ? "" : overdue + " overdue");
    }

    private static List<Answer> numbers(ExportedPlan exported) {
        Plan plan = exported.plan();
        Roti roti = exported.roti();
        Figures figures = new Figures(exported.notation());
        Money won = new Goal(plan, exported.notation()).won();
        return List.of(
                Typesetter.answer(plan.get(Worksheet.REVENUE_GOAL, 0).map(figures::money)),
                won.isPositive() ? new Answer(figures.money(won), true) : Typesetter.NONE,
                roti.isKnown() ? new Answer(figures.money(roti.openEgp()), true) : Typesetter.NONE,
                roti.nextHour()
                        .map(rate -> new Answer(figures.rate(rate), true))
                        .orElse(Typesetter.NONE),
                plan.status() == Status.RUNNING
                        ? new Answer(
                                String.valueOf(Health.of(plan, exported.at(), exported.today())
                                        .points()),
                                true)
                        : Typesetter.NONE);
    }
}
