package steward.export.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.export.document.PlanDocument.Answer;
import steward.export.document.PlanDocument.Contact;
import steward.export.document.PlanDocument.Formula;
import steward.export.document.PlanDocument.Line;
import steward.export.document.PlanDocument.Opportunity;
import steward.export.document.PlanDocument.ToDo;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Goal;
import steward.roti.OpportunityValue;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Money;
import steward.worksheet.values.Person;

/** Lays a plan out as the worksheet on paper. */
final class Typesetter {

    /** As days stand on paper. */
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final Answer NOT_KNOWN = new Answer(ExportedPlan.NOT_KNOWN, false);

    private static final List<Question<List<String>>> LISTS =
            List.of(Worksheet.SELLING, Worksheet.CROSS_SELL, Worksheet.CHALLENGES, Worksheet.KEY_QUESTIONS);

    private final ExportedPlan exported;
    private final Plan plan;
    private final Roti roti;
    private final Figures figures;

    Typesetter(ExportedPlan exported) {
        this.exported = exported;
        this.plan = exported.plan();
        this.roti = exported.roti();
        this.figures = new Figures(exported.notation());
    }

    PlanDocument document() {
        return document("top");
    }

    /** @param anchor what a document with several calls it */
    PlanDocument document(String anchor) {
        return new PlanDocument(
                anchor,
                PlanDocument.Size.usualIn(exported.notation().written()),
                plan.account(),
                plan.year(),
                exported.rep().name(),
                stands(),
                DAY.format(exported.today()),
                Glance.of(exported),
                lines(Worksheet.SNAPSHOT),
                Worksheet.ROLES.stream().flatMap(this::contacts).toList(),
                roti.opportunities().stream().map(this::opportunity).toList(),
                opportunitiesTold(),
                roti.opportunities().isEmpty() ? List.of() : formulas(),
                lines(Worksheet.ACCOUNT_PLAN),
                toDos(action -> action.cycle() >= plan.cycle()),
                toDos(action -> action.cycle() < plan.cycle()),
                lookBack());
    }

    String stands() {
        return switch (plan.status()) {
            case DRAFT -> "Draft";
            case RUNNING -> day(plan.dayOfCycle(exported.today()));
            case CLOSED ->
                plan.whyClosed().isBlank()
                        ? "Closed"
                        : "Closed: " + plan.whyClosed().strip();
        };
    }

    private String day(long day) {
        LocalDate first = plan.cycleStart().orElseThrow();
        // A store may come from a machine whose clock is ahead of this one's.
        if (day < 1) {
            return "From " + DAY.format(first);
        }
        LocalDate last = first.plusDays(Plan.CYCLE_DAYS - 1L);
        return day > Plan.CYCLE_DAYS
                ? "The " + Plan.CYCLE_DAYS + " days are over"
                : "Day " + day + " of " + Plan.CYCLE_DAYS + ", until " + DAY.format(last);
    }

    /** The questions of a step that stand in no table. */
    private List<Line> lines(Step step) {
        return step.items().stream()
                .flatMap(item -> item.<Stream<Question<?>>>either(Stream::of, table -> Stream.empty()))
                .flatMap(question -> line(question).stream())
                .toList();
    }

    private Optional<Line> line(Question<?> question) {
        Answer answer = LISTS.stream()
                .filter(list -> list.equals(question))
                .findFirst()
                .map(this::list)
                .orElseGet(() -> answer(question, 0));
        return answer.known() || !question.isOptional()
                ? Optional.of(new Line(question.label(), answer))
                : Optional.empty();
    }

    /** One by one. Questions stand on lines of their own everywhere, to be read out on the way in. */
    private Answer list(Question<List<String>> question) {
        boolean isToAsk = question.equals(Worksheet.KEY_QUESTIONS);
        List<String> items = plan.get(question, 0).orElse(List.of()).stream()
                .map(item -> isToAsk && plan.isPosed(item) ? item + " (asked)" : item)
                .toList();
        return items.isEmpty()
                ? answer(question, 0)
                : new Answer(isToAsk ? String.join("\n", items) : words(question, 0), true, items);
    }

    private Answer answer(Question<?> question, int row) {
        return answer(exported.shown(new Blank(question, row)));
    }

    private static Answer answer(Optional<String> shown) {
        return shown.map(text -> new Answer(text, true)).orElse(NOT_KNOWN);
    }

    private String words(Question<?> question, int row) {
        return exported.shown(new Blank(question, row)).orElse("");
    }

    // ── 2. Who decides ──

    private Stream<Contact> contacts(Table role) {
        List<Integer> rows = plan.rows(role);
        String heading = role.title();
        return rows.isEmpty()
                ? Stream.of(new Contact(heading, NOT_KNOWN, "", "", ""))
                : rows.stream().map(row -> contact(role, row, heading));
    }

    private Contact contact(Table role, int row, String heading) {
        Person person = plan.get(role.first(), row).map(Person.class::cast).orElseThrow();
        return new Contact(
                heading,
                new Answer(person.name(), true),
                person.position(),
                words(role.columns().get(1), row),
                words(role.columns().get(2), row));
    }

    // ── 3. What is to be won ──

    private Opportunity opportunity(OpportunityValue opportunity) {
        int row = opportunity.row();
        return new Opportunity(
                words(Worksheet.OPPORTUNITY, row),
                words(Worksheet.ACTIVITY, row),
                answer(Worksheet.LAST_YEAR, row),
                opportunity.isRenewal() ? new Answer("renewal", true) : answer(Worksheet.INCREASE, row),
                answer(Worksheet.PROBABILITY, row),
                answer(opportunity.margin().map(share -> share.shown(exported.notation()))),
                profit(opportunity),
                answer(plan.get(Worksheet.TIMELINE, row).map(DAY::format)),
                outcome(opportunity));
    }

    /** What it is expected to earn; a renewal to defend earns nothing new. */
    private Answer profit(OpportunityValue opportunity) {
        return opportunity.protectedProfit().signum() > 0
                ? new Answer("protects " + figures.money(opportunity.protectedProfit()), true)
                : answer(opportunity.egp().map(figures::money));
    }

    private String outcome(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> "",
                        actual -> actual.isPositive() ? "Won, " + figures.money(actual) : "Kept",
                        reason -> reason.isBlank() ? "Lost" : "Lost: " + reason.strip());
    }

    private List<String> opportunitiesTold() {
        Money kept = Money.rounded(roti.protectedProfit());
        Optional<String> defended = Optional.of(kept)
                .filter(Money::isPositive)
                .map(profit -> "What you defend earns nothing new, and protects " + figures.money(profit)
                        + " of gross profit.");
        return Stream.of(new Goal(plan, exported.notation()).sentence(false), defended)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        formulas.add(
                new Formula("EGP", "expected gross profit: increase × probability × gross margin, added up", egp()));
        if (roti.isKnown()) {
            formulas.addAll(rates());
        } else {
            formulas.add(new Formula("ROTI", "it needs " + roti.missingNames(), NOT_KNOWN));
        }
        earned().ifPresent(formulas::add);
        formulas.add(new Formula(
                "Time logged",
                "towards winning, and to serve the account as it is",
                new Answer(
                        figures.hours(roti.growth()) + " growth, " + figures.hours(roti.upkeep()) + " upkeep", true)));
        return formulas;
    }

    private Answer egp() {
        long known = roti.opportunities().stream()
                .filter(opportunity -> opportunity.egp().isPresent())
                .count();
        if (known == 0) {
            return NOT_KNOWN;
        }
        String amount = figures.money(roti.egp());
        return known == roti.opportunities().size()
                ? new Answer(amount, true)
                : new Answer(amount + " known so far", false);
    }

    private List<Formula> rates() {
        List<Formula> rates = new ArrayList<>();
        roti.planned().ifPresent(rate -> rates.add(formula("Planned ROTI", "EGP ÷ hours required", rate)));
        roti.forecast()
                .filter(rate -> !roti.planned().equals(Optional.of(rate)))
                .ifPresent(rate -> rates.add(formula("Forecast ROTI", "EGP ÷ hours logged", rate)));
        if (roti.isNothingOpen()) {
            rates.add(new Formula("Next-hour ROTI", "nothing new is open", new Answer("none", true)));
        }
        roti.nextHour()
                .ifPresent(
                        rate -> rates.add(formula("Next-hour ROTI", roti.basis().formula(), rate)));
        return rates;
    }

    /** It waits for nothing but the margins of what is won. */
    private Optional<Formula> earned() {
        return roti.earned()
                .filter(rate -> roti.isEarnedKnown())
                .map(rate -> formula("Earned ROTI", "gross profit won ÷ growth hours", rate));
    }

    private Formula formula(String name, String parts, Rate rate) {
        return new Formula(
                name,
                "%s = %s ÷ %s".formatted(parts, figures.money(rate.amount()), figures.hours(rate.hours())),
                new Answer(figures.rate(rate) + " an hour", true));
    }

    // ── 4. What is done ──

    private List<ToDo> toDos(Predicate<Action> which) {
        return plan.actions().stream().filter(which).map(this::toDo).toList();
    }

    private ToDo toDo(Action action) {
        return new ToDo(
                action.what(),
                words(Worksheet.ACTION_CONTACT, action.row()),
                answer(action.due().map(DAY::format)),
                action.state() == Action.State.DONE,
                stands(action));
    }

    private String stands(Action action) {
        return switch (action.state()) {
            case OPEN -> action.isOverdue(exported.today()) ? "Overdue" : "";
            case DONE ->
                action.doneAt()
                        .map(at -> "Done " + DAY.format(exported.dayOf(at)))
                        .orElse("Done");
            case DROPPED ->
                action.whyDropped().isBlank()
                        ? "Dropped"
                        : "Dropped: " + action.whyDropped().strip();
        };
    }

    private List<Line> lookBack() {
        return IntStream.rangeClosed(1, plan.cycle())
                .boxed()
                .flatMap(cycle -> Stream.of(Worksheet.CYCLE_WORKED, Worksheet.CYCLE_NOT_WORKED)
                        .flatMap(question -> plan.get(question, cycle).stream()
                                .map(said ->
                                        new Line("Cycle " + cycle + ": " + question.label(), new Answer(said, true)))))
                .toList();
    }
}
