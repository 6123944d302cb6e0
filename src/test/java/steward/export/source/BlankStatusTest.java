package steward.export.source;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.export.source.BlankStatus.ANSWERED;
import static steward.export.source.BlankStatus.GAP;
import static steward.export.source.BlankStatus.LEFT_BLANK;
import static steward.export.source.BlankStatus.TO_COME;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import steward.export.data.PlanJson;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** A blank without an answer is told of in the same way in every kind of file. */
class BlankStatusTest {

    @Test
    void whatMattersIsAGapFromTheStart() {
        Sample plan = Sample.draft("Acme");
        assertThat(stands(plan, Worksheet.HEADQUARTERS, 0)).isEqualTo(GAP);
        assertThat(stands(plan.skip("headquarters", 0), Worksheet.HEADQUARTERS, 0))
                .isEqualTo(GAP);
        assertThat(stands(plan.answer("headquarters", 0, "Toledo"), Worksheet.HEADQUARTERS, 0))
                .isEqualTo(ANSWERED);
    }

    @Test
    void whatIsOptionalIsLeftBlankOnceItWasPassedOver() {
        Sample plan = Sample.draft("Acme");
        assertThat(stands(plan, Worksheet.MISSION, 0)).isEqualTo(TO_COME);
        assertThat(stands(plan.skip("mission", 0), Worksheet.MISSION, 0)).isEqualTo(LEFT_BLANK);
    }

    @Test
    void nothingWaitsForWhatIsNotKnownOfAnActionThatIsDone() {
        Sample plan = Sample.draft("Acme").answer("action.what", 1, "Call Dana").skip("action.due", 1);
        assertThat(stands(plan, Worksheet.ACTION_DUE, 1)).isEqualTo(GAP);
        assertThat(stands(plan.happened(Kind.DONE, "action", 1, ""), Worksheet.ACTION_DUE, 1))
                .isEqualTo(LEFT_BLANK);
    }

    @Test
    void anAnswerOpenedAgainStandsUntilThereIsANewOne() {
        assertThat(stands(
                        Sample.draft("Acme").answer("mission", 0, "Glass").happened(Kind.REOPENED, "mission", 0, ""),
                        Worksheet.MISSION,
                        0))
                .isEqualTo(ANSWERED);
    }

    @Test
    void jsonTellsWhatWasSkippedFromWhatIsToCome() {
        Sample plan = Sample.draft("Acme").answer("headquarters", 0, "Toledo").skip("mission", 0);
        assertThat(inJson(plan).stream().limit(4))
                .containsExactly(
                        "Headquarters: Toledo",
                        "Mission: left blank",
                        "2026 goal: not known yet",
                        "We sell: not known yet");
        assertThat(inJson(plan)).noneMatch(line -> line.startsWith("Cross-sell"));
    }

    @Test
    void jsonSaysThatNobodyIsNeededForAnActionRatherThanMissing() {
        assertThat(inJson(Sample.full())).contains("With: left blank").doesNotContain("With: not known yet");
    }

    private static BlankStatus stands(Sample sample, Question<?> question, int row) {
        return sample.exported().stands(new Blank(question, row));
    }

    private static List<String> inJson(Sample sample) {
        ExportedPlan exported = sample.exported();
        JsonObject json = new PlanJson(exported.rep(), exported.today(), exported.notation()).of(exported.plan());
        return StreamSupport.stream(json.getAsJsonArray("answers").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(line -> line.get("question").getAsString() + ": "
                        + line.get("answer").getAsString())
                .toList();
    }
}
