package steward.conversation.understanding;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.Moments;

/** Reading 5: not now, and perhaps when. */
final class LaterSense implements Sense {

    private static final Pattern ME = Pattern.compile(
            "(?:(?:can|could|would|will) you )?(?:please )?(?:frag|erinnere?|ask|remind|ping|nudge|wake|message|text|call|catch|try|bug|tell|write) (?:me|mich|again)(?: (?:again|back|later|about (?:this|it)|the rest|of this|of it|it|this))*(?: on| for)?(?: (.+?))?\\??");
    private static final Pattern LET_US = Pattern.compile(
            "(?:let's|lets|can we|could we|can i|i'll|i will|we'll|we can|i can|i'd rather|rather|better|maybe)? ?(?:do|continue|finish|go on with|answer|pick (?:up|this up)|come back to|get back to|get to|carry on|resume|talk|speak)?(?: (?:this|it|that|the rest|with this|here|about this))*(?: (?:again|on))? ?(.+?)\\??");
    private static final Pattern STARTS_LET_US = Pattern.compile(
            "(?:let's|lets|can we|could we|can i|i'll|i will|continue|finish|do this|do it|talk|speak|carry on|resume|maybe|better)\\b.*");
    private static final Pattern BACK = Pattern.compile(
            "(?:i'll be |be |i am |i'm |will be )?(?:right )?(?:back|brb|free|there|available)(?: again)? (?:in |at |on )?(.+)|(?:i'll|i will|we'll|i can|let me) (?:tell you|let you know|answer|have it|know|know more)(?: (?:that|this|it))? (?:on |by )?(.+)|brb,? (.+)|(?:give|gimme|need) (?:me )?(.+?)(?: more)?(?: please)?");
    private static final Pattern BUSY = Pattern.compile(
            "(?:sorry,? |i'm |i am |im |we're |am |just |still |currently |right now |now )*(?:in (?:a |another |the )?(?:meeting|call|car|train|taxi|conference)|on (?:a |another |the )?(?:call|phone|train|road|plane|way|move)|driving|travelling|traveling|boarding|busy|swamped|running(?: late)?|at lunch|having lunch|eating|lunch|with a customer|at a customer(?:'s)?|out|away|tied up|occupied)"
                    + "(?: (?:right now|now|at the moment|just now|today|sorry|atm))*(?:,? (?:till|until|til|bis|back (?:in|at)) (.+?))?(?:,? (?:later|talk later|sorry|ask (?:me )?later))*");
    private static final Pattern NOT_NOW = Pattern.compile(
            "(?:sorry,? )?(?:later|not now|not right now|not today|maybe later|some other time|some other day|another time|another day|later today|later please|later on|in a bit|in a while|one sec(?:ond)?|(?:give me |gimme |need |i need )?(?:just )?(?:a|one) (?:sec|second|moment|minute|min)|just a (?:sec|moment|minute)|hold on|hang on|hang on a (?:sec|second|minute|moment)|hold on a (?:sec|second|minute|moment)"
                    + "|wait a (?:sec|second|minute|moment|bit)|no time|no time (?:right )?now|no time today|(?:i )?(?:have|need|got|gotta|must|should) (?:to )?(?:go|run|leave|dash|take this|take a call)|(?:brb|afk|bbl|gtg|g2g)(?:[,;.!-]* \\D{1,40})?|ttyl|talk (?:to you )?later|speak later|catch you later|(?:ask|try|ping) (?:me )?(?:again )?later|remind me later|do (?:this|it) later|continue later|(?:can|could|may) (?:i|we) (?:do|finish|answer) (?:this|it|that|the rest) later|come back later|not a good time|bad time"
                    + "|später|spaeter|nicht jetzt|jetzt nicht|plus tard|pas maintenant|más tarde|mas tarde|luego|ahora no|mais tarde|agora não|più tardi|dopo|non ora|adesso no|straks|niet nu|później|nie teraz|あとで|後で|今は無理|以后|稍后|等一下|等会儿)(?:,? (?:sorry|please|thanks|ok))*\\??");
    /** Alone these may be what the rep wants of somebody as well: "lunch". */
    private static final Pattern MAY_BE_PLANNED = Pattern.compile("lunch|having lunch|running|out|away");

    private static final Pattern RUN_AND = Pattern.compile(
            "(?:got|have|gotta|need|must)(?: to)? (?:run|go|leave)[,;. ]+(?:talk|back|speak|more|see you|continue|until|till)? ?(.+)");

    private static final Pattern TOLD_APART = Pattern.compile(
            "(?:tomorrow|tonight|this afternoon|this evening|after lunch|next week|mañana|morgen|domani|demain|amanhã|jutro|明日|明天)(?: (?:morning|afternoon|at .*|um .*))?(?:,? please)?");
    /** "Maybe 65" is no time of day. */
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)? ?%?");

    private static final List<Pattern> WITH_MOMENT = List.of(ME, RUN_AND);

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.plan().isEmpty() || heard.text().indexOf('\n') >= 0) {
            return Guess.NO;
        }
        return Optional.of(heard.bare())
                .filter(words -> words.length() <= 80)
                .flatMap(words -> later(words, heard, state))
                .orElse(Guess.NO);
    }

    private static Optional<Guess> later(String words, Heard heard, ConversationState state) {
        Moments moments = new Moments(state);
        if (NOT_NOW.matcher(words).matches() || NOT_NOW.matcher(heard.plain()).matches()) {
            return sure(Optional.empty());
        }
        Matcher busy = BUSY.matcher(words);
        if (busy.matches()
                && state.takesWords()
                && MAY_BE_PLANNED.matcher(heard.plain()).matches()) {
            return Optional.of(Guess.perhaps(new Meaning.Later(Optional.empty())));
        }
        if (busy.matches()) {
            return sure(Optional.ofNullable(busy.group(1))
                    .flatMap(until -> until(moments, until.replaceFirst("^(?=\\d)", "at "))));
        }
        for (Pattern pattern : WITH_MOMENT) {
            Matcher me = pattern.matcher(words);
            if (me.matches()) {
                if (me.group(1) == null) {
                    return pattern == ME ? sure(Optional.empty()) : Optional.empty();
                }
                Optional<LocalDateTime> moment = until(moments, me.group(1));
                return moment.isPresent() ? sure(moment) : Optional.empty();
            }
        }
        Matcher back = BACK.matcher(words);
        if (back.matches()) {
            Optional<LocalDateTime> moment =
                    firstOf(back).flatMap(when -> until(moments, when.replaceFirst("^(?=\\d|an? |half)", "in ")));
            if (moment.isPresent()) {
                return sure(moment);
            }
        }
        return letUs(words, moments).or(() -> bare(words, moments, state));
    }

    private static Optional<Guess> letUs(String words, Moments moments) {
        Matcher let = LET_US.matcher(words);
        return STARTS_LET_US.matcher(words).matches()
                        && let.matches()
                        && !FIGURE.matcher(let.group(1)).matches()
                ? until(moments, let.group(1)).flatMap(moment -> sure(Optional.of(moment)))
                : Optional.empty();
    }

    /** "Tomorrow": where no day is asked for, that is when to go on. */
    private static Optional<Guess> bare(String words, Moments moments, ConversationState state) {
        boolean isDayAsked = state.open().filter(Kinds::isDate).isPresent();
        boolean isToldApart = TOLD_APART.matcher(words).matches();
        return state.open().isPresent() && !isDayAsked && isToldApart
                ? until(moments, words.replaceFirst(",? please$", "")).map(moment -> {
                    boolean hasDate = state.open()
                            .filter(open -> open.table().isPresent() && !open.isAnother())
                            .flatMap(open -> NeighbourSense.dateBeside(open, state))
                            .isPresent();
                    Meaning later = new Meaning.Later(Optional.of(moment));
                    return hasDate ? Guess.perhaps(later) : Guess.surely(later);
                })
                : Optional.empty();
    }

    private static Optional<LocalDateTime> until(Moments moments, String words) {
        return moments.read(words.replaceFirst("^(?:again |back )", ""));
    }

    private static Optional<String> firstOf(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private static Optional<Guess> sure(Optional<LocalDateTime> until) {
        return Optional.of(Guess.surely(new Meaning.Later(until)));
    }
}
