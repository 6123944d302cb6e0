package steward.worksheet.questions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
            Set.of(("yes,y,yep,yeah,yup,ok,okay,sure,right,correct,of course,absolutely,definitely,exactly"
                            + ",thats right,that is right,all right,yes thats right,perfect,great,looks good to me,lgtm,👍,👌,✅,✔,💯"
                            + ",sí,si,claro,correcto,vale,oui,daccord,cest bon,ja,jawohl,gern,gerne,passt,stimmt,genau"
                            + ",sim,claro que sim,sì,va bene,esatto,ja hoor,klopt,ja graag,tak,zgadza się,はい,ええ,うん,是,是的,好,好的,对,对的")
                    .split(",", -1));

    /** A no and nothing else, in the same languages. */
    private static final Set<String> BARE_NO =
            Set.of("no,n,nope,nah,non,nein,não,nao,nee,nie,いいえ,いや,不,不是,👎,❌,🚫".split(",", -1));

    private static final Set<String> NO = union(BARE_NO, List.of("not yet", "不用", "没有"));

    /** What may stand behind either. */
    private static final Set<String> POLITE = Set.of(
            "please,pls,thanks,thank you,thx,sorry,gracias,por favor,merci,danke,bitte,obrigado,obrigada,grazie,bedankt,dziękuję,steward"
                    .split(",", -1));

    private static final Pattern REPEATED = Pattern.compile("(\\p{So})\\1+");
    private static final Pattern BETWEEN = Pattern.compile("[,;:.!]+ ?| {2,}");

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

    private static final Set<String> LOOKS_RIGHT =
            Set.of("looks right", "looks good", "looks fine", "good", "all good", "fine", "done", "all done");

    private static final List<String> WAYS_TO_BEGIN = List.of(
            "start",
            "start now",
            "start it",
            "start it now",
            "start the cycle",
            "start the 90 days",
            "start the plan",
            "start this plan",
            "begin",
            "begin now",
            "do it",
            "do this",
            "go",
            "go live",
            "kick it off");

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
                Set.of(
                        "another",
                        "add another",
                        "one more",
                        "two more",
                        "three more",
                        "a few more",
                        "some more",
                        "several more",
                        "a couple more"),
                union(NO_MORE, Set.of("fine", "good", "im fine", "im good", "im done", "all good")),
                true);
    }

    /** For "looks right?": who is done, or fine, agrees. */
    static YesNoAnswer looksRight() {
        return new YesNoAnswer(LOOKS_RIGHT, Set.of(), false);
    }

    /** For "looks right?" where a yes begins the 90 days. */
    static YesNoAnswer mayBegin() {
        Set<String> begin = WAYS_TO_BEGIN.stream()
                .flatMap(what -> Stream.of(
                                "", "lets ", "can i ", "can we ", "shall we ", "yes ", "yes, ", "i want to ", "please ")
                        .map(before -> before + what))
                .collect(Collectors.toUnmodifiableSet());
        return new YesNoAnswer(union(LOOKS_RIGHT, begin), Set.of(), false);
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** For "is that your answer?". */
    public static YesNoAnswer isThatIt() {
        return new YesNoAnswer(
                Set.of("it is", "save", "save it", "save that", "thats it", "thats my answer", "my answer"),
                Set.of(
                        "not that",
                        "it isnt",
                        "its not",
                        "forget it",
                        "never mind",
                        "nevermind",
                        "let it go",
                        "drop it"),
                false);
    }

    /** For something that Steward offers to do. */
    public static YesNoAnswer offered() {
        return new YesNoAnswer(
                Set.of("do it", "please do", "go ahead"),
                Set.of("dont", "leave it", "never mind", "nevermind", "forget it"),
                false);
    }

    /** For "was it kept?". */
    public static YesNoAnswer wasIt() {
        return new YesNoAnswer(Set.of("it was"), Set.of("not", "it wasnt", "it was not"), false);
    }

    /** Whether words are a no and nothing else. */
    public static boolean isBareNo(String said) {
        return isAll(words(said), BARE_NO, Set.of());
    }

    @Override
    public Reading<Boolean> read(String said, Situation situation) {
        return said(said).map(Reading::clear).orElseGet(() -> Reading.unclear("Yes or no will do."));
    }

    /** Yes or no; empty if it is neither. */
    public Optional<Boolean> said(String said) {
        String typed = SKIN.matcher(TypedText.plain(said).replace("'", "")).replaceAll("");
        String words = words(said);
        if (isAll(words, yes, POLITE)) {
            return Optional.of(true);
        }
        boolean isNo = isAll(words, no, POLITE)
                || (mayBeginWithNo
                        && (beginsWithNo(typed) || NO_OTHER.matcher(typed).matches()));
        return isNo ? Optional.of(false) : Optional.empty();
    }

    private static String words(String said) {
        String plain = SKIN.matcher(TypedText.plain(said).replace("'", "")).replaceAll("");
        return REPEATED.matcher(BETWEEN.matcher(plain).replaceAll(" "))
                .replaceAll("$1")
                .strip();
    }

    /** Whether words are said ones from the beginning to the end, "yes, that's right, thanks"; the first is no polite one. */
    private static boolean isAll(String words, Set<String> said, Set<String> polite) {
        if (said.contains(words)) {
            return true;
        }
        if (words.length() > LENGTH_MAX) {
            return false;
        }
        for (int at = words.lastIndexOf(' '); at > 0; at = words.lastIndexOf(' ', at - 1)) {
            String rest = words.substring(at + 1);
            if ((said.contains(rest) || polite.contains(rest)) && isAll(words.substring(0, at), said, polite)) {
                return true;
            }
        }
        return false;
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
