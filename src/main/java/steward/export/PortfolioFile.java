package steward.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import steward.export.brand.Brand;
import steward.export.document.DocxFile;
import steward.export.document.PdfFile;
import steward.export.source.ExportedPlan;
import steward.export.workbook.PortfolioXlsxFile;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.roti.Roti;
import steward.worksheet.values.Notation;

/** All plans of a rep in one file: what compares them first, then each, the best next hour before the others. */
public final class PortfolioFile {

    private final List<ExportedPlan> plans;

    /** @param plans at least one */
    public PortfolioFile(List<Plan> plans, Rep rep, Instant now, Notation notation, Brand brand) {
        this.plans = plans.stream()
                .map(plan -> ExportedPlan.of(plan, rep, now, notation).on(brand))
                .sorted(Comparator.comparing(ExportedPlan::roti, Roti.byNextHour()))
                .toList();
    }

    /**
     * What stands in it.
     *
     * @throws IllegalArgumentException if it is none for people to read
     */
    public byte[] bytes(Format format) {
        return switch (format) {
            case PDF -> PdfFile.of(plans).bytes();
            case XLSX -> new PortfolioXlsxFile(plans).bytes();
            case DOCX -> DocxFile.of(plans).bytes();
            case CSV, ICS, JSON -> throw new IllegalArgumentException("All plans together don't come as " + format);
        };
    }
}
