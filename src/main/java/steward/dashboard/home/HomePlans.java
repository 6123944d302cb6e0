package steward.dashboard.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.dashboard.Abouts;
import steward.dashboard.AccountNames;
import steward.dashboard.DraftWords;
import steward.dashboard.Reader;
import steward.dashboard.Renewals;
import steward.dashboard.plans.HealthMessage;
import steward.dashboard.plans.RunningMessage;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Part;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Figures;
import steward.roti.Roti;

/** A rep's plans as lines of the Home tab. */
final class HomePlans {

    private static final int ACCOUNT_CHARACTERS_MAX = 60;

    private final Instant now;
    private final Reader reader;
    private final AccountNames names;
    private final Figures figures;

    /** @param plans all that the rep has, among which each must be told apart */
    HomePlans(List<Plan> plans, Instant now, Reader reader) {
        this.now = now;
        this.reader = reader;
        this.names = new AccountNames(plans);
        this.figures = new Figures(reader.notation());
    }

    /** "Acme Glass   day 23 of 90 · next hour $661 · 2 actions due", and the fix worth most. */
    List<Part> running(Plan plan) {
        Words line = name(plan)
                .then(Words.of("   {}  ·  ", new RunningMessage(plan, reader).dayOfCycle()))
                .then(nextHour(Roti.of(plan)))
                .then(Words.of("  ·  {}", new DueActions(List.of(plan), names, reader).count()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Entry(line, Abouts.of(plan), new Button("Open", "/plan show")));
        Optional<Words> worthMost = new RunningMessage(plan, reader).isOver()
                ? Optional.of(Words.of("Begin the next 90 days: `/plan next {}`.", plan.account()))
                : new HealthMessage(plan, now, reader).worthMost();
        worthMost.ifPresent(words -> parts.add(new Part.Quiet(words)));
        return parts;
    }

    /** "Cargo North   draft · stopped at “Who has the final say?”". */
    List<Part> draft(Plan plan, Weight weight) {
        Words line = name(plan).then(Words.of("   draft  ·  {}", new DraftWords(plan, reader).stopped()));
        return List.of(new Part.Entry(line, Abouts.of(plan), new Button("Resume", "resume", weight)));
    }

    private Words name(Plan plan) {
        return Words.of("*{}*", Shortened.to(ACCOUNT_CHARACTERS_MAX, names.of(plan)));
    }

    /** "next hour $661", or why there is none. */
    Words nextHour(Roti roti) {
        if (roti.isNothingOpen()) {
            Renewals renewals = new Renewals(roti, reader.notation());
            return Words.literal(renewals.isNone() ? "nothing open" : renewals.toDefend());
        }
        if (!roti.isKnown()) {
            return Words.of("next hour not known yet");
        }
        return roti.nextHour()
                .map(rate -> Words.of(
                        "next hour *{}*" + (isBelow(roti) ? " ▼" : "") + figures.basis(roti), figures.wholeRate(rate)))
                .orElse(Words.of("next hour not known yet"));
    }

    private boolean isBelow(Roti roti) {
        return reader.breakEven().filter(roti::isBelow).isPresent();
    }

    /** What the mark means, if any of these plans has it. */
    Optional<Part> footnote(List<Plan> shown) {
        return reader.breakEven()
                .filter(cost -> shown.stream().map(Roti::of).anyMatch(this::isBelow))
                .map(cost -> new Part.Quiet(Words.of("▼ below your break-even of {} an hour", figures.money(cost))));
    }
}
