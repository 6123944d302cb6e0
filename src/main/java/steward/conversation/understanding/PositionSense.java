package steward.conversation.understanding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.CorrectionSigns;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.accounts.Accounts;
import steward.worksheet.values.PersonNames;

/** Reading 2, in part: what somebody in the plan is, or is called, after all: "wait, her title is CEO". */
final class PositionSense implements Sense {

    private static final int POSITION_WORDS_MAX = 5;

    private static final String WHO =
            "(?<who>[Ss]he|[Hh]e|[Tt]hey|[Hh]er|[Hh]is|[Tt]heir|[Ii]t|\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+)?)";

    /** Typed small on a phone, a name is one before its title. */
    private static final String WHOSE = "(?<who>(?i:her|his|their)|[\\p{L}.-]+(?: [\\p{L}.-]+)?(?='s))";

    private static final Pattern TITLE = Pattern.compile("(?:and |but )?(?:" + WHOSE
            + "(?:'s)? )?(?:the )?(?:(?:new|actual|real|exact|full|correct|job) )*(?<kind>[Tt]itle|[Pp]osition|[Rr]ole|[Jj]ob)(?: ?[:=] ?| (?:is|was|should be) )"
            + "(?:now |actually |really )?(?:the |a |an )?(?<value>\\p{L}.{0,60}?)(?: now)?(?:, not .*)?");
    private static final Pattern IS = Pattern.compile(
            "(?:and |but )?" + WHO
                    + "(?:'s| is| are)(?<now>(?: actually| now| really| in fact)*) (?:the |a |an |their )?(?<value>\\p{L}.{0,60}?)(?<then> now|, not .*)?");
    private static final Pattern CALLED = Pattern.compile(
            "(?:and |but )?(?:(?<who>[Hh]er|[Hh]is|[Tt]heir) (?:(?:full|last|first|real) )?name(?:'s| is| was)"
                    + "|(?<who2>[Ss]he|[Hh]e)(?:'s| is)(?: actually| really)? called)(?: actually| really)? (?<value>\\p{Lu}[\\p{L}.'-]*(?: \\p{L}[\\p{L}.'-]*){0,3})");

    private static final Pattern SPELT = Pattern.compile(
            "(?:and |but )?(?:(?:[Ii]t's|[Ii]t is|[Tt]hat's|(?:[Hh]er|[Hh]is) name is) )?(?<value>\\p{Lu}[\\p{L}'-]+)(?: is)?(?: spelled| spelt)? with (?:an? |one |two |no |double |the letter )?[\"'“]?\\p{L}{1,2}[\"'”]?(?:s|'s)?(?:,? not .*)?");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.plan().isEmpty() || heard.text().indexOf('\n') >= 0) {
            return Guess.NO;
        }
        CorrectionSigns signs = CorrectionSigns.in(heard.sentence());
        return Stream.of(signs.rest(), heard.sentence())
                .distinct()
                .map(said -> read(said, signs, state))
                .filter(guess -> guess.meaning().isPresent())
                .findFirst()
                .orElse(Guess.NO);
    }

    private static Guess read(String said, CorrectionSigns signs, ConversationState state) {
        Matcher title = TITLE.matcher(said);
        Matcher called = CALLED.matcher(said);
        Matcher is = IS.matcher(said);
        if (title.matches() && isTitle(title)) {
            return guess(person(title.group("who"), state), title.group("value"), true, true, state);
        }
        if (called.matches()) {
            String who = called.group("who") == null ? called.group("who2") : called.group("who");
            return guess(person(who, state), called.group("value"), false, true, state);
        }
        Matcher spelt = SPELT.matcher(said);
        if (spelt.matches()) {
            return respelt(spelt.group("value"), state);
        }
        boolean isPosition = is.matches()
                && !is.group("who").equalsIgnoreCase("it")
                && PersonNames.hasPosition(is.group("value"))
                && isShort(is.group("value"));
        boolean isAfterAll = isPosition && (signs.isSigned() || !is.group("now").isEmpty() || is.group("then") != null);
        boolean isSure = signs.standsOff() || said.contains(", not ");
        return isAfterAll ? guess(person(is.group("who"), state), is.group("value"), true, isSure, state) : Guess.NO;
    }

    /** "Her position is strong" says something else. */
    private static boolean isTitle(Matcher title) {
        boolean isSomebodys = title.group("who") != null && title.group("kind").equalsIgnoreCase("title");
        return isShort(title.group("value")) && (isSomebodys || PersonNames.hasPosition(title.group("value")));
    }

    private static boolean isShort(String words) {
        return words.split(" ", -1).length <= POSITION_WORDS_MAX;
    }

    private static Guess guess(
            Optional<Blank> person, String value, boolean isPosition, boolean isSure, ConversationState state) {
        Optional<Put> put = person.filter(blank -> !state.isOpen(blank)).map(blank -> {
            String[] kept = state.plan().orElseThrow().kept(blank).orElseThrow().split(", ", 2);
            String position = kept.length > 1 ? ", " + kept[1] : "";
            return new Put(How.CORRECT, blank, isPosition ? kept[0] + ", " + value : value + position);
        });
        return put.map(found -> isSure ? Guess.surely(found) : Guess.probably(found))
                .orElse(Guess.NO);
    }

    /** "Karin with an i": whose name is nearly that, has it. */
    private static Guess respelt(String name, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        return plan.lastAnswered().stream()
                .filter(Kinds::isPerson)
                .filter(blank -> state.blanks().contains(blank) && !state.isOpen(blank))
                .flatMap(blank -> plan.kept(blank).stream()
                        .flatMap(kept -> Stream.of(kept.split(",", 2)[0].split(" ", -1))
                                .filter(word -> !word.equals(name)
                                        && Accounts.isNear(
                                                word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)))
                                .map(word ->
                                        new Put(How.CORRECT, blank, kept.replaceFirst(Pattern.quote(word), name)))))
                .findFirst()
                .map(Guess::surely)
                .orElse(Guess.NO);
    }

    /** Who is named; else who the open question is about, else who was named last. */
    private static Optional<Blank> person(@Nullable String who, ConversationState state) {
        Plan plan = state.plan().orElseThrow();
        if (who != null && !who.toLowerCase(Locale.ROOT).matches("she|he|they|her|his|their|it")) {
            return state.blanks().stream()
                    .filter(Kinds::isPerson)
                    .filter(blank -> isCalled(plan.kept(blank).orElse(""), who))
                    .findFirst();
        }
        Optional<Blank> inRow = state.open()
                .filter(open -> open.table().isPresent() && !open.isAnother())
                .map(open -> new Blank(open.table().get().first(), open.row()))
                .filter(head -> Kinds.isPerson(head) && plan.kept(head).isPresent());
        return inRow.or(() -> plan.lastAnswered().stream()
                .filter(Kinds::isPerson)
                .filter(blank ->
                        state.blanks().contains(blank) && plan.kept(blank).isPresent())
                .findFirst());
    }

    private static boolean isCalled(String person, String name) {
        String whole = person.split(", ", 2)[0].toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        return whole.equals(wanted) || whole.startsWith(wanted + " ");
    }
}
