package steward.conversation.time;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.plan.PlanCard;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;

/** Finds which account an entry of the time log is for, among the words that say neither time nor day. */
final class AccountWords {

    /** Little words that tie the others together, and are no part of a note where they stand at its end. */
    private static final Set<String> TIES = Set.of(
            "spent", "on", "for", "with", "at", "in", "of", "to", "i", "worked", "logged", "log", "-", "–", ":", "|");

    /** At the beginning of a note they say nothing; "with Dana" says something. */
    private static final Set<String> TIES_BEFORE_A_NOTE = Set.of("on", "for", "-", "–", ":", "|", ",");

    private static final Set<String> AND = Set.of("and", "&", "+", "/", ",");

    private static final int NAME_WORDS_MAX = 6;

    /** Fewer letters with one of them wrong could be any word. */
    private static final int MISTYPED_LETTERS_MIN = 5;

    private static final int NAME_LETTERS_MIN = 3;

    private final Accounts accounts;

    AccountWords(List<PlanCard> cards) {
        this.accounts = new Accounts(cards);
    }

    /**
     * What was found.
     *
     * @param plans those that the name may mean; none if nothing is called so
     * @param from the place of the name's first word, or of the word where a name would be expected
     * @param count how many words it has
     * @param note the other words
     */
    record Found(List<PlanCard> plans, int from, int count, String note) {}

    boolean isName(String words) {
        return !accounts.exactly(words).isEmpty();
    }

    /** Whether these words begin with a name. */
    boolean leads(List<String> words) {
        return leading(words, untied(words)).isPresent();
    }

    Found find(List<String> words) {
        int from = untied(words);
        return leading(words, from)
                .or(() -> within(words, from + 1))
                .or(() -> mistyped(words, from))
                .orElseGet(() -> new Found(List.of(), from, 0, note(List.of(), words.subList(from, words.size()))));
    }

    private static int untied(List<String> words) {
        int from = 0;
        while (from < words.size() && isTie(words.get(from))) {
            from++;
        }
        return from;
    }

    static boolean isTie(String word) {
        return TIES.contains(word.toLowerCase(Locale.ROOT));
    }

    private Optional<Found> leading(List<String> words, int from) {
        return accounts.leading(String.join(" ", words.subList(from, words.size())))
                .map(named -> {
                    int rest = named.rest().isBlank() ? 0 : named.rest().split(" ", 0).length;
                    int end = words.size() - rest;
                    return both(words, from, end, named.plans())
                            .orElseGet(() -> found(words, from, end - from, named.plans()));
                });
    }

    /** Another account right behind the first: which of them it is for is for the rep to say. */
    private Optional<Found> both(List<String> words, int from, int end, List<PlanCard> first) {
        int next = end;
        while (next < words.size() && AND.contains(words.get(next).toLowerCase(Locale.ROOT))) {
            next++;
        }
        return (next < words.size() ? at(words, next) : Optional.<Found>empty())
                .filter(second -> second.plans().stream().noneMatch(first::contains))
                .map(second -> new Found(
                        Stream.concat(first.stream(), second.plans().stream()).toList(),
                        from,
                        0,
                        note(List.of(), words)));
    }

    /** A name further on has to be written out, and there may be but one. */
    private Optional<Found> within(List<String> words, int begin) {
        List<Found> found = new ArrayList<>();
        for (int from = begin; from < words.size(); from++) {
            Optional<Found> here = at(words, from);
            here.ifPresent(found::add);
            from += here.map(Found::count).orElse(1) - 1;
        }
        if (found.size() < 2) {
            return found.stream().findFirst();
        }
        Set<PlanCard> all = new LinkedHashSet<>();
        found.forEach(each -> all.addAll(each.plans()));
        return Optional.of(new Found(List.copyOf(all), begin, 0, note(List.of(), words)));
    }

    private Optional<Found> at(List<String> words, int from) {
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - from); count > 0; count--) {
            String run = String.join(" ", words.subList(from, from + count));
            List<PlanCard> plans = writtenOut(run);
            if (!plans.isEmpty()) {
                return Optional.of(found(words, from, count, plans));
            }
        }
        return Optional.empty();
    }

    private List<PlanCard> writtenOut(String run) {
        List<PlanCard> exactly = accounts.exactly(run);
        List<String> said = Names.words(run);
        return !exactly.isEmpty() || run.length() < NAME_LETTERS_MIN || said.isEmpty()
                ? exactly
                : accounts.called(run).stream()
                        .filter(card -> {
                            List<String> name = Names.words(card.account());
                            return name.containsAll(said) && said.get(0).equals(name.get(0));
                        })
                        .toList();
    }

    private Optional<Found> mistyped(List<String> words, int from) {
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - from); count > 0; count--) {
            String run = String.join(" ", words.subList(from, from + count));
            List<PlanCard> plans = Names.plain(run).length() < MISTYPED_LETTERS_MIN ? List.of() : accounts.meant(run);
            if (!plans.isEmpty()) {
                return Optional.of(found(words, from, count, plans));
            }
        }
        return Optional.empty();
    }

    private static Found found(List<String> words, int from, int count, List<PlanCard> plans) {
        int begin = Math.min(untied(words), from);
        return new Found(
                plans, from, count, note(words.subList(begin, from), words.subList(from + count, words.size())));
    }

    /** The words before and after a name, without those that only tie them to it. */
    private static String note(List<String> before, List<String> after) {
        int end = before.size();
        while (end > 0 && isTie(before.get(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < after.size()
                && TIES_BEFORE_A_NOTE.contains(after.get(start).toLowerCase(Locale.ROOT))) {
            start++;
        }
        int last = after.size();
        while (last > start && isTie(after.get(last - 1))) {
            last--;
        }
        return Stream.concat(before.subList(0, end).stream(), after.subList(start, last).stream())
                .collect(Collectors.joining(" "))
                .replaceAll("^[,:;]+\\s*|\\s*[,:;]+$", "");
    }
}
