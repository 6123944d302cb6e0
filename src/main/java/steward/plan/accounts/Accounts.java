package steward.plan.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import steward.plan.PlanCard;
import steward.plan.Status;

/** Finds a rep's plans by the name of the account, or part of it: "acme" finds Acme Glass, and so does "acme glas". */
public final class Accounts {

    /** How many letters may be wrong in a name for each four letters of it. */
    private static final int LETTERS_A_SLIP = 4;

    /** No account has a name of more words. */
    private static final int NAME_WORDS_MAX = 40;

    /** Fewer letters than these are no name by themselves. */
    private static final int LETTERS_MIN = 3;

    private final List<PlanCard> cards;

    public Accounts(List<PlanCard> cards) {
        this.cards = List.copyOf(cards);
    }

    /** Plans whose account is called exactly so, but for capitals and spaces; the newest year first. */
    public List<PlanCard> exactly(String typed) {
        String plain = Names.plain(typed);
        return newestFirst(
                cards.stream().filter(card -> Names.plain(card.account()).equals(plain)));
    }

    /** Plans called exactly so; if none is, those whose name has every word typed, or the beginning of it. */
    public List<PlanCard> called(String typed) {
        List<PlanCard> exactly = exactly(typed);
        return exactly.isEmpty() ? containing(typed) : exactly;
    }

    /** Of one account's plans for several years, where no year is said: the one that runs, else those that are not closed. */
    public static List<PlanCard> inForce(List<PlanCard> found) {
        List<PlanCard> live = live(found);
        List<PlanCard> running =
                live.stream().filter(card -> card.status() == Status.RUNNING).toList();
        return running.isEmpty() || !isOneAccount(live) ? live : running;
    }

    /** The same, drafts too. */
    public static List<PlanCard> live(List<PlanCard> found) {
        List<PlanCard> live = found.stream().filter(PlanCard::isLive).toList();
        return live.isEmpty() || !isOneAccount(found) ? found : live;
    }

    /** Whether all of them are plans of one account. */
    public static boolean isOneAccount(List<PlanCard> cards) {
        return cards.stream()
                        .map(card -> Names.plain(card.account()))
                        .distinct()
                        .count()
                == 1;
    }

    /** Plans that may be meant: those called so; if none is, those called so but for signs or a legal form, or a slip of the finger away. */
    public List<PlanCard> meant(String typed) {
        return Stream.<Supplier<List<PlanCard>>>of(() -> called(typed), () -> alike(typed), () -> mistyped(typed))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** "Acme, Inc." beside Acme, "ATT" beside AT&T. */
    private List<PlanCard> alike(String typed) {
        String wanted = LegalForms.without(typed);
        List<PlanCard> alike = newestFirst(cards.stream()
                .filter(card -> !wanted.isEmpty()
                        && joined(LegalForms.without(card.account())).equals(joined(wanted))));
        return alike.isEmpty() && !wanted.equals(Names.plain(typed)) ? called(wanted) : alike;
    }

    private static String joined(String plain) {
        return plain.replace(" ", "");
    }

    private List<PlanCard> containing(String typed) {
        List<String> words = Names.words(typed);
        return newestFirst(cards.stream().filter(card -> {
            List<String> name = Names.words(card.account());
            return !words.isEmpty()
                    && words.stream().allMatch(word -> name.stream().anyMatch(n -> n.startsWith(word)));
        }));
    }

    private List<PlanCard> mistyped(String typed) {
        String wanted = Names.plain(typed);
        return newestFirst(cards.stream()
                .filter(card -> Stream.concat(
                                Stream.of(Names.plain(card.account())), Names.words(card.account()).stream())
                        .anyMatch(name -> isNear(wanted, name))));
    }

    /** Whether one word is a slip of the finger away from another, or the same. */
    public static boolean isNear(String wanted, String name) {
        int slipsMax = Math.min(wanted.length(), name.length()) / LETTERS_A_SLIP;
        return Math.abs(wanted.length() - name.length()) <= slipsMax && slips(wanted, name) <= slipsMax;
    }

    /** The plans of one account meant by the first words of a text, and by a year that may follow, with the rest of the text. */
    public Optional<Named> leading(String text) {
        List<String> words = List.of(text.strip().split("\\s+", 0));
        for (int count = Math.min(NAME_WORDS_MAX, words.size()); count > 0; count--) {
            List<PlanCard> found = closely(String.join(" ", words.subList(0, count)));
            if (!found.isEmpty()) {
                return Optional.of(ofYear(found, words.subList(count, words.size())));
            }
        }
        return Optional.empty();
    }

    /** The plans whose name is a slip of the finger away from the first words of a text, with the rest of the text. */
    public Optional<Named> mistypedFirst(String text) {
        List<String> words = List.of(text.strip().split("\\s+", 0));
        for (int count = Math.min(NAME_WORDS_MAX, words.size()); count > 0; count--) {
            List<PlanCard> found = mistyped(String.join(" ", words.subList(0, count)));
            if (!found.isEmpty()) {
                return Optional.of(ofYear(found, words.subList(count, words.size())));
            }
        }
        return Optional.empty();
    }

    /** Called so, but not by a letter or two: the first word of a sentence is soon the beginning of some name. */
    private List<PlanCard> closely(String name) {
        List<PlanCard> exactly = exactly(name);
        return exactly.isEmpty() && name.length() >= LETTERS_MIN ? called(name) : exactly;
    }

    private static Named ofYear(List<PlanCard> found, List<String> rest) {
        List<PlanCard> ofYear = found.stream()
                .filter(card -> !rest.isEmpty() && rest.get(0).equals(String.valueOf(card.year())))
                .toList();
        return ofYear.isEmpty()
                ? new Named(found, String.join(" ", rest))
                : new Named(ofYear, String.join(" ", rest.subList(1, rest.size())));
    }

    /** Plans found by the beginning of a text, and what came after it. */
    public record Named(List<PlanCard> plans, String rest) {}

    private static List<PlanCard> newestFirst(Stream<PlanCard> found) {
        return found.sorted(Comparator.comparingInt(PlanCard::year).reversed()).toList();
    }

    /**
     * How many letters must be put in, taken out, changed, or swapped with the next to get from one word to the other: the optimal string
     * alignment distance (Damerau, 1964).
     */
    private static int slips(String from, String to) {
        int[][] slips = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            slips[i][0] = i;
        }
        for (int j = 0; j <= to.length(); j++) {
            slips[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int changed = slips[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                slips[i][j] = Math.min(changed, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (isSwapped(from, i, to, j)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[from.length()][to.length()];
    }

    /** Whether the last two of so many letters stand the other way round. */
    private static boolean isSwapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
