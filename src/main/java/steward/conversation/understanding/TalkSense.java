package steward.conversation.understanding;

import java.util.Set;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.worksheet.questions.YesNoAnswer;

/** Small talk: a kind word that answers nothing. */
final class TalkSense implements Sense {

    private static final String WORD =
            "(?:ok+|okay|okey|k|kk|cool|nice|great|perfect|awesome|super|fine|good|got it|understood|makes sense|i see|right|alright|all right|sure|wow|lol|rofl|lmao|haha(?:ha)*|hehe|hmm+|hm+|mhm|ah|aha|oh|ooh"
                    + "|thanks(?: a lot| so much| for (?:the|your) help| steward| mate| man)?|thank you(?: so much| very much| steward)?|many thanks|thx|ty|tysm|cheers|much appreciated|appreciate it|ta|you're welcome|no problem|no worries|np"
                    + "|hello(?: there| steward| again)?|hi(?: there| steward| again| all)?|hey(?: there| steward| again| you)?|yo|hiya|howdy|good (?:morning|afternoon|evening|day|night)(?: steward)?|morning|evening|how are you|how are you doing|how's it going|what's up|whats up|sup"
                    + "|good (?:idea|bot|job|one|point|call)|well done|nice (?:one|work|job)|love it|let me (?:think|see)|thinking|interesting|exciting|funny|very (?:good|nice|funny)|have a (?:nice|good|great) (?:day|weekend|evening|one)|take care|welcome|let's see"
                    + "|gracias|muchas gracias|merci(?: beaucoup)?|danke(?: schön| sehr)?|vielen dank|obrigad[oa]|grazie(?: mille)?|dank je(?: wel)?|dank u|bedankt|dzięki|dziękuję|dzieki|ありがとう(?:ございます)?|どうも|谢谢|多谢|hola|buenos días|bonjour|salut|hallo|guten (?:morgen|tag)|moin|servus|olá|ola|oi|bom dia|ciao|buongiorno|hoi|goedemorgen|cześć|dzień dobry|こんにちは|おはよう|你好|super gemacht|genial|vale|de acuerdo)";

    private static final Pattern TALK = Pattern.compile(
            WORD + "(?:[,.!…~ ]+" + WORD + ")*[,.!?…~ ]*(?:[:;]-?[)D(P]|\\p{So}|\\p{Sk}|\\p{Cf}|\\uFE0F)*");

    private static final Pattern SMILES =
            Pattern.compile("(?:[:;]-?[)D(Pp/|]|<3|\\^\\^|xd|\\p{So}|\\p{Sk}|\\p{Cf}|\\uFE0F|[\\s!])+");

    private static final Pattern GREETING = Pattern.compile(
            "(?:hello|hi|hey|yo|hiya|howdy|good (?:morning|afternoon|evening)|morning|how are you|how's it going|what's up|hola|bonjour|salut|hallo|guten|moin|olá|ola|ciao|buongiorno|hoi|cześć|こんにちは|你好)(?![\\p{L}])");

    /** A colon before and behind is how Slack names an emoji. */
    private static final Pattern NAMED_EMOJI = Pattern.compile("(?::[a-z0-9_+'-]+:\\s*)+");

    /** Longer is no small talk, and a pattern that repeats would exhaust the stack on it. */
    private static final int CHARACTERS_MAX = 200;

    /** Under "looks right?" and the like, these say yes or no: they are left to that question's reader. */
    private static final Set<String> NO_TALK = Set.of("?", "??", "!", "…");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        String plain = heard.plain();
        if ((plain.equals("ok") || plain.equals("okay"))
                && state.open().filter(state::isChanged).isPresent()) {
            return Guess.surely(new Meaning.Said(Command.KEEP, ""));
        }
        return isTalk(heard) || isYesToWords(heard, state)
                ? Guess.surely(new Meaning.Talk(!GREETING.matcher(heard.plain()).lookingAt()))
                : Guess.NO;
    }

    /** A yes answers no question for words. */
    private static boolean isYesToWords(Heard heard, ConversationState state) {
        return state.takesWords() && new YesNoAnswer().said(heard.text()).orElse(false);
    }

    static boolean isTalk(Heard heard) {
        String plain = heard.plain();
        return heard.text().length() <= CHARACTERS_MAX
                && !NO_TALK.contains(plain)
                && (TALK.matcher(plain).matches()
                        || (SMILES.matcher(heard.text()).matches() && !plain.isEmpty())
                        || NAMED_EMOJI.matcher(heard.text()).matches());
    }
}
