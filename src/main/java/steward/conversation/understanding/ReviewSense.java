package steward.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Job;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.OpenOpportunities;
import steward.plan.Blank;
import steward.plan.Status;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** Reading 4, in part: how likely an open opportunity is now, or by when: "resin 60%", "resin slipped to 15 Dec". */
final class ReviewSense implements Sense {

    private static final Pattern CHANCE = pattern("(?:put |set )?(?:the |our )?(\\S.*?)[ :,-]+"
            + "(?:(?:is|at|to|now|still|only|about|more like|up to|down to) )*(\\d{1,3}(?:[.,]\\d)? ?(?:%|percent|pct))"
            + "(?: (?:now|likely|chance|probability|sure))?(?:,? (?:and )?(?:by|until|till|closes|on) (\\S.*))?");
    private static final Pattern PUT = pattern("(?:put|set) (?:the |our )?(\\S.*?) (?:at|to) (\\d{1,3}) ?%?");
    private static final Pattern IS_AT =
            pattern("(?:the |our )?(\\S.*?) (?:is|stands|are)(?: now| still| only)? at (\\d{1,3})(?: now)?");
    private static final Pattern PROBABILITY_OF = pattern(
            "(?:(?:make|put|set|change|update) )?(?:the )?(?:probability|chances?|likelihood|odds) (?:of|for|on) (?:the |our )?(\\S.*?)(?: (?:one|deal|order|opportunity|contract|project))?"
                    + "(?: ?[:=] ?| )(?:(?:is|are|at|to|now|about|should be) )*(\\d{1,3}) ?(?:%|percent|pct)(?: now)?");
    private static final Pattern BY = pattern(
            "(?:the |our )?(\\S.*?) (?:(?:has|have|is|was|got|been) )*"
                    + "(?:slipped|slips|moved|pushed|postponed|delayed|shifted|closes|closing)(?: (?:back|out))?(?: (?:to|until|till|by|on))? (\\S.*)");

    private static final int LETTERS_MIN = 3;

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (heard.endsWithQuestionMark() || heard.text().indexOf('\n') >= 0) {
            return Guess.NO;
        }
        String said = heard.sentence();
        return chance(said, state)
                .or(() -> by(said, state))
                .map(review -> mayBeNew(state) ? Guess.probably(review) : Guess.surely(review))
                .orElse(Guess.NO);
    }

    private static Optional<Meaning> chance(String said, ConversationState state) {
        Matcher put = PUT.matcher(said);
        if (put.matches()) {
            return review(Job.Kind.CHANCE, said, put.group(1), put.group(2) + "%", Worksheet.PROBABILITY, state);
        }
        Matcher of = PROBABILITY_OF.matcher(said);
        if (of.matches()) {
            return review(Job.Kind.CHANCE, said, of.group(1), of.group(2) + "%", Worksheet.PROBABILITY, state);
        }
        Matcher isAt = IS_AT.matcher(said);
        if (isAt.matches()) {
            return review(Job.Kind.CHANCE, said, isAt.group(1), isAt.group(2) + "%", Worksheet.PROBABILITY, state);
        }
        Matcher chance = CHANCE.matcher(said);
        if (state.open().isEmpty() || !chance.matches()) {
            return Optional.empty();
        }
        String day = Optional.ofNullable(chance.group(3)).orElse("");
        return day.isEmpty()
                ? review(Job.Kind.CHANCE, said, chance.group(1), chance.group(2), Worksheet.PROBABILITY, state)
                : Optional.of(chance.group(1))
                        .filter(name -> isName(name, state) && isDay(day, state))
                        .map(name -> new Job(Job.Kind.CHANCE, said, name + " " + chance.group(2) + " by " + day));
    }

    private static Optional<Meaning> by(String said, ConversationState state) {
        Matcher by = BY.matcher(said);
        return state.open().isPresent() && by.matches() && isDay(by.group(2), state)
                ? review(Job.Kind.STILL_OPEN, said, by.group(1), by.group(2), Worksheet.TIMELINE, state)
                : Optional.empty();
    }

    /** Of the plan that is being written, it is another answer; of one that runs, news. */
    private static Optional<Meaning> review(
            Job.Kind kind, String said, String name, String value, Question<?> column, ConversationState state) {
        List<Blank> rows = state.plan()
                .filter(plan -> plan.status() == Status.DRAFT && name.length() >= LETTERS_MIN)
                .map(plan -> state.names().rowNamed(name))
                .orElse(List.of());
        if (rows.size() == 1 && rows.get(0).question().equals(Worksheet.OPPORTUNITY)) {
            Blank blank = new Blank(column, rows.get(0).row());
            return state.read(blank, value).map(kept -> new Put(How.CORRECT, blank, value));
        }
        return isName(name, state) ? Optional.of(new Job(kind, said, name + " " + value)) : Optional.empty();
    }

    private static boolean isName(String name, ConversationState state) {
        OpenOpportunities opportunities = new OpenOpportunities(state);
        return opportunities.beginWith(name) && opportunities.beyond(name).isEmpty();
    }

    private static boolean isDay(String words, ConversationState state) {
        return Worksheet.TIMELINE
                .readKept(words, state.situation(new Blank(Worksheet.TIMELINE, 1)))
                .isClear();
    }

    /** Where an opportunity is asked for, a new one may be called so as well. */
    private static boolean mayBeNew(ConversationState state) {
        return state.open()
                .filter(open -> open.question().equals(Worksheet.OPPORTUNITY)
                        || (open.isAnother()
                                && open.table()
                                        .filter(Worksheet.OPPORTUNITIES::equals)
                                        .isPresent()))
                .isPresent();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
