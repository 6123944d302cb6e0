package steward.worksheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.worksheet.questions.Answers;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Situation;

/**
 * Coaches the rep on an answer: is it one thing, is there something to do in it, and would a colleague know which product, site or person
 * is meant?
 *
 * <p>Plain rules, so the same answer always gets the same hint. Amount, chance, date and contact are asked for by questions of their
 * own (they are the M and the T of SMART), so the coach never asks for them.
 */
public final class Coaching {

    /**
     * What the coach says.
     *
     * @param question what is missing
     * @param reason why it matters
     * @param rewrite the answer as it might be better
     */
    public record Hint(String question, String reason, String rewrite) {

        /** The hint as one text, to be kept in the journal. */
        public String kept() {
            return String.join("\n", question, reason, rewrite);
        }

        public static Hint restored(String kept) {
            String[] lines = kept.split("\n", 3);
            return new Hint(lines[0], lines[1], lines[2]);
        }
    }

    private static final Set<String> VERBS = Set.of(
            "add",
            "agree",
            "align",
            "analyse",
            "analyze",
            "arrange",
            "ask",
            "audit",
            "book",
            "bring",
            "build",
            "call",
            "check",
            "close",
            "collect",
            "compare",
            "confirm",
            "convert",
            "convince",
            "cross-sell",
            "cut",
            "defend",
            "deliver",
            "demo",
            "demonstrate",
            "design",
            "develop",
            "discuss",
            "draft",
            "email",
            "expand",
            "extend",
            "find",
            "finish",
            "fix",
            "follow",
            "gain",
            "get",
            "give",
            "grow",
            "hand",
            "help",
            "host",
            "identify",
            "increase",
            "install",
            "introduce",
            "invite",
            "keep",
            "land",
            "launch",
            "learn",
            "list",
            "make",
            "map",
            "measure",
            "meet",
            "move",
            "negotiate",
            "offer",
            "open",
            "organise",
            "organize",
            "phone",
            "pilot",
            "pitch",
            "plan",
            "prepare",
            "present",
            "propose",
            "prove",
            "provide",
            "put",
            "quote",
            "reach",
            "renegotiate",
            "renew",
            "replace",
            "replacing",
            "research",
            "review",
            "ring",
            "roll",
            "run",
            "schedule",
            "secure",
            "sell",
            "send",
            "set",
            "share",
            "ship",
            "show",
            "sign",
            "start",
            "supply",
            "switch",
            "take",
            "talk",
            "teach",
            "tell",
            "test",
            "tour",
            "train",
            "trial",
            "try",
            "understand",
            "upgrade",
            "upsell",
            "up-sell",
            "use",
            "validate",
            "visit",
            "walk",
            "win",
            "work",
            "write");

    /** What stands between things when there are several. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;\\n]|\\s(?:and|&|\\+|plus|then)\\s)\\s*");

    private static final int THINGS_MAX = 2;

    /** A long answer has thought enough in it; hints are for the short and vague. */
    private static final int CHARACTERS_LOOKED_AT_MAX = 200;

    private static final int NAME_CHARACTERS_MAX = 30;

    private Coaching() {}

    /** The one thing most worth saying about an answer; empty if it is fine. */
    public static Optional<Hint> of(Question<?> question, String answer, Situation situation) {
        String text = answer.strip();
        if (text.length() > CHARACTERS_LOOKED_AT_MAX) {
            return Optional.empty();
        }
        return several(text).or(() -> unnamed(question, text, situation)).or(() -> verbless(question, text));
    }

    private static Optional<Hint> several(String text) {
        String[] things = BETWEEN.split(text, 0);
        return things.length > THINGS_MAX && things[0].contains(" ")
                ? Optional.of(new Hint(
                        "Which one comes first?",
                        "One thing at a time gets done; the others can have rows of their own:",
                        things[0]))
                : Optional.empty();
    }

    private static Optional<Hint> verbless(Question<?> question, String text) {
        if (words(text).anyMatch(VERBS::contains)) {
            return Optional.empty();
        }
        return Optional.of(
                question.equals(Worksheet.OPPORTUNITY)
                        ? new Hint("What will you do with it?", "A verb makes it a goal:", "Win " + text)
                        : new Hint(
                                "What will you do, exactly?", "A verb makes it something to do:", "Arrange " + text));
    }

    private static Optional<Hint> unnamed(Question<?> question, String text, Situation situation) {
        List<String> names = names(situation.answers());
        if (namesSomething(text, names) || names.isEmpty()) {
            return Optional.empty();
        }
        String missing = missing(question, situation.answers());
        String rewrite = missing.isEmpty() ? question.example(situation) : text + missing;
        return Optional.of(
                question.equals(Worksheet.OPPORTUNITY)
                        ? new Hint(
                                "Which product or site, exactly?",
                                "A colleague should be able to tell when it is won:",
                                rewrite)
                        : new Hint("About what, exactly?", "A colleague should be able to do it for you:", rewrite));
    }

    /** What would make it exact, as far as the plan knows it by a short name: a product, a site. */
    private static String missing(Question<?> question, Answers answers) {
        Optional<String> product = answers.get(Worksheet.SELLING, 0)
                .flatMap(list -> list.stream().filter(Coaching::isShortName).findFirst());
        Optional<String> site = answers.get(Worksheet.HEADQUARTERS, 0)
                .map(place -> place.split("[,;\n]", 2)[0].strip())
                .filter(Coaching::isShortName);
        return question.equals(Worksheet.OPPORTUNITY)
                ? product.map(name -> " for " + name).orElse("")
                        + site.map(name -> " in " + name).orElse("")
                : product.map(name -> " about " + name).orElse("");
    }

    private static boolean isShortName(String name) {
        return name.length() <= NAME_CHARACTERS_MAX
                && Character.isUpperCase(name.codePointAt(0))
                && words(name).count() <= 3;
    }

    /** A capital inside the sentence, a number, or a word of a name that the plan knows. */
    private static boolean namesSomething(String text, List<String> names) {
        String[] typed = text.split("\\s+", 0);
        boolean capital = Stream.of(typed).skip(1).anyMatch(word -> Character.isUpperCase(word.codePointAt(0)));
        boolean number = text.codePoints().anyMatch(Character::isDigit);
        Set<String> known =
                Set.copyOf(names.stream().flatMap(Coaching::words).distinct().toList());
        return capital || number || words(text).anyMatch(word -> word.length() > 2 && known.contains(word));
    }

    /** What the plan knows by name: what is sold, where they are, and who is there. */
    private static List<String> names(Answers answers) {
        Stream<String> products = Stream.of(Worksheet.SELLING, Worksheet.CROSS_SELL)
                .flatMap(list -> answers.get(list, 0).stream())
                .flatMap(List::stream);
        Stream<String> places = answers.get(Worksheet.HEADQUARTERS, 0).stream();
        Stream<String> people = Contact.all(answers).stream().map(contact -> contact.name(answers));
        return Stream.of(products, places, people).flatMap(names -> names).toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+", 0));
    }
}
