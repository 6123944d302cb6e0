package steward.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import steward.export.data.CsvFile;
import steward.export.data.IcsFile;
import steward.export.data.Json;
import steward.export.data.PlanJson;
import steward.export.document.DocxFile;
import steward.export.document.PdfFile;
import steward.export.source.ExportedPlan;
import steward.export.workbook.XlsxFile;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.Notation;

/** A plan as a file, in whatever format: as it stands now, to be kept, printed, sent on or read by a program. */
public final class PlanFile {

    private final ExportedPlan exported;

    /**
     * @param rep whose plan it is
     * @param now when the file is made
     * @param notation how the workspace writes money
     */
    public PlanFile(Plan plan, Rep rep, Instant now, Notation notation) {
        this.exported = new ExportedPlan(plan, rep, now, notation);
    }

    /** What stands in it; empty where there is nothing to write: a calendar of a plan without days. */
    public Optional<byte[]> bytes(Format format) {
        return switch (format) {
            case PDF -> Optional.of(new PdfFile(exported).bytes());
            case DOCX -> Optional.of(new DocxFile(exported).bytes());
            case XLSX -> Optional.of(new XlsxFile(exported).bytes());
            case CSV -> Optional.of(new CsvFile(exported).bytes());
            case ICS -> new IcsFile(exported).bytes();
            case JSON -> Optional.of(json());
        };
    }

    private byte[] json() {
        PlanJson json = new PlanJson(exported.rep(), exported.today(), exported.notation());
        return Json.text(json.of(exported.plan())).getBytes(StandardCharsets.UTF_8);
    }
}
