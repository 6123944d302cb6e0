package steward.conversation.plans;

import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** What can be said about plans, by {@code /plan} and at any question. */
public final class PlanHelp {

    private PlanHelp() {}

    public static Message message() {
        return Message.of(
                new Part.Paragraph(
                        Words.of("*A plan in four steps*, one question at a time, in about twenty minutes.")),
                new Part.Paragraph(Words.of("""
                        `/plan Acme` starts the plan for Acme this year, or opens it
                        `/plan Acme 2027` the same for another year
                        `/plan` lists your plans
                        `/plan show Acme` shows all of it, `/plan health Acme` what would make it better
                        `/plan new Acme` starts one though another sounds alike
                        `/plan resume Acme` goes on where you stopped
                        `/plan form Acme` opens the step where it stands as a form, `/plan form Acme 3` step 3
                        `/plan won Acme resin 66k`, `/plan lost Acme resin price` tell what became of an opportunity; `/plan reopen Acme resin` takes it back
                        `/plan outcome Acme` asks the same in a form
                        `/plan chance Acme resin 75%` says how likely it is now, `/plan still Acme resin 30 June` by when it will be won
                        `/plan next Acme` starts the next 90 days, `/plan lookback Acme` keeps what worked in these
                        `/plan brief Acme`, `/plan brief Acme Dana` show what you need before a call
                        `/plan close Acme lost the bid` ends it, with your reason; all of it is kept
                        `/plan settings` shows and changes how I work for you
                        `/plan forget me` gives you a file of all that I keep of you, and deletes it if you want""")),
                new Part.Paragraph(Words.of("""
                        At any question: `back`, `skip`, `help`, `status`, `summary`, `pause`, `resume`, `cancel`
                        `edit 7` or `edit mission` changes an answer
                        `add coach`, `add opportunity`, `remove Dana`, `undo`, `margin opportunity 2 60%`
                        `switch Acme` goes to another plan
                        `answer: skip` when the answer itself is one of these words""")),
                new Part.Quiet(Words.of("`/actions` lists what you said you would do.")));
    }
}
