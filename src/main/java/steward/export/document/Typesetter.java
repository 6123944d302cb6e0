package steward.export.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.export.document.PlanDocument.Answer;
import steward.export.document.PlanDocument.Contact;
import steward.export.document.PlanDocument.Line;
import steward.export.document.PlanDocument.Role;
import steward.export.document.PlanDocument.ToDo;
import steward.export.source.ExportedPlan;
import steward.plan.Action;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.questions.Table;
import steward.worksheet.values.Person;

/** Lays a plan out as the worksheet on paper. */
final class Typesetter {

    /** As days stand on paper. */
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    static final Answer NOT_KNOWN = new Answer(ExportedPlan.NOT_KNOWN, false);

    /** Where there is nothing to be known. */
    static final Answer NONE = new Answer("–", true);

    /** What the return on time is worked out from. */
    private static final List<Question<?>> MEASURES =
            List.of(Worksheet.GROSS_MARGIN, Worksheet.TIME_SPENT, Worksheet.HOURS_REQUIRED);

    /** What may be left blank, and is. */
    private static final Answer UNANSWERED = new Answer("", true);

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
        OpportunityLines won = new OpportunityLines(exported);
        return new PlanDocument(
                anchor,
                PlanDocument.Size.usualIn(exported.notation().written()),
                plan.account(),
                plan.year(),
                exported.rep().name(),
                stands(),
                DAY.format(exported.today()),
                Glance.of(exported),
                Worksheet.ROLES.stream().map(this::role).toList(),
                lines(Worksheet.SNAPSHOT, question -> true),
                Worksheet.ROLES.stream().flatMap(this::contacts).toList(),
                won.opportunities(),
                won.totals(),
                won.told(),
                roti.opportunities().isEmpty() ? List.of() : new RotiFormulas(roti, figures).all(),
                lines(Worksheet.ACCOUNT_PLAN, MEASURES::contains),
                lines(Worksheet.ACCOUNT_PLAN, question -> !MEASURES.contains(question)),
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
    private List<Line> lines(Step step, Predicate<Question<?>> which) {
        return step.items().stream()
                .flatMap(item -> item.<Stream<Question<?>>>either(Stream::of, table -> Stream.empty()))
                .filter(which)
                .map(this::line)
                .toList();
    }

    /** What was not answered is a line to write on. */
    private Line line(Question<?> question) {
        Answer answer = Worksheet.LISTS.stream()
                .filter(list -> list.equals(question))
                .findFirst()
                .map(this::list)
                .orElseGet(() -> answer(question, 0));
        return new Line(
                question.labelOfYear(plan.year()),
                PaperWords.of(question),
                answer.known() || !question.isOptional() ? answer : UNANSWERED);
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

    static Answer answer(Optional<String> shown) {
        return shown.map(text -> new Answer(text, true)).orElse(NOT_KNOWN);
    }

    private String words(Question<?> question, int row) {
        return exported.shown(new Blank(question, row)).orElse("");
    }

    // ── 2. Who decides ──

    private Role role(Table role) {
        return new Role(
                role.title(),
                plan.rows(role).stream()
                        .flatMap(row -> plan.get(role.first(), row).map(Person.class::cast).stream())
                        .map(Person::name)
                        .toList());
    }

    private Stream<Contact> contacts(Table role) {
        List<Integer> rows = plan.rows(role);
        return rows.isEmpty()
                ? Stream.of(new Contact(role.title(), true, NOT_KNOWN, "", "", ""))
                : rows.stream().map(row -> contact(role, row, row.equals(rows.get(0))));
    }

    private Contact contact(Table role, int row, boolean isFirst) {
        Person person = plan.get(role.first(), row).map(Person.class::cast).orElseThrow();
        return new Contact(
                role.title(),
                isFirst,
                new Answer(person.name(), true),
                person.position(),
                words(role.columns().get(1), row),
                words(role.columns().get(2), row));
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
                action.isOverdue(exported.today()),
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
                                .map(said -> new Line(
                                        "Cycle " + cycle + ": " + question.label(), "", new Answer(said, true)))))
                .toList();
    }
}
