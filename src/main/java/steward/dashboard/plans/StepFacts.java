package steward.dashboard.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import steward.dashboard.OutcomeLines;
import steward.dashboard.PlanFacts;
import steward.dashboard.Reader;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Style;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Step;
import steward.worksheet.values.Increase;

/**
 * The answers and gaps of a step: one card a contact, an opportunity and an action, and a line each for what stands outside tables. Every
 * answer has its number.
 */
final class StepFacts {

    /** How an answer is said as shortly as can be understood beside the others of its card; any other is said with its label. */
    private static final Map<Question<?>, String> BRIEFLY = Map.of(
            Worksheet.INCREASE, "+{}",
            Worksheet.PROBABILITY, "{} likely",
            Worksheet.ACTIVITY, "{}",
            Worksheet.TIMELINE, "by {}",
            Worksheet.OWN_MARGIN, "{} margin",
            Worksheet.ACTION_DUE, "by {}",
            Worksheet.ACTION_CONTACT, "with {}");

    private final Plan plan;
    private final Reader reader;
    private final PlanFacts facts;

    StepFacts(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.facts = new PlanFacts(plan, reader);
    }

    /** How many cards stand in a step. */
    long cards(Step step) {
        return facts.numbered(step).filter(Blank::headsRow).count();
    }

    /** The step with its cards set apart, which reads best, or all in one where room is short. */
    List<Part> of(Step step, boolean apart) {
        List<List<Fact>> groups = new ArrayList<>();
        boolean afterCard = false;
        for (Blank blank : facts.numbered(step)
                .filter(found -> found.row() == 0 || found.headsRow())
                .toList()) {
            boolean isCard = blank.headsRow();
            if (groups.isEmpty() || (apart && (isCard || afterCard))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(isCard ? card(step, blank) : facts.fact(blank));
            afterCard = isCard;
        }
        return groups.stream().<Part>map(Part.Facts::new).toList();
    }

    /** What a row is about stands out; what is said of it follows in one run, each with its number before it. */
    private Fact card(Step step, Blank head) {
        Fact fact = facts.fact(head);
        if (plan.kept(head).isEmpty()) {
            return fact;
        }
        Stream<Words> said = facts.numbered(step)
                .filter(blank -> blank.row() == head.row() && blank.table().equals(head.table()) && !blank.equals(head))
                .map(this::numbered);
        Words name = name(head);
        return new Fact(
                fact.number(),
                isContact(head) ? fact.label() : "",
                said.reduce((some, more) -> some.then(Words.of(" · ")).then(more))
                        .map(run -> name.then(Words.of("\n")).then(run))
                        .orElse(name));
    }

    private Words name(Blank head) {
        return head.question().equals(Worksheet.OPPORTUNITY)
                ? Words.literal(facts.value(head).text(), Style.BOLD)
                        .then(new OutcomeLines(plan, reader)
                                .outcome(head.row())
                                .map(outcome -> Words.of("  ·  _{}_", outcome))
                                .orElse(Words.of("")))
                : Words.literal(facts.fact(head).value().text(), Style.BOLD);
    }

    /** What somebody is must be said; what is to be won or done says it itself. */
    private static boolean isContact(Blank head) {
        return head.table().filter(Worksheet.ROLES::contains).isPresent();
    }

    private Words numbered(Blank blank) {
        String number = plan.number(blank).map(String::valueOf).orElse("");
        return Words.of("_{}_ ", number).then(plan.kept(blank).isPresent() ? said(blank) : missing(blank));
    }

    private Words said(Blank blank) {
        if (blank.question().equals(Worksheet.LAST_YEAR)) {
            return Words.of("{} {}", facts.value(blank).text(), new OutcomeLines(plan, reader).lastYear());
        }
        String template = isRenewal(blank) ? "{}" : BRIEFLY.getOrDefault(blank.question(), "");
        return template.isEmpty()
                ? Words.of("{}: ", facts.label(blank)).then(facts.value(blank))
                : Words.of(template, facts.value(blank).text());
    }

    private boolean isRenewal(Blank blank) {
        return blank.question().equals(Worksheet.INCREASE)
                && plan.get(Worksheet.INCREASE, blank.row())
                        .filter(Increase::isRenewal)
                        .isPresent();
    }

    private Words missing(Blank blank) {
        return blank.question().isOptional()
                ? Words.of("_no {}_", blank.question().equals(Worksheet.ACTION_CONTACT) ? "contact" : lower(blank))
                : Words.of("{}: ", facts.label(blank)).then(facts.value(blank));
    }

    private String lower(Blank blank) {
        return facts.label(blank).toLowerCase(Locale.ENGLISH);
    }
}
