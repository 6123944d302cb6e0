package steward.conversation.understanding.jobs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning.Job;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.accounts.Accounts;
import steward.worksheet.Contact;

/** Reading 4, in part: time that was spent on one of the rep's accounts, which stands right beside it. */
final class SpentSense implements Sense {

    private static final String TIME =
            "(?:\\d{1,3}(?:[.,]\\d{1,2})?(?: 1/2)? ?(?:h|hrs?|hours?|m|mins?|minutes?|std\\.?|stunden?|heures?|horas?|ore|uur|godz\\.?)(?: ?(?:and )?\\d{1,2} ?(?:m|mins?|minutes?)?)?|\\d{1,2}:\\d{2}(?: ?(?:h|[ap]m))?|(?:a |one )?half an hour|half an hour|an hour(?: and a half)?|one hour|two hours|three hours|a quarter of an hour)";
    private static final String TIE = "(?:(?:on|for|with|at|of|to|in|:|-|–|working on|work on|spent on|spent at) )*";
    private static final String SPENT =
            "(?:(?:please|pls|can you|ok|just|also|i|i've|we|i have|have|had|another|about|around|roughly) )*(?:log|logged|add|added|put|book|booked|spent|spend|worked|work|was|did|track|record|enter)?(?: (?:about|another|around|roughly|just|me|for))* ?";

    private static final Pattern TIME_FIRST =
            pattern(SPENT + "(" + TIME + ") " + "(?:today |yesterday |this morning )?" + TIE + "(\\S.*)");
    private static final Pattern NAME_FIRST = pattern(SPENT.replace("|spend", "")
                    .replace("|work|", "|") + TIE + "(\\S.*?)(?:,| for|:| -| –)? (" + TIME + ")\\b(.*)");
    private static final Pattern WHEN =
            pattern(",? (?:today|yesterday|this \\p{L}+|(?:on )?\\p{L}+day|about|re|regarding)\\b.*");
    private static final Pattern TIME_ALONE =
            pattern("(?:please |pls )?(?:log|add|book|track|record|enter) (?:another )?(" + TIME
                    + ")(?: (?:for|on|at) (\\S+))?");

    /** What is needed, wanted or still to come was not spent. */
    private static final Pattern NOT_SPENT = pattern(
            "(?:will|need|needs|want|wants|would|going to|plan to|must|should|they|she|he|schedule|spend|arrange|set up|book a)\\b.*|.*\\b(?:tomorrow|next week|until|needed|required|left|ago|a (?:week|month|year|day)|per (?:week|month|year)|weekly|monthly|yearly)\\b.*|.*/(?:yr|week|month|wk)\\b.*");

    /** "28.11.": the dot belongs to the day. */
    private static final Pattern ENDS_IN_DAY = pattern(".*\\b\\d{1,2}\\.\\d{1,2}\\.");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        String said = ENDS_IN_DAY.matcher(heard.text()).matches() ? heard.text() : heard.sentence();
        if (NOT_SPENT.matcher(said).matches() || heard.endsWithQuestionMark()) {
            return Guess.NO;
        }
        Accounts accounts = state.accounts();
        Matcher first = TIME_FIRST.matcher(said);
        if (first.matches() && begins(first.group(2), accounts)) {
            return Guess.surely(new Job(Job.Kind.TIME, said));
        }
        Matcher name = NAME_FIRST.matcher(said);
        if (name.matches() && isWhole(name.group(1), accounts)) {
            return Guess.surely(new Job(Job.Kind.TIME, said));
        }
        boolean isWithSomebody = first.matches() && isContact(first.group(2), state);
        Matcher alone = TIME_ALONE.matcher(said);
        return (isWithSomebody || alone.matches())
                        && (isWithSomebody
                                || state.open()
                                        .filter(open -> !Kinds.takesWords(open))
                                        .isEmpty())
                ? state.open().isEmpty()
                        ? Guess.surely(new Job(Job.Kind.TIME_ON_WHAT, said))
                        : Guess.probably(new Job(Job.Kind.TIME_ON_WHAT, said))
                : Guess.NO;
    }

    /** Whether words begin with the name of one of the rep's accounts. */
    private static boolean begins(String words, Accounts accounts) {
        return accounts.leading(words.replaceAll("[,;].*", ""))
                .filter(named -> !named.plans().isEmpty())
                .isPresent();
    }

    /** Whether words name somebody in one of the rep's plans: whose account it was for follows, or is asked. */
    private static boolean isContact(String words, ConversationState state) {
        String name = WHEN.matcher(words).replaceFirst("");
        return Stream.concat(state.plan().stream(), state.live().stream())
                .anyMatch(plan -> Contact.all(plan).stream().anyMatch(contact -> contact.isCalled(name, plan)));
    }

    private static boolean isWhole(String name, Accounts accounts) {
        return name.length() > 2 && !accounts.called(name).isEmpty();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
