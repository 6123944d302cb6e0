package steward.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import steward.export.brand.Brand;
import steward.export.data.CsvFile;
import steward.export.data.IcsFile;
import steward.export.data.JointCsvFile;
import steward.export.data.JointJsonFile;
import steward.export.data.Json;
import steward.export.data.PlanJson;
import steward.export.document.DocxFile;
import steward.export.document.PdfFile;
import steward.export.joint.JointPlan;
import steward.export.source.ExportedPlan;
import steward.export.workbook.JointXlsxFile;
import steward.export.workbook.XlsxFile;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.Notation;

/** A plan as a file, in whatever format: as it stands now, to be kept, printed, sent on or read by a program. */
public final class PlanFile {

    private final ExportedPlan exported;
    private final Edition edition;

    /**
     * @param rep whose plan it is
     * @param now when the file is made
     * @param notation how the workspace writes money
     * @param brand whose paper it is on
     */
    public PlanFile(Plan plan, Rep rep, Instant now, Notation notation, Brand brand, Edition edition) {
        this.exported = ExportedPlan.of(plan, rep, now, notation).on(brand);
        this.edition = edition;
    }

    /** The worksheet with nothing in it, to be printed and filled in by hand. */
    public static byte[] blank(LocalDate today, Notation notation, Brand brand, Format format) {
        return format == Format.DOCX
                ? DocxFile.blank(today, notation, brand).bytes()
                : PdfFile.blank(today.getYear(), today, notation, brand).bytes();
    }

    /** What stands in it; empty where there is nothing to write: a calendar of a plan without days. */
    public Optional<byte[]> bytes(Format format) {
        return edition == Edition.CUSTOMER ? joint(JointPlan.of(exported), format) : internal(format);
    }

    /**
     * The days that a calendar gets with it and was not given yet, as the journal keeps them; empty if there are none.
     *
     * @see steward.plan.Kind#CALENDAR_TAKEN
     */
    public String untakenDays() {
        IcsFile calendar = edition == Edition.CUSTOMER ? new IcsFile(JointPlan.of(exported)) : new IcsFile(exported);
        return calendar.untaken();
    }

    private Optional<byte[]> internal(Format format) {
        return switch (format) {
            case PDF -> Optional.of(PdfFile.of(exported).bytes());
            case DOCX -> Optional.of(DocxFile.of(exported).bytes());
            case XLSX -> Optional.of(new XlsxFile(exported).bytes());
            case CSV -> Optional.of(new CsvFile(exported).bytes());
            case ICS -> new IcsFile(exported).bytes();
            case JSON -> Optional.of(json());
        };
    }

    /** Made of the joint plan alone. */
    private static Optional<byte[]> joint(JointPlan plan, Format format) {
        return switch (format) {
            case PDF -> Optional.of(PdfFile.of(plan).bytes());
            case DOCX -> Optional.of(DocxFile.of(plan).bytes());
            case XLSX -> Optional.of(new JointXlsxFile(plan).bytes());
            case CSV -> Optional.of(new JointCsvFile(plan).bytes());
            case ICS -> new IcsFile(plan).bytes();
            case JSON -> Optional.of(new JointJsonFile(plan).bytes());
        };
    }

    private byte[] json() {
        PlanJson json = new PlanJson(exported.rep(), exported.today(), exported.notation());
        return Json.text(json.of(exported.plan())).getBytes(StandardCharsets.UTF_8);
    }
}
