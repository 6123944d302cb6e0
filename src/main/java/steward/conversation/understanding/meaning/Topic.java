package steward.conversation.understanding.meaning;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.state.Heard;

/** What a rep may ask Steward about. The first whose words fit is meant. */
public enum Topic {
    PRIVATE(
            "who (?:else |all )?(?:can|could|will|gets to|may)? ?(?:see|sees|read|reads|access|look at)|(?:can|does|do|will|could|is) .*\\b(?:boss|manager|team|colleagues?|customer|client|account|anyone|anybody|others?|people)\\b.*\\b(?:see|read|access)"
                    + "|(?:is|are) (?:this|it|that|my (?:data|answers|plan)) (?:private|confidential|secret|public|visible)|(?:do you|is (?:this|it)) shared? (?:this |it )?with (?:anyone|anybody|my|others)"
                    + "|how private|wer kann das (?:sehen|lesen)|qui peut (?:voir|lire)|quién puede ver|quem pode ver|chi può vedere|wie kan (?:dit|dat) zien|kto to (?:widzi|zobaczy)|visible to"),
    DELETE_DATA(
            "(?:(?:how|can|could|will|do|please|where|what)\\b.* )?(?:delete|erase|remove|forget) (?:all )?(?:of )?my (?:data|account|information)|forget me|right to be forgotten"),
    STORED(
            "(?:where|how) (?:is|are|do you|does|will) (?:this|it|that|my|all|everything|the (?:plan|data|answers)|your|you|they)\\b.*\\b(?:stored?|kept|keep|saved?|hosted|go)\\b|where is (?:it|this|that|everything) (?:kept|saved|stored)|where do you (?:keep|store|save)|where does (?:my|this|the|it) .*go|(?:is|are) (?:my|this|the|it)\\b.*\\bsafe|.*\\b(?:gdpr|data protection)"
                    + "|how long (?:do you|is|are) .*(?:keep|kept|stored)|(?:do you|does (?:this|it)|is (?:this|it)) (?:use|using|sent|send|trained?|train).*(?:\\bai\\b|openai|gpt|llm|model)|are you (?:an? )?(?:\\bai\\b|gpt|llm)"
                    + "|does (?:it|this) get saved|is (?:it|this|everything) saved"),
    LOG_TIME("(?:how|where|can i|do i).*\\b(?:log|enter|track|record|book|put|add)\\b.*\\b(?:time|hours?)\\b"),
    WORKING_HOURS(
            "(?:how|where|can i).*\\b(?:change|set|edit)\\b.*\\b(?:my |the )?(?:working |work |office )?hours\\b|when do you think i work"),
    NUDGES(
            "(?:(?:how|can|could|will|do|please|where)\\b.* )?(?:stop|turn off|switch off|disable|mute|fewer|less|pause|too many).*\\b(?:nudg\\w*|remind\\w*|messag\\w*|notification\\w*|bother\\w*|ping\\w*)|what(?:'s| is| are)? (?:a |the )?nudges?"
                    + "|(?:when|how often|why) (?:will|do|are) you (?:going to )?(?:remind|message|nudge|ping|write|contact|bother|messaging)|can you (?:please )?(?:stop|not) (?:sending|messag|remind|nudg)\\w*|will you remind"),
    UNDO("(?:how|can i|is there|what if).*\\bundo\\b"),
    RENAME("(?:how|can i|where).*\\b(?:rename|change the (?:account )?name|change the account)\\b"),
    DELETE(
            "(?:how|can i|where).*\\b(?:delete|get rid of|throw away|discard)\\b.*\\b(?:plan|account|draft)\\b|how (?:do|can|could|would) i (?:delete|discard|get rid of)(?: (?:it|this|that|everything))?\\??$"),
    CLOSE("(?:how|can i|where).*\\b(?:close|end|finish)\\b.*\\bplan\\b"),
    REMOVE(
            "(?:how|can i|where).*\\b(?:remove|delete|take out)\\b.*\\b(?:contact|person|opportunity|action|row|someone|somebody)\\b"),
    ADD(
            "(?:how|can i|where).*\\badd\\b.*\\b(?:contact|person|opportunity|action|row|coach|user|advisor|someone|somebody|another)\\b"),
    SHARE("(?:how|can i|could i|where|is it possible).*\\bshare\\b|show (?:this|it) to my (?:boss|manager)\\?"),
    PDF(
            "(?:how|(?:can|could) i(?! (?:have|get|see)\\b)|where|is there|do you).*\\b(?:pdf|export|print|excel|xlsx|csv|word|docx|download|spreadsheet|calendar file)\\b"),
    SWITCH(
            "(?:how|can i|where).*\\bswitch\\b.*\\b(?:plans?|accounts?)\\b|(?:how|can i) .*(?:other|another|second) (?:plan|account)"),
    START("(?:how|can i|where).*\\b(?:start|begin|create|make|open)\\b.*\\b(?:new |another )?(?:plan|account)\\b"),
    PHONE("(?:how|can|could|does|is|will|do)\\b.*\\b(?:on|from|with) my (?:phone|mobile|cell|ipad|tablet)\\b"),
    PAUSE(
            "(?:can i|how do i|may i|is it ok to|what if i).*\\b(?:pause|stop|take a break|come back another)\\b(?!.*nudg)"),
    SKIP(
            "(?:can|may|how do|could) i (?:just )?skip|(?:do i|must i|do we) (?:have|need) to (?:answer|fill|do|say|know)|must i answer|is (?:this|it|that) (?:one )?(?:required|mandatory|optional|necessary|needed)"
                    + "|what if i (?:don't|do not|dont) (?:know|have)|how do i skip"),
    EDIT(
            "(?:how|can i|could i|where|is it possible|may i).*\\b(?:edit|change|fix|correct|come back to|go back to|update|revise|amend)\\b.*(?:\\?|answer|mistake|something|later|this|it|that)|what if i (?:make|made) a mistake|how (?:do|can|could|would) i (?:edit|change|fix|correct|update)(?: (?:an?|my|the) \\w+)?\\??$"),
    LONG(
            "how (?:long|much time) (?:does|will|is|do|would) (?:this|it|that|the (?:plan|whole|worksheet|rest)|all this)|how long (?:is|does) (?:this|it) take|how much longer|combien de temps|wie lange dauert|cuánto (?:tarda|dura)"),
    LEFT(
            "how many (?:more )?(?:questions?|steps?)(?: .*)?|what(?:'s| is| else is)? (?:still )?(?:left|missing|open|to do)(?: to (?:do|answer))?\\??$|whats left|(?:are|am) (?:we|i) (?:done|finished|nearly|almost|there)|how far (?:along )?(?:am|are)|what do you still need|how much is left|what is not known"),
    ENTERED(
            "what (?:have|did|do) (?:i|we|you) (?:\\w+ )?(?:already )?(?:enter\\w*|told?|tell|say|said|answer\\w*|put|wrote|write|type\\w*|give|given|gave|have|got|get|so far)\\b.*"
                    + "|what (?:was|is|were|'s) my (?:answer|goal|revenue goal|mission|target|increase|margin|last answer)|what(?:'s)? my (?:revenue )?goal|(?:what|which) (?:\\w+ )?(?:goal|margin|amount|date|hours|number|people|answer) did i\\b.*|how many hours did i say.*|what do you have(?: so far)?"),
    NEXT(
            "what(?:'s| is| comes| happens)? (?:next|after this|after that|then|afterwards)\\b(?![- ]\\w)|what (?:will )?happens? (?:next(?! \\w)|after|when|once|at the end|if i (?:finish|am done)).*|whats next|and then what|what do we do next"),
    STEWARD(
            "who are you(?: again)?|what are you|are you (?:a )?(?:bot|human|real|robot|person|machine).*|what can you do|what do you do|what(?:'s| is) (?:this|steward|this bot|this thing|this for|the point|the purpose|it for|all this)(?: for| about)?|why should i do this|why (?:do|are) we (?:do|doing) this|how does (?:this|steward|it) work"),
    COMMANDS(
            "(?:what|which) (?:are the |are your |are my |other )?(?:commands?|options|shortcuts).*|what can i (?:say|type|do|tell you|ask).*|what may i say"),
    ROTI("\\broti\\b|return on (?:my )?time(?: invested)?|next[- ]hour roti"),
    EGP("\\begp\\b|expected gross profit"),
    HEALTH("health(?: score)?"),
    CHECKPOINT("check-?points?|day (?:30|60)\\b"),
    CYCLE("\\bcycle\\b|(?:the )?(?:90|ninety)[- ]days?"),
    BREAK_EVEN("break-?even"),
    GAP("\\bgaps?\\b"),
    SMART("\\bsmart\\b"),
    BRIEF("pre-?call(?: card)?|\\bbrief\\b"),
    RENEWAL("\\brenewals?\\b"),
    UPKEEP("\\bupkeep\\b|growth and upkeep|growth hours"),
    FINAL_AUTHORITY("final authority|decision makers?"),
    ADVISOR("\\badvis[oe]rs?\\b"),
    COACH("\\bcoach(?:es)?\\b"),
    USER("\\ba user\\b|\\busers?\\b(?: here| mean)?"),
    GROSS_MARGIN("gross margin|\\bgross profit\\b"),
    CROSS_SELL("cross-?sell(?:ing)?|up-?sell(?:ing)?"),
    PROBABILITY("\\bprobability\\b|\\d+ ?% (?:mean|realistic|too)|(?:is|what does) \\d+ ?%.*"),
    HOURS_REQUIRED("hours required|required hours|what counts as hours"),
    TIME_SPENT("time spent|does (?:travel|driving|admin|email) count"),
    REVENUE_GOAL("revenue goal|revenue target"),
    OPPORTUNITY("\\ban? opportunity\\b|counts as an opportunity|\\bopportunities\\b"),
    MISSION("mission statement"),
    ACTION("\\ban action\\b|counts as an action");

    /** From here on they are words of the worksheet, which need a question that asks for their meaning. */
    private static final Set<Topic> TERMS = EnumSet.range(ROTI, ACTION);

    private static final Pattern ASKS_FOR_MEANING = Pattern.compile(
            "(?:why (?:is|are|does|do)|what(?:'s|s| is| are| does| do you mean by| counts as| is meant by| exactly is)|who(?:'s| is)|how (?:is|are|do (?:i|you|we)|does) (?:the |a |an )?(?:.*(?:work|calculat|count|comput|get|find|choose|estimat)).*|how do you calculate|(?:please )?(?:explain|define)|tell me (?:more )?about|define|meaning of|what (?:happens|do)"
                    + "|is \\d|does |was ist|was bedeutet|c'est quoi|qu'est-ce que|qué es|que es|cos'è|o que é|wat is|co to jest)\\b.*|¿.*");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile(words);
    }

    /** The topic of that name, in whatever letters. */
    public static Optional<Topic> named(String name) {
        return Stream.of(values())
                .filter(topic -> topic.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What is asked about; empty if nothing that Steward knows. */
    public static Optional<Topic> of(Heard heard) {
        String question = heard.bare();
        Optional<Topic> handling = Stream.of(values())
                .filter(topic -> !TERMS.contains(topic))
                .filter(topic -> topic.words.matcher(question).lookingAt())
                .findFirst();
        return handling.or(() -> ASKS_FOR_MEANING.matcher(question).matches() ? term(question) : marked(question));
    }

    private static Optional<Topic> term(String question) {
        return TERMS.stream()
                .filter(topic -> topic.words.matcher(question).find())
                .findFirst();
    }

    /** "ROTI?": the term alone. */
    private static Optional<Topic> marked(String question) {
        String term = question.replaceFirst(" ?\\?+$", "");
        return question.endsWith("?")
                ? TERMS.stream()
                        .filter(topic -> topic.words.matcher(term).matches())
                        .findFirst()
                : Optional.empty();
    }
}
