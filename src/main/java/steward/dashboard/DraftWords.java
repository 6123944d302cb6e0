package steward.dashboard;

import steward.message.Shortened;
import steward.plan.Blank;
import steward.plan.Plan;

/** Says at which question a draft stopped. */
public final class DraftWords {

    private static final int PROMPT_CHARACTERS_MAX = 100;

    private final Plan plan;
    private final Reader reader;

    public DraftWords(Plan plan, Reader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /** "stopped at “Who can say yes when everyone else says no?”" */
    public String stopped() {
        return plan.open().map(this::at).orElse("with nothing left to ask");
    }

    private String at(Blank open) {
        if (open.isSummary()) {
            return "stopped at the summary of step " + open.step().orElseThrow().number();
        }
        String prompt = open.question().prompt(plan.situation(open, reader.today(), reader.notation()));
        return "stopped at “" + Shortened.to(PROMPT_CHARACTERS_MAX, prompt) + "”";
    }
}
