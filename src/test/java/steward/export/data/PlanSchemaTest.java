package steward.export.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;
import steward.plan.Kind;

/** What is written as JSON is what the schema says that is published for those who read it. */
class PlanSchemaTest {

    private static final Path SCHEMA = Path.of("src", "docs", "plan.schema.json");

    @Test
    void whatIsWrittenIsAsPublished() throws IOException {
        for (Sample sample : List.of(
                Sample.full(),
                Sample.usual(),
                Sample.draft("Acme"),
                Sample.full().happened(Kind.SNOOZED, "action", 1, "2026-03-24").happened(Kind.CLOSED, "", 0, "done"))) {
            assertThat(complaints(json(sample))).isEmpty();
        }
    }

    /** Or the test above would prove little. */
    @Test
    void anythingElseIsNot() throws IOException {
        String json = json(Sample.full());
        for (String[] change : new String[][] {
            {"\"unit\": \"percent\"", "\"unit\": \"furlongs\""},
            {"\"year\": 2026", "\"year\": \"2026\""},
            {"\"status\": \"running\"", "\"status\": \"asleep\""},
            {"\"due\": \"2026-03-27\"", "\"due\": \"next Friday\""},
            {"\"minutes\":", "\"hours\":"}
        }) {
            assertThat(json).contains(change[0]);
            assertThat(complaints(json.replace(change[0], change[1]))).isNotEmpty();
        }
    }

    private static List<String> complaints(String json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        return schema
                .validate(
                        json, InputFormat.JSON, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(message -> message.toString())
                .toList();
    }

    private static String json(Sample sample) {
        ExportedPlan exported = sample.exported();
        return Json.text(new PlanJson(exported.rep(), exported.today(), exported.notation()).of(exported.plan()));
    }
}
