package steward.conversation.plans;

import java.util.List;
import java.util.Optional;
import steward.message.About;
import steward.message.Control.Button;
import steward.message.Message;
import steward.message.Part;
import steward.message.Words;

/** What can be said about plans, by {@code /plan} and at any question: what is needed every day on one phone screen, the rest a tap away. */
public final class PlanHelp {

    private static final String MORE = "more";

    private PlanHelp() {}

    /** What follows {@code /plan help}: nothing, or the rest of it; empty if it is neither. */
    static Optional<Message> about(String words) {
        return switch (words) {
            case "" -> Optional.of(message());
            case MORE -> Optional.of(more());
            default -> Optional.empty();
        };
    }

    public static Message message() {
        return Message.of(
                new Part.Paragraph(
                        Words.of("*A plan in four steps*, one question at a time, in about twenty minutes.")),
                new Part.Paragraph(Words.of("""
                        `/plan Acme` starts the plan for Acme, or opens it
                        `/plan` lists your plans
                        `/plan brief Acme` what you need before a call
                        `/plan won Acme resin 66k` how it ended
                        `/plan settings` how I work for you
                        `/time Acme 2h`, `/roti`, `/actions` your hours, what they earn, what you do next""")),
                new Part.Paragraph(Words.of("""
                        At any question: `back`, `skip`, `why?`, `pause`
                        `edit 7` or `edit mission` changes an answer
                        `undo` takes back what you did last""")),
                new Part.Choices(About.NOTHING, List.of(new Button("More", "/plan help " + MORE))));
    }

    private static Message more() {
        return Message.of(
                new Part.Paragraph(Words.of("*All that* `/plan` *can do*")),
                new Part.Paragraph(Words.of("""
                        `/plan Acme 2027` a plan for another year
                        `/plan new Acme` one though another sounds alike
                        `/plan show Acme` all of it, `/plan health Acme` what would make it better
                        `/plan resume Acme` goes on where you stopped
                        `/plan form Acme 3` step 3 as a form
                        `/plan lost Acme resin price`, `/plan reopen Acme resin` it was lost, or is open after all
                        `/plan outcome Acme` the same in a form
                        `/plan chance Acme resin 75%`, `/plan still Acme resin 30 June` how likely, and by when
                        `/plan next Acme` the next 90 days, `/plan lookback Acme` what worked in these
                        `/plan close Acme lost the bid` ends it; all of it is kept
                        `/plan rename Acme to Acme Glass` another name for the account
                        `/plan delete Acme` takes out a plan begun by mistake
                        `/plan import` your accounts, or plans that I wrote, from a file
                        `/plan forget me` all that I keep of you, as a file; then deleted if you want""")),
                new Part.Paragraph(Words.of("""
                        At any question: `status`, `summary`, `help`, `resume`, `cancel`
                        `add coach`, `add opportunity`, `remove Dana`
                        `margin opportunity 2 60%` a margin of its own
                        `switch Acme` another plan
                        `answer: skip` where the answer is one of these words""")));
    }
}
