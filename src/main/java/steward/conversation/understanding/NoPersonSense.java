package steward.conversation.understanding;

import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.worksheet.Worksheet;
import steward.worksheet.values.PersonNames;

/**
 * Beside reading 7: where a person is asked for, a sentence about what to do is hardly anybody's name, nor is an amount of anything; and the
 * same as somebody else's is no answer by itself.
 */
final class NoPersonSense implements Sense {

    private static final String VERB =
            "(?:agree|arrange|ask|book|bring|build|call|close|discuss|email|find|get|give|grow|help|improve|increase|introduce|invite|keep|let|make|meet|offer|prepare|present|push|reduce|review|run|schedule|sell|send|set|show|sign|start|take|talk|tell|try|visit|win|write)";

    /** "Show the savings", "Call Dana Wu about the budget"; but "Grant Call", "Win Butler". */
    private static final Pattern DEED = Pattern.compile(
            VERB
                    + " (?:(?:a|all|an|any|her|his|in|it|me|more|my|on|our|some|that|the|their|them|this|to|up|us|with|your) .+"
                    + "|\\S+(?: \\S+)* (?:about|after|at|before|by|for|from|in|on|that|the|this|to|until|what|whether|with) .+)",
            Pattern.CASE_INSENSITIVE);

    private static final String ABOUT =
            "(?i:(?:about|around|roughly|approx(?:\\.|imately)?|nearly|almost|over|under|up to|at least|at most|more than|less than|some|maybe|ca\\.?|circa|etwa|environ|unos|cerca de) |[~≈<>] ?)*";

    /** "240k", "about 40 people", "forty"; but "Forty Miles". */
    private static final Pattern AMOUNT = Pattern.compile(
            ABOUT + "(?:\\p{Sc} ?\\d.*|\\d[^\\p{L}\\n]*(?:(?:\\p{Ll}|[KM](?!\\p{L})).*)?"
                    + "|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|a (?:dozen|hundred|thousand|few))(?: \\p{Ll}.*)?)",
            Pattern.DOTALL);

    /** "Depends on the amount", "whoever is on shift". */
    private static final Pattern NOBODY_YET = Pattern.compile(
            "(?i)(?:(?:it|that) )?(?:all )?(?:depends|varies|changes)\\b.*|who(?:m)?ever\\b.*|(?:some|any|every)(?:body| ?one)\\b.*|(?:hängt davon ab|kommt (?:darauf|drauf) an|ça dépend|depende|dipende)\\b.*");

    /** "Same as Sam", "same guy as above": somebody who may be in the plan already, or words that are. */
    private static final Pattern SAME = Pattern.compile(
            "(?i)(?:the )?same (?:as|like|stuff as|thing as|person as|one as|guy as)\\b.*", Pattern.DOTALL);

    /** What an opportunity brings, or how likely it is. */
    private static final Pattern FIGURES = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}.])(?:\\p{Sc} ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:%|percent|k|m|mn|mio|million|thousand|grand|usd|eur|[$€£])(?![\\p{L}\\p{N}]))");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        boolean isName = state.open()
                .filter(open -> Kinds.isPerson(open)
                        || (open.isAnother()
                                && open.table()
                                        .filter(Worksheet.ROLES::contains)
                                        .isPresent()))
                .isPresent();
        String said = heard.sentence();
        String name = said.split("[,;\\n]", 2)[0];
        boolean isDeed = DEED.matcher(name).matches() && !PersonNames.hasPosition(name);
        boolean isNobody = NOBODY_YET.matcher(said).matches() && !PersonNames.hasPosition(said);
        boolean isSame = SAME.matcher(said).matches();
        boolean isAmount = AMOUNT.matcher(said).matches()
                || FIGURES.matcher(name).find()
                || (FIGURES.matcher(said).find() && !PersonNames.hasPosition(said));
        return (isName && (isDeed || isAmount || isNobody)) || (isSame && (isName || state.takesWords()))
                ? Guess.perhaps(new Meaning.Said(Command.HELP, ""))
                : Guess.NO;
    }
}
