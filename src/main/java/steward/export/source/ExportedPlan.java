package steward.export.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import steward.export.brand.Brand;
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
 * @param brand whose paper it is on
 */
public record ExportedPlan(Plan plan, Rep rep, Instant at, Notation notation, Brand brand) {

    /** What is said of a gap. */
    public static final String NOT_KNOWN = "not known yet";

    /** One on plain paper. */
    public ExportedPlan(Plan plan, Rep rep, Instant at, Notation notation) {
        this(plan, rep, at, notation, Brand.NONE);
    }

    /** A plan for files, whose words stand there as they are meant, without the marks of the chat that they were typed in. */
    public static ExportedPlan of(Plan plan, Rep rep, Instant at, Notation notation) {
        return new ExportedPlan(new MarkupRemover(rep).in(plan), rep, at, notation);
    }

    /** The same, on a company's paper. */
    public ExportedPlan on(Brand paper) {
        return new ExportedPlan(plan, rep, at, notation, paper);
    }

    /** The same, with money written in another way. */
    public ExportedPlan in(Notation other) {
        return new ExportedPlan(plan, rep, at, other, brand);
    }

    /** The rep's own day. */
    public LocalDate today() {
        return dayOf(at);
    }

    /** The rep's own day at a moment. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(rep.zone()).toLocalDate();
    }

    /** "draft", "running", "closed". */
    public String statusWord() {
        return plan.status().name().toLowerCase(Locale.ROOT);
    }

    public Roti roti() {
        return Roti.of(plan);
    }

    /** What stands in a blank, as Steward says it. */
    public Optional<String> shown(Blank blank) {
        return plan.shown(blank, today(), notation);
    }

    public BlankStatus stands(Blank blank) {
        return BlankStatus.of(plan, blank);
    }
}
