package steward.export.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steward.export.Edition;
import steward.export.Format;
import steward.export.PlanFile;
import steward.export.brand.Brand;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;
import steward.plan.Kind;
import steward.plan.Plan;

class JsonPlansTest {

    @Test
    void whatWasWrittenIsReadAndWrittenAgainAsItWas() {
        for (Sample sample : new Sample[] {
            Sample.full(),
            Sample.usual(),
            Sample.draft("Łódź \"& Söhne\" 🎉"),
            Sample.full().happened(Kind.CLOSED, "", 0, "done").happened(Kind.RENAMED, "", 0, "Acme Group")
        }) {
            ExportedPlan first = sample.exported();
            String json = json(first);
            JsonPlans read = JsonPlans.of(json);
            assertThat(read.complaints()).isEmpty();
            ReadPlan plan = read.plans().get(0);
            Plan again = new Plan(first.plan().id(), first.plan().owner(), plan.account(), plan.year(), plan.entries());
            assertThat(json(new ExportedPlan(again, first.rep(), first.at(), first.notation())))
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "nonsense", "{\"plans\":3}", "null", "5"})
    void saysThatItIsNoFileOfStewards(String text) {
        JsonPlans read = JsonPlans.of(text);
        assertThat(read.plans()).isEmpty();
        assertThat(read.complaints()).containsExactly("This is no JSON file of Steward's.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"Answered\"~\"kind\": \"Dreamt\"",
                "\"question\": \"revenue_goal\",\n      \"row\": 0,\n      \"value\": \"120000000\"~\"question\": \"revenue_goal\",\n      \"row\": 0,\n      \"value\": \"lots\"",
                "\"question\": \"mission\",\n      \"row\": 0~\"question\": \"vision\",\n      \"row\": 0",
                "\"at\": \"2026-03-02T~\"at\": \"2026-13-02T",
                "steward-plan-1~steward-plan-9",
                "\"journal\"~\"diary\""
            })
    void aPlanThatDoesNotAddUpIsLeftOutAndSaidWhy(String change) {
        String[] parts = change.split("~", -1);
        String json = json(Sample.full().exported());
        assertThat(json).contains(parts[0]);
        JsonPlans read = JsonPlans.of(json.replace(parts[0], parts[1]));
        assertThat(read.plans()).isEmpty();
        assertThat(read.complaints()).singleElement().asString().startsWith("Plan 1: ");
    }

    private static String json(ExportedPlan plan) {
        return new String(
                new PlanFile(plan.plan(), plan.rep(), plan.at(), plan.notation(), Brand.NONE, Edition.INTERNAL)
                        .bytes(Format.JSON)
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }
}
