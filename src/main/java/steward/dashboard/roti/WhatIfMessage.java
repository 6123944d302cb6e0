package steward.dashboard.roti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import steward.dashboard.Abouts;
import steward.dashboard.Reader;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.roti.WhatIf;
import steward.worksheet.values.Money;

/** What an account's ROTI would be, beside what it is: nothing is saved. */
public final class WhatIfMessage {

    private final Plan plan;
    private final WhatIf change;
    private final Reader reader;
    private final Figures figures;
    private final Roti now;
    private final Roti then;

    public WhatIfMessage(Plan plan, WhatIf change, Reader reader) {
        this.plan = plan;
        this.change = change;
        this.reader = reader;
        this.figures = new Figures(reader.notation());
        this.now = Roti.of(plan);
        this.then = Roti.of(plan, change);
    }

    public Message message() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(plan.account() + ": what if"));
        parts.add(new Part.Paragraph(Words.of("With {}: ", changes()).then(difference())));
        parts.add(new Part.Grid(List.of("Figure", "Now", "What if"), rows()));
        new RotiFormulas(plan, then, reader)
                .nextHour()
                .filter(part -> then.isKnown())
                .ifPresent(parts::add);
        parts.add(new Part.Quiet(
                Words.of("Nothing is saved: `edit hours required` and the like would change the plan.")));
        parts.add(new Part.Choices(
                Abouts.of(plan),
                List.of(new Button("Another what if…", "/roti what if"), new Button("ROTI", "/roti"))));
        return new Message(parts);
    }

    private String changes() {
        List<String> changes = new ArrayList<>();
        change.hours().ifPresent(hours -> changes.add(figures.hours(hours) + " required"));
        change.probability()
                .ifPresent(chance -> changes.add(chance.shown(reader.notation()) + " for all that is open"));
        change.margin().ifPresent(margin -> changes.add(margin.shown(reader.notation()) + " gross margin"));
        return String.join(" and ", changes);
    }

    private Words difference() {
        Optional<Rate> was = now.isKnown() ? now.nextHour() : Optional.empty();
        Optional<Rate> would = then.isKnown() ? then.nextHour() : Optional.empty();
        if (would.isEmpty()) {
            return Words.of(
                    then.isNothingOpen()
                            ? "nothing new is open, so an hour earns nothing new either way."
                            : "still not known; it needs {}.",
                    then.isNothingOpen() ? new Object[0] : new Object[] {then.missingNames()});
        }
        if (was.isEmpty()) {
            return Words.of("your next hour would earn *{}*.", figures.rate(would.get()));
        }
        int compared = would.get().compareTo(was.get());
        return compared == 0
                ? Words.of("your next hour would earn the same, *{}*.", figures.rate(would.get()))
                : Words.of(
                        "your next hour would earn *{}*, {} " + (compared > 0 ? "more" : "less") + " than now.",
                        figures.rate(would.get()),
                        figures.inFull(apart(was.get(), would.get())));
    }

    private static Money apart(Rate one, Rate other) {
        Money low = one.compareTo(other) < 0 ? one.anHour() : other.anHour();
        Money high = one.compareTo(other) < 0 ? other.anHour() : one.anHour();
        return high.minus(low);
    }

    private List<List<String>> rows() {
        return List.of(
                row("EGP", roti -> Optional.of(figures.money(roti.egp()))),
                row("Open EGP", roti -> Optional.of(figures.money(roti.openEgp()))),
                row("Hours required", roti -> roti.required().map(figures::hours)),
                row("Planned ROTI", roti -> roti.planned().map(figures::rate)),
                row("Forecast ROTI", roti -> roti.forecast().map(figures::rate)),
                row("Next hour", this::nextHour));
    }

    private Optional<String> nextHour(Roti roti) {
        return roti.nextHour().map(rate -> figures.rate(rate) + figures.basis(roti));
    }

    private List<String> row(String name, Function<Roti, Optional<String>> figure) {
        return List.of(name, figure.apply(now).orElse("–"), figure.apply(then).orElse("–"));
    }
}
