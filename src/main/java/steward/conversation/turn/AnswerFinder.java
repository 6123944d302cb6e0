package steward.conversation.turn;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.dashboard.PlanFacts;
import steward.plan.Blank;
import steward.plan.Names;
import steward.plan.Plan;

/** Finds the answer that the rep means by a number or a name. */
final class AnswerFinder {

    private static final Pattern NUMBER =
            Pattern.compile("(?:edit |change )?(?:no\\.? ?|number |#)?([0-9]{1,4})[.)]?", Pattern.CASE_INSENSITIVE);

    private final Plan plan;
    private final PlanFacts facts;

    AnswerFinder(Plan plan, PlanFacts facts) {
        this.plan = plan;
        this.facts = facts;
    }

    /** One if it is clear, several if it may be any of them, none if there is no such answer. */
    List<Blank> find(String words) {
        Matcher number = NUMBER.matcher(words.strip());
        return number.matches()
                ? plan.numbered(Integer.parseInt(number.group(1))).stream()
                        .filter(blank -> numbered().anyMatch(blank::equals))
                        .toList()
                : named(words);
    }

    private List<Blank> named(String words) {
        String name = Names.plain(words);
        if (name.isEmpty()) {
            return List.of();
        }
        List<Blank> exact =
                numbered().filter(blank -> called(blank).anyMatch(name::equals)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Blank> begun = numbered()
                .filter(blank -> called(blank).anyMatch(called -> called.startsWith(name)))
                .toList();
        return begun.isEmpty() ? withWord(name) : begun;
    }

    /** "required" is a word of "Hours required". */
    private List<Blank> withWord(String word) {
        return numbered()
                .filter(blank ->
                        called(blank).anyMatch(called -> Names.words(called).contains(word)))
                .toList();
    }

    /** The numbered blanks that stand: those of a row folded away do not. */
    private Stream<Blank> numbered() {
        return plan.blanks().filter(blank -> plan.number(blank).isPresent());
    }

    /** What a rep may call an answer: its label, as lists or as menus have it, or its key. */
    private Stream<String> called(Blank blank) {
        return Stream.of(
                        blank.question().label(),
                        facts.label(blank),
                        facts.labelAlone(blank),
                        blank.question().key())
                .map(Names::plain);
    }
}
