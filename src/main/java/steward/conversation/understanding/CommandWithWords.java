package steward.conversation.understanding;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.meaning.Topic;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.state.BlankNames;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.plan.Blank;
import steward.plan.accounts.Accounts;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.dates.CalendarWords;

/** A command and what it is about, which has to be all the rest: nothing is called "the supplier before June". */
final class CommandWithWords {

    /** How long a command with its words may be; whatever is longer is meant as an answer. */
    private static final int CHARACTERS_MAX = 300;

    private static final int NAME_WORDS_MAX = 4;

    private static final String POLITE = "(?:,? (?:please|pls|thanks|now))?[.!]*";

    /** A day, and not an answer's number with a month for its value. */
    private static final Pattern DAY =
            Pattern.compile("(?i)\\d{1,2}(?:st|nd|rd|th)?\\.? (?:" + CalendarWords.MONTH + ")(?:,? \\d{4})?");

    private static final Pattern EDIT = pattern("(edit|change|update|set|correct|fix|modify) (\\S.*?)" + POLITE);
    private static final Pattern TO = pattern("(.+?)(?: ?[:=] ?| ?(?:->|→) ?| to | into | as )(.+)");
    private static final Pattern REMOVE = pattern("(?:remove|delete) (\\S.*?)" + POLITE);
    private static final Pattern ROW_BY_NUMBER = pattern("(.+) \\d{1,3}");
    private static final Pattern ADD = pattern(
            "(?:add|new|create) (?:(?:an|a|another|one more|new|the) )*(contact|person|decision maker|final authority|user|advisor|coach|opportunity|action)"
                    + POLITE);
    private static final Pattern RENAME = pattern("rename (\\S.*?) (?:to|as|into) (\\S.*?)" + POLITE);
    private static final Pattern SWITCH =
            pattern("(switch(?: over)?|resume|go|change|continue|move)(?: to| with| on)? (\\S.*?)" + POLITE);
    private static final Pattern MARGIN = pattern("margin (?!is |was |should |= ?)(?:of |for )?(.+?) ([0-9.,]+ ?%?)");
    private static final Pattern GO_TO = pattern(
            "(?:go|jump|skip|move|take me|go on|proceed|on)(?: ahead| on| straight| directly)? to (?:the |step )*(.+?)(?: section| step| part| table)?"
                    + POLITE);
    private static final Pattern FIRST = pattern("(?:let's |lets |can we )?do (?:the )?(.+?) first\\??" + POLITE);
    private static final Pattern ROW_PERCENT = pattern(
            "(?:the )?(.+?) (?:is|are|now|looks|feels)(?: (?:now|at|more|like|about|around|roughly|closer|to|up|down|maybe|probably|rather))* (\\d{1,3} ?%)(?: now)?");

    private static final Pattern NAME_ALONE = Pattern.compile("(?i)(?:the|my|our) \\S+(?: \\S+)?");
    private static final Pattern REMOVE_TYPED =
            Pattern.compile("(?:remove|delete) (?:\\S+|\\p{Lu}\\S*(?: \\p{Lu}\\S*){1,2})");
    /** What Steward's own buttons say. */
    private static final Pattern HELP = pattern("help ([a-z_]+)");

    private static final Pattern UNDO = pattern("undo (\\d{1,6}-\\d{0,6})");
    private static final Pattern MORE = pattern("add to ([a-z_.]+(?:#\\d{1,4})?): (.+)");
    private static final Pattern UNTIL = pattern("pause until (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)");
    private static final Pattern FORM = pattern("form ([1-4])");

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("1", "headquarters"),
            Map.entry("2", "final_authority"),
            Map.entry("3", "opportunity"),
            Map.entry("4", "action"),
            Map.entry("account snapshot", "headquarters"),
            Map.entry("snapshot", "headquarters"),
            Map.entry("local analysis", "final_authority"),
            Map.entry("people", "final_authority"),
            Map.entry("contacts", "final_authority"),
            Map.entry("decision makers", "final_authority"),
            Map.entry("influencers", "final_authority"),
            Map.entry("final authority", "final_authority"),
            Map.entry("users", "user"),
            Map.entry("advisors", "advisor"),
            Map.entry("coaches", "coach"),
            Map.entry("coach", "coach"),
            Map.entry("opportunities", "opportunity"),
            Map.entry("opportunity", "opportunity"),
            Map.entry("account plan", "opportunity"),
            Map.entry("actions", "action"),
            Map.entry("action plan", "action"),
            Map.entry("act", "action"));

    private final ConversationState state;

    CommandWithWords(ConversationState state) {
        this.state = state;
    }

    Guess of(Heard heard) {
        String said = heard.sentence();
        if (said.length() > CHARACTERS_MAX || said.indexOf('\n') >= 0) {
            return Guess.NO;
        }
        Optional<Meaning> moved = moved(said).or(() -> button(said));
        if (moved.isPresent()) {
            return Guess.surely(moved.get());
        }
        return state.plan().isPresent() ? onPlan(said) : Guess.NO;
    }

    // ── Between plans ────────────────────────────────────────────────────────────────────────────────────

    private Optional<Meaning> moved(String said) {
        Accounts accounts = state.accounts();
        Matcher rename = RENAME.matcher(said);
        if (rename.matches()) {
            boolean isThis = rename.group(1).matches("(?i)this(?: account| plan)?|it|the account|the plan");
            if (isThis || !accounts.called(rename.group(1)).isEmpty()) {
                String from = isThis ? "" : rename.group(1) + " ";
                return Optional.of(new Meaning.Said(Command.RENAME, from + "to " + rename.group(2)));
            }
        }
        Matcher move = SWITCH.matcher(said);
        if (!move.matches()) {
            return Optional.empty();
        }
        boolean isAccount = !accounts.called(move.group(2)).isEmpty()
                && Names.plain(move.group(2)).length() > 2;
        boolean isOneWord = move.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("switch")
                && !move.group(2).contains(" ")
                && (!state.takesWords() || said.startsWith("switch"));
        return isAccount || isOneWord ? Optional.of(new Meaning.Said(Command.SWITCH, move.group(2))) : Optional.empty();
    }

    private Optional<Meaning> button(String said) {
        Matcher help = HELP.matcher(said);
        Matcher undo = UNDO.matcher(said);
        Matcher more = MORE.matcher(said);
        Matcher until = UNTIL.matcher(said);
        Matcher form = FORM.matcher(said);
        if (help.matches()) {
            return Topic.named(help.group(1)).map(Meaning.Help::new);
        }
        if (undo.matches()) {
            return Optional.of(new Meaning.Said(Command.UNDO, undo.group(1)));
        }
        if (more.matches() && state.plan().isPresent()) {
            return state.names().ofKey(more.group(1)).map(blank -> new Meaning.More(blank, more.group(2)));
        }
        if (form.matches()) {
            return Optional.of(new Meaning.Said(Command.FORM, form.group(1)));
        }
        return until.matches()
                ? Optional.of(new Meaning.Later(Optional.of(LocalDateTime.parse(until.group(1)))))
                : Optional.empty();
    }

    // ── On the plan ──────────────────────────────────────────────────────────────────────────────────────

    private Guess onPlan(String said) {
        return Stream.<Supplier<Guess>>of(
                        () -> edit(said),
                        () -> remove(said),
                        () -> added(said),
                        () -> margin(said),
                        () -> goTo(said),
                        () -> atSummary(said),
                        () -> chance(said),
                        () -> nameAlone(said))
                .map(Supplier::get)
                .filter(guess -> guess.meaning().isPresent())
                .findFirst()
                .orElse(Guess.NO);
    }

    private Guess edit(String said) {
        Matcher edit = EDIT.matcher(said);
        if (!edit.matches()) {
            return Guess.NO;
        }
        String rest = edit.group(2);
        Optional<Meaning> inOneGo = inOneGo(rest, edit.group(1).equalsIgnoreCase("edit"));
        if (!state.names().exactly(rest).isEmpty()) {
            return Guess.surely(new Meaning.Said(Command.EDIT, BlankNames.bare(rest)));
        }
        if (inOneGo.isPresent()) {
            return Guess.surely(inOneGo.get());
        }
        if (!state.names().find(rest).isEmpty() || !state.names().rowNamed(rest).isEmpty()) {
            return Guess.surely(new Meaning.Said(Command.EDIT, BlankNames.bare(rest)));
        }
        if (BlankNames.isNumber(rest) || BlankNames.isOnWorksheet(rest)) {
            return Guess.surely(new Meaning.Said(Command.EDIT, BlankNames.bare(rest)));
        }
        Matcher to = TO.matcher(rest);
        if (to.matches() && BlankNames.isOnWorksheet(to.group(1))) {
            return Guess.probably(new Meaning.Said(Command.EDIT, BlankNames.bare(to.group(1))));
        }
        boolean isTypedAsCommand = said.startsWith("edit ") && !rest.contains(" ");
        Meaning typed = new Meaning.Said(Command.EDIT, rest);
        return !isTypedAsCommand ? Guess.NO : state.takesWords() ? Guess.perhaps(typed) : Guess.surely(typed);
    }

    /** "3 1.6M", "goal to 1.6M", "coach Lee Park". */
    private Optional<Meaning> inOneGo(String rest, boolean mayRunOn) {
        Matcher to = TO.matcher(rest);
        Optional<Meaning> named = to.matches() ? put(to.group(1), to.group(2)) : Optional.empty();
        return named.or(() -> leading(rest, mayRunOn));
    }

    private Optional<Meaning> leading(String rest, boolean mayRunOn) {
        List<String> words = List.of(rest.split(" ", -1));
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - 1); count > 0; count--) {
            String name = String.join(" ", words.subList(0, count));
            String value = String.join(" ", words.subList(count, words.size()));
            Optional<Meaning> put = state.names()
                    .ofKey(name)
                    .map(blank -> (Meaning) new Meaning.Put(How.EDIT, blank, value))
                    .or(() ->
                            put(name, value).filter(meaning -> mayRunOn || BlankNames.isNumber(name) || isTyped(name)));
            if (put.isPresent()) {
                return put;
            }
        }
        return Optional.empty();
    }

    private boolean isTyped(String name) {
        return state.names().exactly(name).stream().noneMatch(Kinds::takesWords);
    }

    private Optional<Meaning> put(String name, String value) {
        List<Blank> answered = state.names().exactly(name);
        List<Blank> called = answered.isEmpty() ? state.names().ofRow(name) : answered;
        return only(
                called.isEmpty()
                        ? state.open()
                                .map(open -> state.names().inRow(name, open))
                                .orElse(List.of())
                        : called,
                value);
    }

    /** The one of several that the value fits; the last row of a table before the others. */
    private Optional<Meaning> only(List<Blank> found, String value) {
        List<Blank> fitting = found.stream()
                .filter(blank -> state.read(blank, value).isPresent())
                .toList();
        boolean sameQuestion =
                fitting.stream().map(blank -> blank.question().key()).distinct().count() == 1;
        return fitting.size() == 1 || (sameQuestion && !fitting.isEmpty() && isInOpenRow(fitting))
                ? Optional.of(new Meaning.Put(How.EDIT, inOpenRow(fitting), value))
                : Optional.empty();
    }

    private boolean isInOpenRow(List<Blank> blanks) {
        return blanks.stream().anyMatch(blank -> isInOpenRow(blank));
    }

    private Blank inOpenRow(List<Blank> blanks) {
        return blanks.stream().filter(this::isInOpenRow).findFirst().orElse(blanks.get(0));
    }

    private boolean isInOpenRow(Blank blank) {
        return state.open()
                .filter(open -> open.row() == blank.row() && open.table().equals(blank.table()))
                .isPresent();
    }

    private Guess remove(String said) {
        Matcher remove = REMOVE.matcher(said);
        if (!remove.matches()) {
            return Guess.NO;
        }
        String name = remove.group(1);
        List<Blank> heads = BlankNames.isNumber(name)
                ? state.names().exactly(name).stream()
                        .flatMap(blank -> head(blank).stream())
                        .toList()
                : state.names().rowNamed(name);
        if (heads.size() == 1) {
            return Guess.surely(new Meaning.Remove(heads.get(0), state.names().isWholeName(heads.get(0), name)));
        }
        if (!heads.isEmpty()) {
            return Guess.surely(new Meaning.Said(Command.REMOVE, name));
        }
        if (isRowByNumber(name)) {
            return Guess.surely(new Meaning.Said(Command.REMOVE, name));
        }
        boolean isTypedAsCommand = REMOVE_TYPED.matcher(said).matches();
        return !isTypedAsCommand
                ? Guess.NO
                : state.takesWords()
                        ? Guess.perhaps(new Meaning.Said(Command.REMOVE, name))
                        : Guess.surely(new Meaning.Said(Command.REMOVE, name));
    }

    /** "User 2", though there is but one. */
    private static boolean isRowByNumber(String words) {
        Matcher row = ROW_BY_NUMBER.matcher(Names.plain(words));
        return row.matches()
                && Worksheet.tables().anyMatch(table -> table.name().equals(row.group(1)));
    }

    private static Optional<Blank> head(Blank blank) {
        return blank.table().map(table -> new Blank(table.first(), blank.row()));
    }

    private Guess added(String said) {
        Matcher add = ADD.matcher(said);
        if (!add.matches()) {
            return Guess.NO;
        }
        String what = Names.plain(add.group(1));
        boolean isAsked = state.open()
                .filter(Blank::isAnother)
                .flatMap(Blank::table)
                .filter(table -> table.name().equals(what))
                .isPresent();
        if (isAsked) {
            return Guess.surely(new Meaning.Answer("yes"));
        }
        boolean isContact = what.equals("person") || what.equals("decision maker");
        return Guess.surely(new Meaning.Said(Command.ADD, isContact ? "contact" : what));
    }

    private Guess margin(String said) {
        Matcher margin = MARGIN.matcher(said);
        boolean isTypedAsCommand = margin.matches() && said.startsWith("margin ") && !state.takesWords();
        return isTypedAsCommand
                        || (margin.matches()
                                && state.names().rowNamed(margin.group(1)).stream()
                                        .anyMatch(first -> first.question().equals(Worksheet.OPPORTUNITY)))
                ? Guess.surely(new Meaning.Said(Command.MARGIN, margin.group(1) + " " + margin.group(2)))
                : Guess.NO;
    }

    private static Guess goTo(String said) {
        return Stream.of(GO_TO.matcher(said), FIRST.matcher(said))
                .filter(Matcher::matches)
                .flatMap(matcher -> Optional.ofNullable(PLACES.get(Names.plain(matcher.group(1)))).stream())
                .findFirst()
                .map(place -> Guess.surely(new Meaning.Said(Command.GO_TO, place)))
                .orElse(Guess.NO);
    }

    /** At "looks right?" a number or a name alone says what to change. */
    private Guess atSummary(String said) {
        if (state.open().filter(Blank::isSummary).isEmpty()) {
            return Guess.NO;
        }
        String name = CorrectionSense.YES_BUT
                .matcher(said)
                .replaceFirst("")
                .replaceFirst("(?i) (?:is|was|looks) (?:wrong|not right|off|incorrect)$", "");
        Optional<Meaning> inOneGo = leading(name.replaceFirst("^(#?\\d+):? ", "$1 "), true);
        if (inOneGo.isPresent()
                && name.matches("(?s)#?\\d.*")
                && !DAY.matcher(said).matches()) {
            return Guess.surely(inOneGo.get());
        }
        boolean isName = name.split(" ", -1).length <= NAME_WORDS_MAX
                && !state.names().find(name).isEmpty();
        return isName ? Guess.surely(new Meaning.Said(Command.EDIT, BlankNames.bare(name))) : Guess.NO;
    }

    /** "The goal": an answer by its name, and nothing about it. */
    private Guess nameAlone(String said) {
        boolean isNamed = NAME_ALONE.matcher(said).matches()
                && !state.names().exactly(said).isEmpty();
        return isNamed ? Guess.probably(new Meaning.Said(Command.EDIT, BlankNames.bare(said))) : Guess.NO;
    }

    /** "Resin is 60% now": how likely an opportunity is. */
    private Guess chance(String said) {
        Matcher chance = ROW_PERCENT.matcher(said);
        List<Blank> rows = chance.matches()
                ? state.names().rowNamed(chance.group(1)).stream()
                        .filter(first -> first.question().equals(Worksheet.OPPORTUNITY))
                        .toList()
                : List.of();
        return rows.size() == 1
                ? Guess.surely(new Meaning.Put(
                        How.CORRECT,
                        new Blank(Worksheet.PROBABILITY, rows.get(0).row()),
                        chance.group(2)))
                : Guess.NO;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
