package steward.conversation.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;

/** Reading 6: the rep does not know (yet), in one of ten languages. */
final class UnknownSense implements Sense {

    private static final Pattern OATHS = Pattern.compile(
            "\\b(?:f\\W?\\W?[uc*]?[ck*]+(?:ing|in)?|fucking|freaking|frigging|damn(?:ed)?|bloody|goddamn|the hell|the heck|the fuck|honestly|really|frankly|simply|just|tbh|to be honest|actually|quite|at all|so far)\\b ?",
            Pattern.UNICODE_CASE);

    private static final Pattern HESITATES = Pattern.compile("^(?:hm+|er|erm)[,.…]* ");
    private static final Pattern ENDS = Pattern.compile(
            "(?:,? (?:sorry|yet|tbh|right now|at the moment|for now|though|today|here|atm|either|really|anymore|any more|lol|haha)|[ ]?[?!:;.,()-]+|\\p{So})+$");

    private static final Pattern KNOWS_NOT = Pattern.compile(
            "(?:well |sorry,? |um+ |uh |ok |i'm afraid )*(?:i |i'm |i'll |i've |i'd |we |we're |we'll |we've |you |nobody |no one |they |he |she )*(?:still |also )*(?:"
                    + "(?:don't|dont|do not|didn't|did not|doesn't|can't|cannot|couldn't) (?:yet )?(?:know|remember|recall|say|tell|think of (?:anything|any|one)|find out|ask)(?: (?:yet|that|this|it|them|anybody|anyone|him|her|for sure|exactly|off hand|by heart|(?:his|her|their|the|its) (?:\\p{L}+)))*"
                    + "|(?:am |are )?not (?:yet )?(?:sure|certain|clear|known|decided|set|scheduled|defined|identified|found|available|there)(?: (?:yet|about that|about this|about it))*"
                    + "|(?:am |are )?(?:still |just )*(?:looking(?: (?:into it|for (?:one|that|it|him|her)))?|finding out|thinking(?: about it)?|working on (?:it|that|this)|checking|asking around|waiting for (?:that|it)|figuring (?:it|that) out)"
                    + "|(?:have |has |got )?(?:no|not|not a|not the) (?:clue|idea|info|information|answer|data|name|date|figure|number|way of knowing|foggiest|faintest)(?: (?:yet|about that|who|what|when|where|about it|either|on that))*"
                    + "|(?:haven't|havent|have not|hasn't|didn't|did not) (?:a clue|an idea|asked|checked|found out|found (?:one|it|him|her)|decided|heard|met (?:them|him|her)|got (?:it|one|that))(?: (?:yet|them|him|her|that|this|about it|anyone|anybody))*"
                    + "|(?:need|have|got|will have) to (?:ask|find out|check|look (?:it|that) up|look into (?:it|that)|figure (?:it|that) out)(?: (?:that|this|first|with \\p{L}+|them|around))*"
                    + "|(?:will |would have to |must |should )?(?:find out|check|ask|look it up|get back to you|let you know)(?: and (?:get back to you|let you know|come back))?(?: (?:that|on that|later|first))*"
                    + "|(?:have |had |completely |totally )*(?:forgot(?:ten)?|forget)(?: (?:(?:his|her|their|the|its|that) )?(?:\\p{L}+ )?names?| (?:what|how) (?:s?he|they) (?:is|are|was|were) called)?|(?:(?:the|his|her|their) )?name escapes me"
                    + "|told me|knows|knows yet|has told me)");

    /** With what people put between in other languages: "weiß ich grad nicht". */
    private static final Pattern KNOWS_NOT_ELSEWHERE = Pattern.compile(
            "(?:das |ich |es |da )*(?:wei(?:ß|ss)|habe?|hab) (?:(?:ich|es|das|grad|gerade|leider|noch|jetzt|im moment|aktuell|auch|gar) )*nicht(?: (?:mehr|genau|sicher))?"
                    + "|(?:aún |todavía |yo )?no (?:lo |la |los |me )?(?:tengo|sé|se|conozco|acuerdo)(?: (?:ahora|todavía|aún|aquí|ahora mismo|a mano))?"
                    + "|(?:je )?(?:ne |n')?(?:le |la |l')?(?:sais|connais|ai) (?:pas|plus)(?: (?:encore|là|maintenant|trop|exactement))*"
                    + "|(?:eu )?(?:ainda )?n[ãa]o (?:o |a )?(?:sei|tenho|conheço)(?: (?:ainda|agora|isso|aqui))*"
                    + "|(?:ancora )?non (?:lo |la |ce l')?(?:so|ho|conosco)(?: (?:ancora|adesso|ora))?"
                    + "|(?:dat )?weet ik (?:(?:nu|even|nog|zo|echt) )*niet|(?:まだ)?(?:わか|分か|知)(?:らない|りません|らん)(?:です|な|よ|けど|。)*");

    /** "No clue, will ask Dana". */
    private static final Pattern WILL_ASK = Pattern.compile(
            "(?:i |i'll |we |we'll |will |have to |need to |must |gonna |going to |let me |can |should )*(?:ask|check|find out|look it up|get back|let you know)\\b.*"
                    + "|(?:das )?(?:frag|frage|kläre|klär) ich .*|muss ich (?:fragen|nachfragen|klären).*|(?:ich )?frag(?:e)? .*|je (?:vais )?demande.*|(?:voy a |lo )pregunt.*|vou perguntar.*");

    private static final Set<String> WORDS = Set.copyOf(Arrays.asList(
            ("don't know,dont know,not sure,no idea,no clue,dunno,dunno yet,idk,idk yet,tbd,tbc,t.b.d,to be determined,to be confirmed,to be decided,to be defined"
                            + ",n/a,na,n.a,not applicable,unknown,unclear,undecided,undefined,not known,not known yet,not yet known,not yet,still looking,still open,open,pending,let me check,let me find out"
                            + ",nobody told me,not at the moment,no info,can't say,cannot say,hard to say,hard to tell,difficult to say,too early to say,too early to tell,too early,too soon to say,good question,great question,who knows,no answer,no answer yet,nothing yet,none yet,nobody yet,no one yet,not decided,not set,no date yet,no date,no name yet"
                            + ",beats me,search me,pass on that,god knows,heaven knows,how should i know,how would i know,how the hell should i know,if i know,damned if i know,hell if i know,your guess is as good as mine,no comment,will know later,maybe later,nope no idea,negative"
                            + ",vergessen,habe ich vergessen,hab ich vergessen,name vergessen,namen vergessen,den namen habe ich vergessen,habe den namen vergessen,j'ai oublié,j'ai oublié son nom,j'ai oublié le nom,oublié,oublié son nom"
                            + ",lo olvidé,olvidé su nombre,olvidé el nombre,se me olvidó,no me acuerdo,no recuerdo,no recuerdo su nombre,esqueci,esqueci o nome,não lembro,não me lembro,non ricordo,non mi ricordo,non ricordo il nome,dimenticato,ho dimenticato,vergeten,naam vergeten,ik ben de naam vergeten,nie pamiętam,zapomniałem,zapomniałam,忘れた,忘れました,名前を忘れました,忘了,忘记了"
                            + ",no lo sé,no lo se,no sé,no se,ni idea,no sé todavía,no se todavia,aún no lo sé,aun no lo se,todavía no lo sé,todavía no,aún no,aun no,no tengo idea,no tengo ni idea,por definir,desconocido,sin definir,quién sabe"
                            + ",je ne sais pas,je sais pas,sais pas,j'en sais rien,je n'en sais rien,aucune idée,aucune idee,pas encore,pas d'idée,je ne sais pas encore,je sais pas encore,à définir,a definir,inconnu,à voir,pas sûr,chais pas,bonne question"
                            + ",weiß nicht,weiss nicht,weiß ich nicht,weiss ich nicht,weiß ich noch nicht,weiss ich noch nicht,ich weiß es nicht,ich weiss es nicht,ich weiß nicht,ich weiss nicht,weiß es noch nicht,keine ahnung,noch nicht bekannt,noch offen,offen,unbekannt,nicht bekannt,noch nicht,noch unklar,unklar,kp,k.a,mal sehen,gute frage,steht noch nicht fest,noch keine ahnung"
                            + ",não sei,nao sei,não sei ainda,ainda não sei,ainda nao sei,não faço ideia,nao faço ideia,nao faco ideia,não tenho ideia,sem ideia,ainda não,ainda nao,a definir,desconhecido,sei lá"
                            + ",non lo so,non so,non lo so ancora,ancora non lo so,nessuna idea,non ne ho idea,boh,non ancora,da definire,sconosciuto,chissà"
                            + ",weet ik niet,weet niet,ik weet het niet,ik weet het nog niet,weet ik nog niet,geen idee,nog niet,onbekend,nog niet bekend,geen flauw idee"
                            + ",nie wiem,nie wiem jeszcze,jeszcze nie wiem,nie mam pojęcia,nie mam pojecia,jeszcze nie,nieznane,nieznany,do ustalenia,brak danych,kto wie"
                            + ",わからない,分からない,わかりません,分かりません,まだわかりません,まだ分かりません,まだわからない,まだ分からない,不明,未定,知らない,知りません,まだです"
                            + ",不知道,还不知道,我不知道,不清楚,暂时不知道,还不清楚,没想好,不确定,待定,未知")
                    .split(",", -1)));

    private static final Set<String> NONE = Set.copyOf(Arrays.asList(
            ("none,no,nope,nothing,nothing really,nothing else,nil,nada,nobody,no one,noone,no body,not any,don't have one,dont have one,they don't have one,they dont have one,they have none,we have none,there is none,there are none,there isn't one,not that i know of,none that i know of,nothing that i know of,nothing i know of,nothing comes to mind,can't think of anything,cant think of anything"
                            + ",not applicable,ninguno,ninguna,nadie,nichts,keine,keiner,keins,niemand,rien,aucun,aucune,personne,nenhum,nenhuma,niente,nessuno,nessuna,geen,niets,niemand,nic,brak,nikt,żaden,なし,無し,特にない,特になし,誰もいない,ない,没有,無,无,没有人,nein,non,não,nao,nee,nie")
                    .split(",", -1)));

    /** Of somebody or something that was just talked about. */
    private static final Pattern OF_WHAT = Pattern.compile(
            "(.+?) (?:who|what|when|where|why|how|how much|which|whether|if) (?:that|it|this|he|she|they|i|we)(?:'s|'re| \\p{L}+)(?: (?:from|of|with|about|for) (?:him|her|them|it|that))?");

    private static final Pattern HAS_TO_ASK = Pattern.compile(
            "(?:i |we |i'd |we'd |i'll |we'll |would )*(?:have|need) to (?:ask|check with|find out from|look it up with)(?: (?:my|our|the))? \\p{L}+");

    private static final Pattern NO_SUCH = Pattern.compile(
            "(?:(?:(?:we|they|i) have )?no|(?:we|they|i) (?:don't|do not) (?:really )?have|(?:we|they|i)(?:'ve| have)(?: got)? no|there(?:'s| is) no) (?:an? |any |our |the )?(?:mission(?: statement)?|challenges?|ideas?|questions?|cross-?sell(?:ing)?|criteria|purpose|strategy|coach|advisor|user|final authority)");

    /** "Not sure, maybe 60%": a guess is an answer. */
    private static final Pattern MAYBE = Pattern.compile(
            "[^,]+,\\s*(?:(?:but|and) )?(?:(?:maybe|perhaps|probably|possibly|could be|might be|i(?:'d)? (?:think|guess|say)|say)[, ]+)+(?:it's |it is )?(\\S.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKS = Pattern.compile("[?？]+|[-–—_]{1,3}|…|\\.{2,}");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.open().filter(Kinds::isYesNo).isPresent()) {
            return state.open().filter(Blank::isAnother).isPresent() && says(heard.plain())
                    ? Guess.surely(new Meaning.Answer("no"))
                    : Guess.NO;
        }
        String typed = heard.text();
        if (MARKS.matcher(typed).matches()) {
            return Guess.surely(new Meaning.Skip());
        }
        String words = OATHS.matcher(HESITATES.matcher(heard.plain()).replaceFirst(""))
                .replaceAll("")
                .strip();
        String bare = ENDS.matcher(words).replaceFirst("").strip();
        boolean knowsNot =
                says(heard.plain()) || says(words) || says(bare) || says(heard.bare()) || saysOfWhat(bare, state);
        boolean isNone = NONE.contains(bare)
                || wantsNoRow(heard, state)
                || NONE.contains(words)
                || NO_SUCH.matcher(bare).matches();
        return (knowsNot && isFinished(heard, state))
                        || (isNone
                                && state.open().filter(UnknownSense::mayBeNone).isPresent())
                ? Guess.surely(new Meaning.Skip())
                : startsUnknown(words, heard.sentence(), state);
    }

    /** What is a no to "another?" is one to the first question of its row. */
    private static boolean wantsNoRow(Heard heard, ConversationState state) {
        return state.open()
                .filter(Blank::headsRow)
                .flatMap(Blank::table)
                .filter(table -> state.read(new Blank(table.another(), 0), heard.said())
                        .filter("no"::equals)
                        .isPresent())
                .isPresent();
    }

    private static boolean says(String words) {
        return WORDS.contains(words)
                || KNOWS_NOT.matcher(words).matches()
                || KNOWS_NOT_ELSEWHERE.matcher(words).matches();
    }

    /** "Open" and "pending" are no answers to a date, but are to many another question. */
    private static boolean isFinished(Heard heard, ConversationState state) {
        return (!heard.plain().equals("open") && !heard.plain().equals("pending")) || !state.takesWords();
    }

    private static boolean mayBeNone(Blank open) {
        return open.question().isOptional() || open.headsRow();
    }

    /** "Don't know what she wants", but not "No idea who signs at the parent company", which may well be a challenge. */
    private static boolean saysOfWhat(String words, ConversationState state) {
        Matcher what = OF_WHAT.matcher(words);
        boolean isToldToSomebody =
                !state.takesWords() && HAS_TO_ASK.matcher(words).matches();
        return isToldToSomebody
                || (state.open().filter(open -> !Kinds.isList(open)).isPresent()
                        && what.matches()
                        && says(what.group(1)));
    }

    /** Where a figure, a day or a name is asked, the reason may follow: none of it is the answer. Where words are, it may be one. */
    private static Guess startsUnknown(String words, String sentence, ConversationState state) {
        int comma = words.indexOf(',');
        String start = comma > 0 ? words.substring(0, comma).strip() : "";
        String settled = start.endsWith(" yet") ? start.substring(0, start.length() - " yet".length()) : start;
        boolean isUnknown = says(settled);
        boolean isNone = NONE.contains(settled) || NO_SUCH.matcher(settled).matches();
        if (state.open().isEmpty() || (!isUnknown && !isNone)) {
            return Guess.NO;
        }
        Matcher maybe = MAYBE.matcher(sentence);
        if (isUnknown && maybe.matches()) {
            boolean isRead = Kinds.isPerson(state.open().get())
                    ? Character.isUpperCase(maybe.group(1).codePointAt(0))
                    : !state.takesWords()
                            && state.read(state.open().get(), maybe.group(1)).isPresent();
            if (isRead) {
                return Guess.surely(new Meaning.Answer(maybe.group(1)));
            }
        }
        boolean isPerson = state.open().filter(Kinds::isPerson).isPresent();
        boolean asksOthers = isUnknown
                && WILL_ASK.matcher(words.substring(comma + 1).strip()).matches();
        if (isPerson || asksOthers || (isUnknown && !state.takesWords())) {
            return Guess.surely(new Meaning.Skip());
        }
        boolean mayBeAnswer = state.takesWords()
                && (says(start) || NO_SUCH.matcher(start).matches())
                && state.open().filter(open -> isUnknown || mayBeNone(open)).isPresent();
        return mayBeAnswer ? Guess.perhaps(new Meaning.Skip()) : Guess.NO;
    }
}
