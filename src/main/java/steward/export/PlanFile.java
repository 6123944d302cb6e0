package steward.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import steward.plan.Plan;
import steward.rep.Rep;
import steward.worksheet.values.Notation;

/** A plan as a file, in whatever format: as it stands now, to be kept, printed, sent on or read by a program. */
public final class PlanFile {

    private final Original original;

    /**
     * @param rep whose plan it is
     * @param now when the file is made
     * @param notation how the workspace writes money
     */
    public PlanFile(Plan plan, Rep rep, Instant now, Notation notation) {
        this.original = new Original(plan, rep, now, notation);
    }

    /** What stands in it; empty where there is nothing to write: a calendar of a plan without days. */
    public Optional<byte[]> bytes(Format format) {
        return switch (format) {
            case PDF -> Optional.of(new PdfFile(original).bytes());
            case DOCX -> Optional.of(new DocxFile(original).bytes());
            case XLSX -> Optional.of(new XlsxFile(original).bytes());
            case CSV -> Optional.of(new CsvFile(original).bytes());
            case ICS -> new IcsFile(original).bytes();
            case JSON -> Optional.of(json());
        };
    }

    private byte[] json() {
        PlanJson json = new PlanJson(original.rep(), original.today(), original.notation());
        return Json.text(json.of(original.plan())).getBytes(StandardCharsets.UTF_8);
    }
}
