package steward.dashboard.roti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.message.Chart;
import steward.message.Control;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Message;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.Status;
import steward.roti.Figures;
import steward.roti.NextHourBasis;
import steward.roti.OpportunityValue;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Money;

/** {@code /roti Acme}: what an hour at one account earns, and how that number comes about. */
public final class AccountRoti {

    private static final int ACCOUNT_CHARACTERS_MAX = 60;

    private final Plan plan;
    private final Reader reader;
    private final Roti roti;
    private final Figures figures;
    private final RotiFormulas formulas;
    private final Renewals renewals;

    public AccountRoti(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
        this.roti = Roti.of(plan);
        this.figures = new Figures(reader.notation());
        this.formulas = new RotiFormulas(plan, roti, reader);
        this.renewals = new Renewals(roti, reader.notation());
    }

    /** What the rep sees, with all that can be done about it. */
    public Message whole() {
        return facts("your").then(Message.of(taps()));
    }

    /** What an hour there earns, in a sentence or two. */
    public Part inShort() {
        return new Part.Paragraph(Words.of("*{}*: ", Shortened.to(ACCOUNT_CHARACTERS_MAX, plan.account()))
                .then(lead()));
    }

    /** What others see it shared with: the same, with nothing to tap. */
    public Message shared() {
        return facts("the");
    }

    private Message facts(String whose) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(title(whose)));
        parts.add(new Part.Paragraph(leadWords(whose.equals("your") ? renewals.kept() : renewals.keptByTheRep())));
        if (!roti.opportunities().isEmpty()) {
            parts.add(opportunities());
            formulas.nextHour().filter(part -> roti.isKnown()).ifPresent(parts::add);
            if (roti.isKnown()) {
                parts.addAll(formulas.inAll());
            }
            parts.add(formulas.egp());
        }
        breakEven().ifPresent(parts::add);
        chart().ifPresent(parts::add);
        return new Message(parts);
    }

    private String title(String whose) {
        String account = Shortened.to(ACCOUNT_CHARACTERS_MAX, plan.account());
        if (!roti.isKnown()) {
            return account + ": what an hour earns is not known yet";
        }
        if (roti.isNothingOpen()) {
            return account + ": " + (renewals.isNone() ? "nothing open" : renewals.toDefend());
        }
        return roti.nextHour()
                .map(rate ->
                        account + ": " + whose + " next hour earns " + figures.wholeRate(rate) + figures.basis(roti))
                .orElse(account);
    }

    private Words leadWords(Optional<String> kept) {
        Words hours = Words.of(
                "\n{} growth and {} upkeep logged so far.", figures.hours(roti.growth()), figures.hours(roti.upkeep()));
        return lead().then(kept.map(sentence -> Words.of("\n{}", sentence)).orElse(Words.of("")))
                .then(hours);
    }

    private Words lead() {
        if (roti.opportunities().isEmpty()) {
            return Words.of(
                    "No opportunity is listed yet. With one, its increase, its chance and your hours, I can tell.");
        }
        if (!roti.isKnown()) {
            return Words.of(
                    "It needs {}. *{}* of expected gross profit is known so far.",
                    roti.missingNames(),
                    figures.money(roti.egp()));
        }
        if (roti.isNothingOpen() && !renewals.isNone()) {
            return Words.of("Nothing new is open here. {}", renewals.sentence());
        }
        if (roti.isNothingOpen()) {
            return Words.of(
                    "All that was listed is decided: *{}* of gross profit won.", figures.money(roti.wonProfit()));
        }
        Words open = Words.of("*{}* of expected gross profit is still open, ", figures.money(roti.openEgp()));
        return open.then(
                roti.isEstimateDue()
                        ? Words.of(
                                "and {} of the {} you planned are used. How many more will it take?",
                                figures.hours(roti.growth()),
                                figures.hours(roti.required().orElse(Hours.NONE)))
                        : left());
    }

    private Words left() {
        Hours hours = roti.hoursLeft().orElse(Hours.NONE);
        Words left = Words.of(
                "and *{}* " + (hours.equals(Hours.of(1)) ? "is" : "are") + " left to win it.", figures.hours(hours));
        return roti.basis() == NextHourBasis.FLOOR
                ? left.then(Words.of(
                        " So few count as {}: no estimate is finer than that.",
                        figures.hours(roti.divisor().orElse(Hours.NONE))))
                : left;
    }

    private Part opportunities() {
        return new Part.Grid(
                List.of("Opportunity", "Chance", "EGP"),
                roti.opportunities().stream()
                        .map(opportunity -> List.of(formulas.name(opportunity), chance(opportunity), egp(opportunity)))
                        .toList());
    }

    private String chance(OpportunityValue opportunity) {
        return opportunity
                .outcome()
                .either(
                        () -> opportunity.isRenewal()
                                ? "to keep"
                                : opportunity
                                        .probability()
                                        .map(percent -> percent.shown(reader.notation()))
                                        .orElse("?"),
                        won -> opportunity.isKept() ? "kept" : "won",
                        lost -> "lost");
    }

    private String egp(OpportunityValue opportunity) {
        if (opportunity.isKept()) {
            String kept = opportunity
                    .keptProfit()
                    .map(profit -> "kept " + figures.money(profit))
                    .orElse("?");
            return opportunity
                    .egp()
                    .filter(egp -> egp.signum() > 0)
                    .map(egp -> figures.money(egp) + ", " + kept)
                    .orElse(kept);
        }
        return opportunity.isToDefend()
                ? "protects " + figures.money(opportunity.protectedProfit())
                : opportunity.egp().map(figures::money).orElse("?");
    }

    /** How the next hour compares with what it costs; an account with a renewal to defend is worth more than its next hour. */
    private Optional<Part> breakEven() {
        if (!renewals.isNone()) {
            return roti.isNothingOpen()
                    ? Optional.empty()
                    : Optional.of(new Part.Quiet(Words.of("{}", renewals.sentence())));
        }
        return reader.breakEven()
                .filter(cost -> roti.isKnown() && !roti.isNothingOpen())
                .map(cost -> new Part.Quiet(Words.of(
                        (roti.isBelow(cost) ? "▼ Below" : "Above") + " your break-even of {} an hour.",
                        figures.money(cost))));
    }

    private Optional<Part> chart() {
        List<OpportunityValue> worth = roti.opportunities().stream()
                .filter(opportunity ->
                        opportunity.egp().filter(egp -> egp.signum() > 0).isPresent())
                .toList();
        return worth.size() < 2
                ? Optional.empty()
                : Optional.of(new Part.Picture(new Chart(
                        "Expected gross profit by opportunity, " + figures.currency(),
                        worth.stream().map(formulas::name).toList(),
                        List.of(new Chart.Series(
                                "EGP",
                                worth.stream()
                                        .map(opportunity -> figures.bar(
                                                Money.rounded(opportunity.egp().orElseThrow())))
                                        .toList())))));
    }

    private Part taps() {
        List<Button> first = roti.isKnown() ? askMore() : answerWhatIsMissing();
        List<Control> taps = new ArrayList<>(first);
        taps.add(new Button("Log time", "/time form"));
        if (plan.status() == Status.RUNNING && !roti.isNothingOpen()) {
            taps.add(new Button("Won…", "/plan outcome"));
        }
        if (roti.isKnown() && !roti.isNothingOpen()) {
            taps.add(new Button("What if…", "/roti what if"));
        }
        taps.add(new Button("Brief me", "/plan brief"));
        if (!roti.opportunities().isEmpty()) {
            taps.add(new Button("Share", "/roti share"));
        }
        return new Part.Choices(Abouts.of(plan), taps);
    }

    private List<Button> askMore() {
        return roti.isEstimateDue() && !roti.isNothingOpen()
                ? List.of(new Button("Say how many more hours", "/roti hours", Weight.PRIMARY))
                : List.of();
    }

    /** The first answer that is missing, to be given now; one that was never asked comes with the plan's next questions. */
    private List<Button> answerWhatIsMissing() {
        return missing()
                .flatMap(plan::number)
                .map(number -> List.of(new Button("Answer it now", "edit " + number, Weight.PRIMARY)))
                .orElseGet(() -> List.of(
                        plan.status() == Status.DRAFT
                                ? new Button("Go on with the plan", "resume", Weight.PRIMARY)
                                : new Button("Add an opportunity", "add opportunity", Weight.PRIMARY)));
    }

    private Optional<Blank> missing() {
        return roti.missing().stream().findFirst().flatMap(this::blankOf);
    }

    private Optional<Blank> blankOf(Question<?> question) {
        return plan.blanks()
                .filter(blank ->
                        blank.question().equals(question) && plan.kept(blank).isEmpty())
                .filter(blank -> blank.row() == 0
                        || plan.get(Worksheet.OPPORTUNITY, blank.row()).isPresent())
                .findFirst();
    }
}
