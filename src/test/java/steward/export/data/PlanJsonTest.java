package steward.export.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import steward.export.source.ExportedPlan;
import steward.export.source.Sample;

class PlanJsonTest {

    @Test
    void saysWhatBecameOfActionsAndWhyOneWasDropped() {
        JsonArray actions = json(Sample.full()).getAsJsonArray("actions");
        assertThat(actions.get(0).getAsJsonObject().get("outcome").getAsString())
                .isEqualTo("open");
        assertThat(actions.get(0).getAsJsonObject().has("reason")).isFalse();
        assertThat(actions.get(1).getAsJsonObject().get("outcome").getAsString())
                .isEqualTo("done");
        assertThat(actions.get(3).getAsJsonObject().get("outcome").getAsString())
                .isEqualTo("dropped");
        assertThat(actions.get(3).getAsJsonObject().get("reason").getAsString()).isEqualTo("They closed the site");
    }

    private static JsonObject json(Sample sample) {
        ExportedPlan exported = sample.exported();
        return new PlanJson(exported.rep(), exported.today(), exported.notation()).of(exported.plan());
    }
}
