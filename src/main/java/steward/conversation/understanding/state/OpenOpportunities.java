package steward.conversation.understanding.state;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;

/** The opportunities that are open in the plans that run, as a rep names them. */
public final class OpenOpportunities {

    private static final int LETTERS_MIN = 3;

    private static final Set<String> OF_A_DEAL = Set.of(
            "the",
            "our",
            "a",
            "deal",
            "order",
            "contract",
            "business",
            "one",
            "opportunity",
            "for",
            "in",
            "of",
            "on",
            "at");

    private static final Pattern FIRST_WORD = Pattern.compile("([\\p{L}\\p{N}'’&]+)\\s*(.*)", Pattern.DOTALL);

    private final ConversationState state;

    public OpenOpportunities(ConversationState state) {
        this.state = state;
    }

    /** Whether the first word names one. */
    public boolean beginWith(String name) {
        List<String> words = Names.words(name);
        return !words.isEmpty()
                && words.get(0).length() >= LETTERS_MIN
                && names().anyMatch(each ->
                        Names.words(each).stream().anyMatch(word -> word.startsWith(stem(words.get(0)))));
    }

    /** What follows the words of a name. */
    public String beyond(String said) {
        Set<String> names = state.running().stream()
                .flatMap(plan -> Stream.concat(
                        Stream.of(plan.account()),
                        plan.rows(Worksheet.OPPORTUNITIES).stream()
                                .flatMap(row -> plan.get(Worksheet.OPPORTUNITY, row).stream())))
                .flatMap(name -> Names.words(name).stream())
                .collect(Collectors.toSet());
        String rest = said.strip();
        Matcher word = FIRST_WORD.matcher(rest);
        while (word.matches() && isOfName(word.group(1), names)) {
            rest = word.group(2);
            word.reset(rest);
        }
        return rest;
    }

    private Stream<String> names() {
        return state.running().stream()
                .flatMap(plan -> plan.rows(Worksheet.OPPORTUNITIES).stream()
                        .filter(row -> plan.outcome(row).isOpen())
                        .flatMap(row -> plan.get(Worksheet.OPPORTUNITY, row).stream()));
    }

    private static boolean isOfName(String word, Set<String> names) {
        return Names.words(word).stream()
                .allMatch(each ->
                        OF_A_DEAL.contains(each) || names.stream().anyMatch(name -> name.startsWith(stem(each))));
    }

    private static String stem(String word) {
        return word.endsWith("ing") && word.length() > 6 ? word.substring(0, word.length() - 3) : word;
    }
}
