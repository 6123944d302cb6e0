package steward.worksheet.questions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.worksheet.text.TypedText;

/** Yes or no, as people say it; what "done" means depends on what was asked. Words stand here without apostrophes. */
public final class YesNoAnswer implements Answer<Boolean> {

    private static final int LEADING_NO_WORDS_MAX = 6;
    private static final int LENGTH_MAX = 100;

    /** In English, and in the other languages that reps answer in; a thumb says it in all of them. */
    private static final Set<String> YES =
            Set.of(("yes,y,yep,yeah,yup,ok,okay,sure,right,correct,yes please,of course,absolutely,definitely,exactly"
                            + ",thats right,that is right,all right,yes thats right,perfect,great,looks good to me,lgtm,👍,👌,✅,✔,💯"
                            + ",sí,si,sí claro,claro,correcto,vale,oui,oui merci,daccord,cest bon,ja,jawohl,ja bitte,ja gern,ja gerne,passt,stimmt,genau"
                            + ",sim,claro que sim,sì,va bene,esatto,ja hoor,klopt,ja graag,tak,zgadza się,はい,ええ,うん,是,是的,好,好的,对,对的")
                    .split(",", -1));

    private static final Set<String> NO = Set.of(
            ("no,n,nope,nah,no thanks,no thank you,not yet,👎,❌,🚫,non,non merci,nein,nein danke,não,nao,não obrigado,não obrigada"
                            + ",nee,nee bedankt,nie,nie dziękuję,no gracias,no grazie,いいえ,いや,不,不是,不用,没有")
                    .split(",", -1));

    /** The colour of a hand says nothing. */
    private static final Pattern SKIN = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]");

    /** Clear enough to begin a longer no with: "nope thats all for now". */
    private static final List<String> NO_MORE = List.of(
            "no thank you",
            "no thanks",
            "nope",
            "nah",
            "thats all",
            "that is all",
            "thats it",
            "that is it",
            "done",
            "all done",
            "no more",
            "nothing else",
            "nobody else",
            "no one else",
            "none",
            "not now",
            "no");

    /** What may follow such a no, so that "No. 5 line" and "Nope Ltd" are none. */
    private static final Pattern LEADING_NO = Pattern.compile("(?:" + String.join("|", NO_MORE)
            + ")(?:[,;:]| ?- |\\.(?! ?\\d)| (?:that|thats|thank|thanks|more|for|not|i|its) )");

    /** Nobody and nothing beside what was said: "nah were good", "just her". */
    private static final Pattern NO_OTHER = Pattern.compile(
            "(?:(?:no|nah|nope|nein|non)[,.]? )?"
                    + "(?:(?:were|we are|im|i am|its|all) (?:all )?(?:good|done|set|fine|finished|complete)(?: (?:here|now|for now|thanks))?"
                    + "|(?:just|only) (?:her|him|them|that|this|it|the one|that one|one|those|these|the two)(?: one)?(?: for now| so far)?"
                    + "|(?:thats|that is) (?:all|it|everyone|everybody|everything|enough)(?: (?:for now|i think|thanks))?|no (?:other|others|further)(?: \\p{L}+)?|not that i know of"
                    + "|nobody|no one|nothing more|enough|kein(?:e|er|en)?(?: weiteren?)?|das wars|cest tout|eso es todo|nada más|è tutto|dat was het|to wszystko|以上です|没有了)");

    private final Set<String> yes;
    private final Set<String> no;
    private final boolean mayBeginWithNo;

    /** Yes or no, and nothing that could be either. */
    public YesNoAnswer() {
        this(Set.of("fine"), Set.of(), false);
    }

    private YesNoAnswer(Collection<String> moreYes, Collection<String> moreNo, boolean mayBeginWithNo) {
        this.yes = union(YES, moreYes);
        this.no = union(NO, moreNo);
        this.mayBeginWithNo = mayBeginWithNo;
    }

    /** For "another?": who is done, or fine, wants no other. What else begins with yes is left to whoever asked. */
    static YesNoAnswer another() {
        return new YesNoAnswer(
                Set.of("another", "add another", "one more"),
                union(NO_MORE, Set.of("fine", "good", "im fine", "im good", "im done", "all good")),
                true);
    }

    /** For "looks right?": who is done, or fine, agrees. */
    static YesNoAnswer looksRight() {
        return new YesNoAnswer(
                Set.of("looks right", "looks good", "looks fine", "good", "all good", "fine", "done", "all done"),
                Set.of(),
                false);
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading<Boolean> read(String said, Situation situation) {
        String words = SKIN.matcher(TypedText.plain(said).replace("'", "")).replaceAll("");
        if (yes.contains(words)) {
            return Reading.clear(true);
        }
        return no.contains(words)
                        || (mayBeginWithNo
                                && (beginsWithNo(words)
                                        || NO_OTHER.matcher(words).matches()))
                ? Reading.clear(false)
                : Reading.unclear("Yes or no will do.");
    }

    private static boolean beginsWithNo(String words) {
        return words.length() <= LENGTH_MAX
                && words.split(" ", -1).length <= LEADING_NO_WORDS_MAX
                && LEADING_NO.matcher(words + " ").lookingAt();
    }

    @Override
    public String shown(Boolean yes, Situation situation) {
        return yes ? "Yes" : "No";
    }

    @Override
    public String kept(Boolean yes) {
        return yes ? "yes" : "no";
    }

    @Override
    public Boolean restored(String kept) {
        return "yes".equals(kept);
    }

    @Override
    public boolean isYesNo() {
        return true;
    }
}
