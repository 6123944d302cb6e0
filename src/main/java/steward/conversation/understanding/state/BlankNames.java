package steward.conversation.understanding.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steward.dashboard.PlanFacts;
import steward.plan.Blank;
import steward.plan.Plan;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Step;

/** Finds the answer that the rep means by a number or a name. */
public final class BlankNames {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:edit|change|answer|question) )?(?:no\\.? ?|number |nr\\.? ?|#)?([0-9]{1,4})[.)]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern KEY = Pattern.compile("([a-z_]+(?:\\.[a-z_]+)?)(?:#(\\d{1,4}))?");

    private static final Pattern OF_ROW = Pattern.compile("(\\S+(?: \\S+)?) (?:of|for|at|on) (?:the )?(\\S.*)");

    /** "Resin's last year", "resin order probability". */
    private static final List<Pattern> ROWS_OWN =
            List.of(Pattern.compile("(\\S.*?)(?:['’]s)? (\\S+ \\S+)"), Pattern.compile("(\\S.*?)(?:['’]s)? (\\S+)"));

    private static final Pattern THE_ONE =
            Pattern.compile(" (?:one|deal|order|opportunity|contract|project)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:the|our|my|their|this year's|answer|das|der|die|unser|mein|el|la|le|l|mi|nuestro|nuestra|notre|mon|il|het|ons|nosso|nossa|meu|minha|o) ");

    /** What people call an answer, besides its label. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("hq", "headquarters"),
            Map.entry("headquarter", "headquarters"),
            Map.entry("head office", "headquarters"),
            Map.entry("head quarters", "headquarters"),
            Map.entry("location", "headquarters"),
            Map.entry("mission statement", "mission"),
            Map.entry("goal", "revenue_goal"),
            Map.entry("target", "revenue_goal"),
            Map.entry("revenue target", "revenue_goal"),
            Map.entry("revenue", "revenue_goal"),
            Map.entry("sales goal", "revenue_goal"),
            Map.entry("sell", "selling"),
            Map.entry("products", "selling"),
            Map.entry("up sell", "cross_sell"),
            Map.entry("upsell", "cross_sell"),
            Map.entry("cross selling", "cross_sell"),
            Map.entry("last year s revenue", "opportunity.last_year"),
            Map.entry("last year revenue", "opportunity.last_year"),
            Map.entry("growth", "opportunity.increase"),
            Map.entry("chance", "opportunity.probability"),
            Map.entry("chances", "opportunity.probability"),
            Map.entry("timeline", "opportunity.timeline"),
            Map.entry("close date", "opportunity.timeline"),
            Map.entry("closing date", "opportunity.timeline"),
            Map.entry("margin", "gross_margin"),
            Map.entry("time", "time_spent"),
            Map.entry("hours", "hours_required"),
            Map.entry("due date", "action.due"),
            Map.entry("deadline", "action.due"),
            Map.entry("questions", "key_questions"),
            // As a rep calls them who writes in two languages.
            Map.entry("ziel", "revenue_goal"),
            Map.entry("umsatzziel", "revenue_goal"),
            Map.entry("meta", "revenue_goal"),
            Map.entry("objetivo", "revenue_goal"),
            Map.entry("objectif", "revenue_goal"),
            Map.entry("marge", "gross_margin"),
            Map.entry("margen", "gross_margin"),
            Map.entry("margem", "gross_margin"),
            Map.entry("zentrale", "headquarters"),
            Map.entry("hauptsitz", "headquarters"),
            Map.entry("sede", "headquarters"),
            Map.entry("siège", "headquarters"),
            Map.entry("wahrscheinlichkeit", "opportunity.probability"),
            Map.entry("probabilidad", "opportunity.probability"),
            Map.entry("probabilidade", "opportunity.probability"),
            Map.entry("probabilité", "opportunity.probability"),
            Map.entry("letztes jahr", "opportunity.last_year"),
            Map.entry("vorjahr", "opportunity.last_year"),
            Map.entry("el año pasado", "opportunity.last_year"),
            Map.entry("ano passado", "opportunity.last_year"));

    /** All that a label or a key is made of; the number of a row may stand behind it. */
    private static final Set<String> WORDS = Worksheet.STEPS.stream()
            .flatMap(Step::questions)
            .flatMap(question -> Stream.of(question.label(), question.key()))
            .flatMap(name -> Names.words(name).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern PLACE = Pattern.compile("\\d{1,4}");

    private final Plan plan;
    private final PlanFacts facts;
    private final Supplier<List<Blank>> blanks;
    private @Nullable Map<String, List<Blank>> called;

    public BlankNames(Plan plan, PlanFacts facts) {
        this(plan, facts, () -> plan.blanks().toList());
    }

    /** @param blanks those of the plan, in paper order; asked for only where words may name one */
    public BlankNames(Plan plan, PlanFacts facts, Supplier<List<Blank>> blanks) {
        this.plan = plan;
        this.facts = facts;
        this.blanks = blanks;
    }

    /** The numbered blanks that stand, by all their names: those of a row folded away do not. Worked out only for words that may be one. */
    private Map<String, List<Blank>> called() {
        if (called == null) {
            Map<String, List<Blank>> all = new LinkedHashMap<>();
            blanks.get().stream()
                    .filter(blank -> plan.number(blank).isPresent())
                    .forEach(blank -> names(blank)
                            .forEach(name -> all.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(blank)));
            called = all;
        }
        return called;
    }

    private List<Blank> called(String name) {
        boolean mayBeOne = Arrays.stream(name.split(" ", 0))
                .allMatch(word -> WORDS.contains(word) || PLACE.matcher(word).matches());
        return mayBeOne ? called().getOrDefault(name, List.of()) : List.of();
    }

    /** Whether a name may begin with these words, or have them: most sentences have others, and need no looking up. */
    private static boolean mayBeginOne(String name) {
        return Arrays.stream(name.split(" ", 0))
                .allMatch(word ->
                        PLACE.matcher(word).matches() || WORDS.stream().anyMatch(each -> each.startsWith(word)));
    }

    /** One if it is clear, several if it may be any of them, none if there is no such answer. */
    public List<Blank> find(String words) {
        List<Blank> exact = exactly(words);
        if (!exact.isEmpty() || isNumber(words)) {
            return exact;
        }
        String name = plain(words);
        if (name.isEmpty() || !mayBeginOne(name)) {
            return List.of();
        }
        List<Blank> begun = matching(called -> called.startsWith(name));
        return begun.isEmpty() ? withWord(name) : begun;
    }

    /** The same by its number, or by its whole name only. */
    public List<Blank> exactly(String words) {
        Matcher number = NUMBER.matcher(words.strip());
        if (number.matches()) {
            return plan.numbered(Integer.parseInt(number.group(1))).stream()
                    .filter(blank -> blanks.get().contains(blank))
                    .toList();
        }
        String name = plain(words);
        List<Blank> found = called(name);
        return found.isEmpty() && ALIASES.containsKey(name) ? keyed(ALIASES.get(name)) : found;
    }

    /** "The probability of resin", "resin's probability": one question of a row that is named. */
    public List<Blank> ofRow(String words) {
        String said = words.strip();
        Matcher of = OF_ROW.matcher(said);
        if (of.matches()) {
            return ofRow(of.group(1), of.group(2));
        }
        return ROWS_OWN.stream()
                .map(form -> form.matcher(said))
                .filter(Matcher::matches)
                .map(owned -> ofRow(owned.group(2), owned.group(1)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Blank> ofRow(String name, String row) {
        List<Blank> called = exactly(name);
        if (called.isEmpty()) {
            return List.of();
        }
        List<Blank> heads = rowNamed(row);
        return (heads.isEmpty() ? rowNamed(THE_ONE.matcher(row).replaceFirst("")) : heads)
                .stream()
                        .flatMap(head -> called.stream()
                                .filter(blank -> blank.row() == head.row()
                                        && blank.table().equals(head.table())))
                        .toList();
    }

    /** A name without what stands before it, a number without what says that it is one. */
    public static String bare(String words) {
        Matcher number = NUMBER.matcher(words.strip());
        return number.matches() ? number.group(1) : words.strip().replaceFirst("(?i)^(?:the|our|my|their) ", "");
    }

    /** The blanks of a row that are called so, though they have no answer yet. */
    public List<Blank> inRow(String words, Blank open) {
        String name = plain(words);
        String key = ALIASES.getOrDefault(name, "");
        return open.table().stream()
                .filter(table -> !open.isAnother() && !open.isRemoval())
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.isAsked(plan)
                        && (column.key().equals(key)
                                || Names.plain(column.label()).equals(name)
                                || Names.plain(column.labelOfYear(plan.year())).equals(name)))
                .map(column -> new Blank(column, open.row()))
                .toList();
    }

    /** Whether a question of the worksheet is called so, answered or not. */
    public static boolean isOnWorksheet(String words) {
        String name = plain(words);
        return ALIASES.containsKey(name)
                || Worksheet.STEPS.stream()
                        .flatMap(Step::questions)
                        .anyMatch(question -> question.isNumbered()
                                && (Names.plain(question.label()).equals(name)
                                        || Names.plain(question.key()).equals(name)));
    }

    /** The blank of a key, in the row that follows it after a hash, whether it has an answer or not. */
    public Optional<Blank> ofKey(String words) {
        Matcher key = KEY.matcher(words);
        return key.matches()
                ? Worksheet.question(key.group(1))
                        .map(question -> new Blank(question, key.group(2) == null ? 0 : Integer.parseInt(key.group(2))))
                        .filter(blank -> blanks.get().contains(blank))
                : Optional.empty();
    }

    /** The blank by which a row that stands is named. */
    public List<Blank> rowNamed(String words) {
        String wanted = plain(words);
        List<Blank> heads = blanks.get().stream()
                .filter(blank -> blank.headsRow() && plan.kept(blank).isPresent())
                .toList();
        List<Blank> exact =
                heads.stream().filter(blank -> isCalledWholly(blank, wanted)).toList();
        List<Blank> byFirstName = heads.stream()
                .filter(Kinds::isPerson)
                .filter(blank -> Names.words(facts.shown(blank).orElse("")).stream()
                        .findFirst()
                        .filter(wanted::equals)
                        .isPresent())
                .toList();
        List<Blank> named = exact.isEmpty() ? byFirstName : exact;
        return wanted.isEmpty() || !named.isEmpty()
                ? named
                : heads.stream()
                        .filter(blank -> (" " + Names.plain(facts.shown(blank).orElse(""))).contains(" " + wanted))
                        .toList();
    }

    /** Whether these words are a row's number, or all of its name; a person's position may be left out. */
    public boolean isWholeName(Blank first, String words) {
        return isNumber(words) || isCalledWholly(first, plain(words));
    }

    private boolean isCalledWholly(Blank first, String wanted) {
        String shown = facts.shown(first).orElse("");
        String alone = first.table().orElseThrow().name();
        boolean isOnly = plan.rows(first.table().orElseThrow()).size() == 1;
        return Stream.of(
                        Optional.of(shown),
                        Optional.of(shown.split(", ", 2)[0]),
                        Optional.of(alone + " " + place(first)),
                        Optional.of(alone).filter(name -> isOnly))
                .flatMap(Optional::stream)
                .map(Names::plain)
                .anyMatch(wanted::equals);
    }

    private int place(Blank first) {
        return plan.rows(first.table().orElseThrow()).indexOf(first.row()) + 1;
    }

    public static boolean isNumber(String words) {
        return NUMBER.matcher(words.strip()).matches();
    }

    private static String plain(String words) {
        return ARTICLE.matcher(Names.plain(words)).replaceFirst("");
    }

    private List<Blank> keyed(String key) {
        return called(Names.plain(key)).stream()
                .filter(blank -> blank.question().key().equals(key))
                .toList();
    }

    /** "required" is a word of "Hours required". */
    private List<Blank> withWord(String word) {
        return matching(name -> (" " + name + " ").contains(" " + word + " "));
    }

    /** In paper order, each once. */
    private List<Blank> matching(Predicate<String> isMeant) {
        Set<Blank> found = called().entrySet().stream()
                .filter(entry -> isMeant.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
        return blanks.get().stream().filter(found::contains).toList();
    }

    /** What a rep may call an answer: its label, as lists or as menus have it, or its key. */
    private Set<String> names(Blank blank) {
        return Stream.of(
                        blank.question().label(),
                        blank.question().labelOfYear(plan.year()),
                        facts.label(blank),
                        facts.labelAlone(blank),
                        blank.question().key())
                .distinct()
                .map(Names::plain)
                .collect(Collectors.toUnmodifiableSet());
    }
}
