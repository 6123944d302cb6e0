package steward.conversation.understanding.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Deeds;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Job;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.OpenOpportunities;
import steward.conversation.understanding.words.DeedTranslator;
import steward.conversation.understanding.words.NewPlanWords;
import steward.plan.Action;
import steward.plan.Plan;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/** Reading 4: another job than the open question: an action with what became of it, an opportunity won or lost, a plan to go to. */
public final class JobSense implements Sense {

    private static final Pattern DONE_FIRST = pattern(
            "(?:(?:i|we|i've|i have|we've|just|have|already|finally) )*(called|rang|phoned|emailed|e-mailed|mailed|sent|visited|met|finished|completed|delivered|presented|drafted|wrote|booked|spoke|talked|done|did|shared|reviewed)(?: (?:with|to|w/?))?[: ] ?(?:with )?(?:the |my )?(\\S.*)");
    private static final Pattern DONE_LAST = pattern(
            "(?:the |my )?(.+?)(?:,? (?:is|are|was|has been|got))? (?:done|finished|completed|sent out)((?:,? (?:took|in) .+)?)");
    private static final Pattern SNOOZE = pattern(
            "(?:snooze|postpone|remind me (?:of|about)) (?:the |my )?(.+?)(?: one)?(?:,? (?:till|until|to|for|on|in|by|tomorrow|next)\\b.*)?");
    private static final Pattern MOVE = pattern(
            "(?:(?:we|i|i've|we've|have|had to|just) )*(?:moved?|push(?:ed)?|rescheduled?|delay(?:ed)?|postponed) (?:the |my )?(.+?)(?: one)?(?: (?:to|till|until|by|back to) (.+))?");
    private static final Pattern DROP = pattern("(?:drop|dropped|cancel(?:l?ed)?) (?:the |my )?(.+)");
    private static final Pattern WON_FIRST =
            pattern("(?:(?:we|i|we've|i've|just|have) )*(won|lost) (?:the |our )?(\\S.*)");
    private static final Pattern WON_LAST = pattern("(?:the )?(.+?)(?: (?:is|was|has been|got))? (won|lost)\\b(.*)");

    /** What may follow an opportunity that is won or lost: an amount, a reason, nothing. "Lost the resin guy" is something else. */
    private static final Pattern ENDS = pattern(
            "|[,;:.!–-].*|(?:[$€£¥₹]?\\d|(?:with|for|at|on|to|because|due|against|as planned|price|budget|no|today|yesterday)\\b).*");

    private static final Pattern DENIAL = pattern(
            ".*\\b(?:not|never|didn't|did not|haven't|hasn't|couldn't|won't|will|would|might|may|could|if|unless|hope|almost|nearly|half|probably|maybe|perhaps|going to|need to|should|must|want to|tomorrow|plan to|to call|yet|did \\p{L}+ .*\\?)\\b.*");

    private static final Pattern TOOK = pattern("[,;(]? ?(?:it )?(?:took|in|for|after) .*|, .*");

    private static final Pattern HOW_LONG = pattern(".*(?:\\d|\\b(?:hours?|minutes?|hour and|half an)\\b).*");

    private static final Pattern JUST_NOW =
            pattern(",? (?:earlier today|today|this (?:morning|afternoon|evening)|just now|already)(?![\\p{L}])");

    private static final Pattern NEGATION = pattern("\\b(?:did not|didn't|haven't|have not) ");
    private static final Pattern NOT_DONE = pattern(
            "(?:i |we )?(?:did not|didn't|haven't|have not|couldn't|could not|never) \\p{L}+(?: (?:to|with))? (\\S.*?)(?: yet)?");

    private static final Pattern PLAN = pattern(
            "(?:(?:let's|lets|can we|please) )?(?:plan|open|start|do|work on|go to|begin|continue with)(?: (?:the )?plan (?:for|of))? (\\S.*?)(?: please)?");
    private static final Pattern NEW_PLAN = pattern(
            "(?:(?:let's|lets|can you|can we|please|i want to|i'd like to) )*(?:start|create|make|begin|open|add|write|do)? ?(?:a |an |another |the )?(?:new )?(?:account )?plan (?:for|on|with) (\\S.*?)(?: please)?");

    private static final Set<String> FILLERS = Set.of(
            "a", "an", "the", "with", "to", "about", "for", "of", "on", "at", "my", "and", "call", "one", "action",
            "visit", "meeting", "email");

    private static final int NEW_NAME_WORDS_MAX = 4;
    private static final int LETTERS_MIN = 3;

    @Override
    public Guess of(Heard heard, ConversationState state) {
        String said = heard.sentenceWithoutPlease();
        if (said.indexOf('\n') >= 0 || said.length() > 200) {
            return Guess.NO;
        }
        Guess time = new SpentSense().of(heard, state);
        if (time.meaning().isPresent()) {
            return time;
        }
        String english = DeedTranslator.inEnglish(said);
        return done(english, heard, state)
                .or(() -> putOff(said, heard, state))
                .or(() -> decided(english, heard, state))
                .or(() -> plan(said, state))
                .orElse(Guess.NO);
    }

    // ── Actions ──────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Guess> done(String said, Heard heard, ConversationState state) {
        boolean isDenied = DENIAL.matcher(said).matches() || heard.endsWithQuestionMark();
        String positive = NEGATION.matcher(said).replaceFirst("");
        Matcher first = DONE_FIRST.matcher(positive);
        Matcher last = DONE_LAST.matcher(said);
        boolean isFirst = first.matches() && isAction(first.group(2), Deeds.of(first.group(1)), state);
        boolean isLast = !isFirst && last.matches() && isAction(last.group(1), List.of(), state);
        if (isDenied) {
            return notDone(said, state);
        }
        if (!isFirst && !isLast) {
            return Optional.empty();
        }
        String rest = isFirst ? first.group(2) : last.group(1) + last.group(2);
        Meaning done = new Job(Job.Kind.DONE, said, "done " + named(rest, state));
        return Optional.of(Deeds.cameToNothing(said) ? Guess.perhaps(done) : Guess.surely(done));
    }

    /** The words that name the action, with how long it took, but without what else was told of it. */
    private static String named(String rest, ConversationState state) {
        String words = JUST_NOW.matcher(rest).replaceAll("");
        Matcher took = TOOK.matcher(words);
        boolean isRemark = !isAction(Names.words(words), List.of(), state)
                && took.find()
                && !HOW_LONG.matcher(took.group()).matches();
        return isRemark ? words.substring(0, took.start()) : words;
    }

    /** "I did not call Dana": no deed, but perhaps no answer either. */
    private static Optional<Guess> notDone(String said, ConversationState state) {
        Matcher denied = NOT_DONE.matcher(said);
        if (!denied.matches() || state.held().isPresent() || !isAction(denied.group(1), List.of(), state)) {
            return Optional.empty();
        }
        String name = bare(denied.group(1));
        return Optional.of(
                state.open().isEmpty()
                        ? Guess.perhaps(new Job(Job.Kind.SNOOZE, name, "later " + name))
                        : Guess.surely(new Meaning.Ask(List.of(
                                new Meaning.Answer(said),
                                new Job(Job.Kind.SNOOZE, name, "later " + name),
                                new Job(Job.Kind.MOVE, name, "move " + name)))));
    }

    private static Optional<Guess> putOff(String said, Heard heard, ConversationState state) {
        if (heard.endsWithQuestionMark()) {
            return Optional.empty();
        }
        Matcher snooze = SNOOZE.matcher(said);
        Matcher move = MOVE.matcher(said);
        Matcher drop = DROP.matcher(said);
        if (snooze.matches() && isAction(snooze.group(1), List.of(), state)) {
            String rest = said.replaceFirst("(?i)^(?:snooze|postpone|remind me (?:of|about)) ", "");
            return Optional.of(Guess.surely(new Job(Job.Kind.SNOOZE, rest, "later " + bare(rest))));
        }
        if (move.matches() && isAction(move.group(1), List.of(), state)) {
            String rest = said.replaceFirst("(?i)^(?:(?:we|i|i've|we've|have|had to|just) )*\\w+ ", "");
            return Optional.of(Guess.surely(new Job(Job.Kind.MOVE, rest, "move " + bare(rest))));
        }
        return drop.matches() && isAction(drop.group(1), List.of(), state)
                ? Optional.of(Guess.surely(
                        new Job(Job.Kind.DROP, said.replaceFirst("(?i)^\\w+ ", ""), "drop " + bare(drop.group(1)))))
                : Optional.empty();
    }

    private static String bare(String words) {
        return words.replaceFirst("(?i)^(?:the|my) ", "").replaceFirst("(?i) one(?= |$)", "");
    }

    /** Whether some words name an open action of a running plan; how long it took may follow. */
    private static boolean isAction(String said, List<String> deeds, ConversationState state) {
        String words = JUST_NOW.matcher(said).replaceAll("");
        return isAction(Names.words(words), deeds, state)
                || isAction(Names.words(TOOK.matcher(words).replaceFirst("")), deeds, state);
    }

    private static boolean isAction(List<String> words, List<String> deeds, ConversationState state) {
        List<String> wanted =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        return wanted.stream().anyMatch(word -> word.length() >= LETTERS_MIN)
                && state.running().stream()
                        .anyMatch(plan -> plan.actions().stream()
                                .filter(Action::isOpen)
                                .anyMatch(action -> has(wanted, deeds, plan, action)));
    }

    private static boolean has(List<String> wanted, List<String> deeds, Plan plan, Action action) {
        String contact = plan.get(Worksheet.ACTION_CONTACT, action.row())
                .map(found -> found.name(plan))
                .orElse("");
        List<String> words = Names.words(action.what() + " " + contact + " " + plan.account());
        boolean isDeed = deeds.isEmpty() || deeds.stream().anyMatch(words::contains);
        return isDeed && wanted.stream().allMatch(word -> words.stream().anyMatch(each -> each.startsWith(word)));
    }

    // ── Opportunities ────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Guess> decided(String said, Heard heard, ConversationState state) {
        if (DENIAL.matcher(said).matches() || heard.endsWithQuestionMark()) {
            return Optional.empty();
        }
        Matcher first = WON_FIRST.matcher(said);
        Matcher last = WON_LAST.matcher(said);
        String verb = first.matches() ? first.group(1) : last.matches() ? last.group(2) : "";
        String name = first.matches() ? first.group(2) : last.matches() ? last.group(1) : "";
        OpenOpportunities opportunities = new OpenOpportunities(state);
        String beyond = opportunities.beyond(name);
        boolean isSaidOfIt = first.matches()
                ? ENDS.matcher(beyond).matches()
                : beyond.isEmpty()
                        && last.matches()
                        && ENDS.matcher(last.group(3).strip()).matches();
        if (verb.isEmpty() || !opportunities.beginWith(name) || !isSaidOfIt) {
            return Optional.empty();
        }
        Job.Kind kind = verb.equalsIgnoreCase("won") ? Job.Kind.WON : Job.Kind.LOST;
        boolean isFirst = first.matches() && said.toLowerCase(Locale.ROOT).startsWith(verb.toLowerCase(Locale.ROOT));
        String rest = first.matches() ? name : name + last.group(3).replaceFirst("^[,;:]? ?(?:for |at )?", " ");
        return Optional.of(Guess.surely(new Job(kind, isFirst ? name : said, rest.strip())));
    }

    // ── Plans ────────────────────────────────────────────────────────────────────────────────────────────

    private static Optional<Guess> plan(String said, ConversationState state) {
        Accounts accounts = state.accounts();
        Matcher made = NEW_PLAN.matcher(said);
        Matcher plan = PLAN.matcher(said);
        Optional<String> asked = made.matches() ? Optional.of(made.group(1)) : NewPlanWords.account(said);
        if (asked.isPresent()) {
            String name = asked.get();
            if (isAccount(name, accounts)) {
                return Optional.of(Guess.surely(new Job(Job.Kind.PLAN, name)));
            }
            boolean mayBeName =
                    name.split(" ", -1).length <= NEW_NAME_WORDS_MAX && Character.isUpperCase(name.codePointAt(0));
            Meaning start = new Job(Job.Kind.NEW_PLAN, name);
            return mayBeName
                    ? Optional.of(state.open().isEmpty() ? Guess.surely(start) : Guess.probably(start))
                    : Optional.empty();
        }
        if (!plan.matches()) {
            return Optional.empty();
        }
        if (isAccount(plan.group(1), accounts)) {
            return Optional.of(Guess.surely(new Job(Job.Kind.PLAN, plan.group(1))));
        }
        boolean isNew = state.open().isEmpty()
                && said.matches("(?i)plan .*")
                && Character.isUpperCase(plan.group(1).codePointAt(0));
        return isNew ? Optional.of(Guess.surely(new Job(Job.Kind.NEW_PLAN, plan.group(1)))) : Optional.empty();
    }

    private static boolean isAccount(String name, Accounts accounts) {
        return Names.plain(name).length() >= LETTERS_MIN
                && !accounts.called(name).isEmpty();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
