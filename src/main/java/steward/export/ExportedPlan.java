package steward.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.roti.Roti;
import steward.worksheet.values.Notation;

/**
 * The plan that a file is made of.
 *
 * @param rep whose plan it is
 * @param at when the file is made
 * @param notation how the workspace writes money
 */
record ExportedPlan(Plan plan, Rep rep, Instant at, Notation notation) {

    /** What is said of a gap. */
    static final String NOT_KNOWN = "not known yet";

    /** The rep's own day. */
    LocalDate today() {
        return dayOf(at);
    }

    /** The rep's own day at a moment. */
    LocalDate dayOf(Instant moment) {
        return moment.atZone(rep.zone()).toLocalDate();
    }

    Roti roti() {
        return Roti.of(plan);
    }

    /** What stands in a blank, as Steward says it. */
    Optional<String> shown(Blank blank) {
        return plan.shown(blank, today(), notation);
    }

    BlankStatus stands(Blank blank) {
        return BlankStatus.of(plan, blank);
    }
}
