package steward.dashboard.plans;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.message.Part;
import steward.message.Part.Fact;
import steward.message.Shortened;
import steward.message.Words;
import steward.plan.Plan;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** What the rep said worked and did not, in each of a plan's cycles. */
public final class LookBack {

    private static final int CHARACTERS_MAX = 300;

    private final Plan plan;

    public LookBack(Plan plan) {
        this.plan = plan;
    }

    /** All that was said, cycle by cycle; nothing if nothing was. */
    public List<Part> parts() {
        List<Fact> facts = IntStream.rangeClosed(1, plan.cycle())
                .boxed()
                .flatMap(cycle -> facts(cycle, "Cycle " + cycle + ": ").stream())
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Part.Heading("Looking back"), new Part.Facts(facts));
    }

    /** What was said of one cycle. */
    public List<Fact> of(int cycle) {
        return facts(cycle, "");
    }

    private List<Fact> facts(int cycle, String head) {
        return Stream.of(Worksheet.CYCLE_WORKED, Worksheet.CYCLE_NOT_WORKED)
                .flatMap(question ->
                        said(question, cycle).map(said -> new Fact(head + question.label(), said)).stream())
                .toList();
    }

    private Optional<Words> said(Question<String> question, int cycle) {
        return plan.get(question, cycle)
                .map(said ->
                        Words.literal(Shortened.to(CHARACTERS_MAX, said.strip().replaceAll("\\s*\\R\\s*", " / "))));
    }
}
