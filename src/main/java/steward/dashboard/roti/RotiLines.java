package steward.dashboard.roti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Plan;
import steward.roti.Rate;
import steward.roti.Roti;
import steward.worksheet.Worksheet;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** What the plan says an hour will earn, with the formula, so that a rep can check it by hand. */
public final class RotiLines {

    private RotiLines() {}

    /** The planned ROTI of a plan that lists opportunities, or what is missing to know it. */
    public static List<Part> of(Plan plan, Notation notation) {
        if (plan.rows(Worksheet.OPPORTUNITIES).isEmpty()) {
            return List.of();
        }
        Roti roti = Roti.of(plan);
        Optional<Money> planned = roti.planned().map(Rate::anHour);
        if (planned.isEmpty() || !roti.missing().isEmpty()) {
            return List.of(new Part.Quiet(Words.of("ROTI: not known yet; it needs {}.", roti.missingNames())));
        }
        List<Part> lines = new ArrayList<>();
        lines.add(new Part.Paragraph(Words.of(
                "*An hour of yours is planned to earn {}.*", planned.get().shownInFull(notation))));
        lines.add(new Part.Quiet(Words.of(
                "ROTI = EGP ÷ hours required = {} ÷ {} = {} an hour. EGP, the expected gross profit, is increase × "
                        + "probability × gross margin.",
                Money.rounded(roti.egp()).shown(notation),
                roti.required().map(hours -> hours.shown(notation)).orElse(""),
                planned.get().shownInFull(notation))));
        Money kept = Money.rounded(roti.protectedProfit());
        if (kept.isPositive()) {
            lines.add(new Part.Quiet(Words.of(
                    "What you defend earns nothing new, and protects {} of gross profit.", kept.shown(notation))));
        }
        return lines;
    }
}
