package steward.conversation.understanding.jobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning.Look;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.words.ExportWords;
import steward.plan.Plan;
import steward.plan.accounts.Accounts;
import steward.worksheet.Contact;

/** Reading 4, in part: the rep wants to see something of their own. */
public final class LookSense implements Sense {

    private static final String SHOW =
            "(?:(?:please )?(?:show|show me|list|give me|tell me|see|view|open|what(?:'s|s| is| are)) )?";

    private static final Pattern ROTI = Pattern.compile(
            SHOW + "(?:my |the )?(?:current )?rotis?(?: now| so far)?\\??|"
                    + "where (?:should|shall|do|can) i (?:go|spend|put|invest)(?: .*)?(?:next|hour|time|first)\\??|where should i go\\??|which (?:account|customer|plan) (?:should|shall|do) i (?:visit|go to|call|see|work on|do|focus on)(?: next| first)?\\??"
                    + "|where is my (?:time|next hour) worth (?:the )?most\\??|what(?:'s| is) my (?:time|next hour) worth\\??|who (?:should|shall) i (?:visit|see) next\\??|what pays (?:best|most)\\??|rank my accounts");
    private static final Pattern ROTI_OF = Pattern.compile(
            SHOW + "(?:the )?roti (?:of|for|at|on) (.+?)\\??|roti (\\S.{0,60})|" + SHOW + "(.+?)(?:'s) roti\\??");
    private static final Pattern DUE = Pattern.compile(
            "(?:show me |list |tell me )?what(?:'s|s| is| are)? (?:still )?(?:due|overdue|open for me|on my list|on my plate)(?: .*)?\\??|what (?:do|must|should) i (?:have to |need to )?do(?: today| this week| next| now| tomorrow)\\??|what (?:actions|tasks|to-?dos) .*|"
                    + SHOW
                    + "(?:my |all |the )(?:open |due |overdue )?(?:actions?|tasks|to-?dos?|to do list|action list)\\??|what's on (?:today|this week)\\??|anything due\\??|is anything due\\??|my to-?do list");
    private static final Pattern PLANS = Pattern.compile(
            SHOW
                    + "(?:all )?(?:of )?my (?:plans|accounts|customers)\\??|(?:which|what) (?:plans|accounts) (?:do|have) i (?:have|got|started).*|how many (?:plans|accounts) do i have\\??|list (?:the )?plans");
    private static final Pattern TIME = Pattern.compile(
            SHOW
                    + "(?:my )?(?:time|hours|time log|timesheet)(?: log)?(?: this week| for this week)?\\??|how (?:many hours|much time|long) (?:did|have) i (?:log|logged|spen[dt]|work|worked)(?: .*)?\\??|what (?:did|have) i log(?:ged)?(?: .*)?\\??");
    private static final Pattern HOURS_LEFT = Pattern.compile(
            "how (?:many hours|much time) (?:do i have|have i got|is|are|have i)(?: still)? left (?:at|for|on|with) (.+?)\\??");
    private static final Pattern BRIEF =
            Pattern.compile("brief(?:ing)?(?: me)?(?: (?:on|for|about))?(?: (\\S.{0,100}))?");
    private static final Pattern FILE = Pattern.compile(
            "export(?: (.+?))?[.!]?|(pdf|excel)|(?:please )?(?:send|give|make|get|show)(?: me)? (?:(?:it|this|that|the plan|my plan) (?:as|in) )?"
                    + "(?:a |an |the )?((?:pdf|excel|word|docx|xlsx|spreadsheet|calendar|csv)(?: file| document| version)?(?: (?:of|for) .+?)?)(?: please)?[.!]?"
                    + "|(?:can|could|may) i (?:have|get|see) (?:(?:it|this|that|the plan|my plan) (?:as|in) )?(?:a |an |the )?((?:pdf|excel|word|docx|xlsx|spreadsheet|calendar|csv)(?: file| document| version)?(?: (?:of|for) .+?)?)\\??");
    private static final Pattern PLAN_OF = Pattern.compile(
            "how am i (?:doing|standing) (?:at|with|on) (.+?)\\??|(?:how(?:'s| is| are) )(.+?) (?:doing|going|standing|coming along)\\??|how does (.+?) stand\\??|(?:show me|show|what about|status of|summary of|look at|let me see) (?:the plan (?:of|for) )?(.+?)\\??");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        String words = heard.bare();
        Accounts accounts = state.accounts();
        if (ROTI.matcher(words).matches() && !isWordOnly(words)) {
            return look(Look.At.ROTI, "");
        }
        if (DUE.matcher(words).matches()) {
            return look(Look.At.DUE, "");
        }
        if (PLANS.matcher(words).matches()) {
            return look(Look.At.PLANS, "");
        }
        if (TIME.matcher(words).matches() && !words.matches("time|hours|my hours|what(?:'s| is) time\\??")) {
            return look(Look.At.TIME, "");
        }
        Matcher file = FILE.matcher(words);
        return file.matches() ? file(firstOf(file), heard, accounts) : named(heard, state, accounts);
    }

    /** Whatever is said beside an account that the rep has must be about files. */
    private static Guess file(Optional<String> said, Heard heard, Accounts accounts) {
        String words = said.map(typed -> asTyped(typed, heard)).orElse("");
        String name = ExportWords.of(words).name();
        return name.isEmpty() || !accounts.called(name).isEmpty() ? look(Look.At.FILE, words) : Guess.NO;
    }

    /** "ROTI?" with its mark, or asked what it is, is a question about the word. */
    private static boolean isWordOnly(String words) {
        return words.matches("(?:what(?:'s|s| is| are) )?(?:the )?roti\\?|what(?:'s|s| is|) (?:the )?roti\\??");
    }

    private static Guess named(Heard heard, ConversationState state, Accounts accounts) {
        String words = heard.bare();
        Matcher roti = ROTI_OF.matcher(words);
        Matcher left = HOURS_LEFT.matcher(words);
        if (roti.matches() || left.matches()) {
            return account(firstOf(left.matches() ? left : roti), heard, accounts)
                    .map(name -> look(Look.At.ROTI, name))
                    .orElse(Guess.NO);
        }
        Matcher brief = BRIEF.matcher(words);
        if (brief.matches()) {
            String name = brief.group(1) == null ? "" : asTyped(brief.group(1), heard);
            boolean isKnown = name.isEmpty() ? !state.takesWords() : isBriefable(name, accounts, state);
            return isKnown ? look(Look.At.BRIEF, name) : Guess.NO;
        }
        Matcher plan = PLAN_OF.matcher(words);
        return plan.matches()
                ? account(firstOf(plan), heard, accounts)
                        .map(name -> look(Look.At.PLAN, name))
                        .orElse(Guess.NO)
                : Guess.NO;
    }

    private static boolean isBriefable(String name, Accounts accounts, ConversationState state) {
        boolean isAccount = accounts.leading(name)
                .filter(named -> named.rest().isEmpty() || isContact(named.rest(), state))
                .isPresent();
        return isAccount || isContact(name, state);
    }

    private static boolean isContact(String name, ConversationState state) {
        return Stream.concat(state.plan().stream(), state.live().stream()).anyMatch(plan -> isContact(name, plan));
    }

    private static boolean isContact(String name, Plan plan) {
        return Contact.all(plan).stream().anyMatch(contact -> contact.isCalled(name, plan));
    }

    /** An account that exists, as the rep typed it; all of the words have to be its name. */
    private static Optional<String> account(Optional<String> name, Heard heard, Accounts accounts) {
        return name.map(words -> words.replaceFirst("[?.!]+$", ""))
                .filter(words -> words.length() > 2 && !accounts.called(words).isEmpty())
                .map(words -> asTyped(words, heard));
    }

    private static String asTyped(String words, Heard heard) {
        int at = heard.text().toLowerCase(java.util.Locale.ROOT).indexOf(words);
        return at < 0 ? words : heard.text().substring(at, at + words.length());
    }

    private static Optional<String> firstOf(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private static Guess look(Look.At at, String name) {
        return Guess.surely(new Look(at, name));
    }
}
