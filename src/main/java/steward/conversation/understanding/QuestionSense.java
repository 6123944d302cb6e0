package steward.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Topic;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/** Reading 3: a question to Steward rather than an answer. */
final class QuestionSense implements Sense {

    /** About the open question itself. */
    private static final Pattern THIS_QUESTION = Pattern.compile(
            "(?:but |and )?(?:why|what for|how come)(?: (?:do|are|does|did|is|would) (?:you|that|this|it|we)\\b.*)?\\??|why (?:do|are|does|is|should i) .*\\b(?:need|ask|asking|matter|important|know|tell)\\b.*"
                    + "|(?:i |sorry,? i )?(?:don't|do not|didn't|dont) (?:understand|get|follow)(?: (?:this|it|that|the question|what you mean|what you want).*)?\\??|what\\??|sorry\\?|pardon\\?|come again\\??|excuse me\\?"
                    + "|(?:can|could) you (?:please )?(?:explain|clarify|elaborate|give me (?:some |an )?(?:ideas?|examples?|hints?)|help|repeat|rephrase|say that again|suggest).*|explain(?: please| this)?|(?:give me |show me |got |do you have )?(?:any|some|a few|an|more) (?:ideas?|examples?|hints?|suggestions?)\\??|what (?:should|shall|do|could|would|can) i (?:write|say|put|enter|answer|ask|type)(?: here)?\\??"
                    + "|what (?:do|did|are) you (?:want|mean|asking|looking for|need|expect).*|what (?:kind|sort|type) of (?:answer|thing|number).*|what is the question\\??|how do i (?:choose|answer|decide|know|estimate|guess)(?: (?:this|that|it))?\\??|who do you mean\\??|which (?:one|ones)\\?"
                    + "|(?:warum|wieso|wozu|pourquoi|¿?por qué|por que|perché|perche|waarom|dlaczego|なぜ|どうして|为什么)(?: [^.!?]{0,40})?[?？]|¿?para qué (?:es|sirve|quieres|necesitas)\\b.*\\?|.{0,20}(?:って何|とは何|とは)(?:ですか)?[?？]"
                    + "|what does (?:this|that|it) mean\\??|what(?:'s| is) (?:that|it) (?:supposed to )?mean\\??|meaning\\?");

    private static final Pattern ASKS =
            Pattern.compile("(?:explain|define|tell me|was ist|c'est quoi|wer kann|qui peut|qué es|que es)\\b.*|[¿].*");
    private static final Pattern ASKS_FOR_IDEAS = Pattern.compile(
            "what (?:should|shall|could|can) i ask.*|(?:give me |show me |got |do you have )?(?:any|some|a few|an|more) (?:ideas?|examples?|hints?|suggestions?)(?: for this| here)?\\??|(?:can|could) you (?:give|suggest|help).*|(?:i )?(?:don't|dont) (?:understand|get).*");
    private static final Pattern SEVERAL_SENTENCES = Pattern.compile("(?s).*[.!:;\\n] ?\\S.*");
    /** "Who is your boss": said to Steward, with the mark left off. */
    private static final Pattern TO_STEWARD = Pattern.compile(
            "(?:what|which|who|where|when|why|how)(?:'?s|'?re| is| are| do| does| did| can| could| will| would) (?:you|your)\\b.*");

    /** "You mean like a slogan?" */
    private static final Pattern YOU_MEAN =
            Pattern.compile("(?:(?:and|so|by that|with that|here) )*(?:do |did )?(?:you|u) mean\\b[^.!]*\\?");

    private static final int SHORT_WORDS = 5;
    private static final int LETTERS_MIN = 4;

    private static final Pattern SHORT_YES_NO =
            Pattern.compile("(?:is|are|does|did) (?:the|it|this|that|they|he|she|we|i|there)\\b.*");
    private static final Pattern ASKS_WHAT = Pattern.compile("(?:what|which|who|where|when|why|how)\\b.*");
    /** To the customer these are said as well as to Steward. */
    private static final Pattern TO_ANYBODY = Pattern.compile("(?:is|are|was|were|does|did|should|can|could)\\b.*");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (heard.plain().chars().noneMatch(Character::isLetter)) {
            return Guess.NO;
        }
        Optional<Topic> topic = asks(heard) ? Topic.of(heard) : Optional.empty();
        if (state.isOpen(Blank.of(Worksheet.KEY_QUESTIONS))) {
            return keyQuestion(heard, topic);
        }
        if (THIS_QUESTION.matcher(heard.bare()).matches()
                || THIS_QUESTION.matcher(heard.plain()).matches()) {
            return isAboutTerm(topic) ? Guess.surely(new Meaning.Help(topic.get())) : Guess.surely(thisQuestion());
        }
        if (topic.isPresent()) {
            return Guess.surely(new Meaning.Help(topic.get()));
        }
        return state.open().map(open -> withoutTopic(open, heard)).orElse(Guess.NO);
    }

    private static boolean isAboutTerm(Optional<Topic> topic) {
        return topic.isPresent();
    }

    static Meaning thisQuestion() {
        return new Meaning.Said(Command.HELP, "");
    }

    private static boolean asks(Heard heard) {
        return heard.endsWithQuestionMark()
                || OwnReader.BEGINS_A_QUESTION.matcher(heard.bare()).matches()
                || ASKS.matcher(heard.bare()).matches();
    }

    /** Among the good and great questions, a question is an answer. */
    private static Guess keyQuestion(Heard heard, Optional<Topic> topic) {
        if (ASKS_FOR_IDEAS.matcher(heard.bare()).matches()) {
            return Guess.surely(thisQuestion());
        }
        return heard.endsWithQuestionMark() || topic.isPresent()
                ? Guess.surely(new Meaning.Answer(heard.said(), topic))
                : Guess.NO;
    }

    /** "Mission like slogan?", "what's a mission": the open question by its own word. */
    private static boolean isOfItsOwnWord(Blank open, Heard heard) {
        boolean isAsked = ASKS_WHAT.matcher(heard.bare()).matches()
                || heard.bare().startsWith("what's ")
                || (heard.endsWithQuestionMark() && heard.wordCount() <= SHORT_WORDS);
        List<String> label = Names.words(open.question().label());
        return isAsked
                && heard.endsWithQuestionMark()
                && !open.headsRow()
                && !SEVERAL_SENTENCES.matcher(heard.text()).matches()
                && Names.words(heard.bare()).stream()
                        .filter(word -> word.length() >= LETTERS_MIN)
                        .anyMatch(word -> label.contains(word) || label.contains(word + "s"));
    }

    private static Guess withoutTopic(Blank open, Heard heard) {
        if (YOU_MEAN.matcher(heard.bare()).matches() || isOfItsOwnWord(open, heard)) {
            return Guess.surely(thisQuestion());
        }
        boolean begins = OwnReader.BEGINS_A_QUESTION.matcher(heard.bare()).matches();
        if (Kinds.takesWords(open)) {
            boolean isOneSentence = heard.text().indexOf('?') == heard.text().length() - 1
                    && !SEVERAL_SENTENCES.matcher(heard.text()).matches();
            boolean isQuestion = heard.endsWithQuestionMark() && isOneSentence;
            boolean isShortYesNo = TO_ANYBODY.matcher(heard.bare()).matches()
                    && SHORT_YES_NO.matcher(heard.bare()).matches()
                    && isOneLine(heard);
            boolean isToSteward = TO_STEWARD.matcher(heard.bare()).matches() && isOneLine(heard);
            return isQuestion || isShortYesNo || isToSteward ? Guess.perhaps(thisQuestion()) : Guess.NO;
        }
        boolean asksWhat = ASKS_WHAT.matcher(heard.bare()).matches();
        return heard.endsWithQuestionMark() || (begins && asksWhat && !Kinds.isYesNo(open))
                ? Guess.surely(thisQuestion())
                : Guess.NO;
    }

    private static boolean isOneLine(Heard heard) {
        return heard.text().indexOf('\n') < 0;
    }
}
