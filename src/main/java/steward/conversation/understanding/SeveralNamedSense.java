package steward.conversation.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.BlankNames;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.conversation.understanding.state.Kinds;
import steward.conversation.understanding.words.CorrectionSigns;
import steward.plan.Blank;

/** Reading 2, in part: several answers named in one message, each with its value: "HQ is Berlin, goal 2M". All of it has to be such. */
final class SeveralNamedSense implements Sense {

    private static final int PARTS_MAX = 6;
    private static final int NAME_WORDS_MAX = 3;

    private static final Pattern TIES =
            pattern("(?:,|;|\\.(?= )|\\n)\\s*(?:and |also |& )?|\\s+(?:and|&)\\s+(?:also )?");
    private static final Pattern VERB =
            pattern("^(?:(?:please|can you|also) )*(?:change|set|make|edit|update|put|correct|fix) ");
    private static final Pattern NAMED = pattern(
            "(?:the |our |my |her |his )?(\\S.*?)(?: ?[:=] ?| ?(?:->|→) ?| (?:is|are|was|ist|sind|es|est|é|è|should be|must be|to|at|moved to) )(?:now |actually |jetzt |ahora |agora |in |about )?(\\S.*)");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        if (state.plan().isEmpty() || !TIES.matcher(heard.text()).find()) {
            return Guess.NO;
        }
        CorrectionSigns signs = CorrectionSigns.in(heard.sentence());
        String said = VERB.matcher(signs.rest()).replaceFirst("");
        List<String> parts = List.of(TIES.split(said, PARTS_MAX + 1));
        if (parts.size() < 2 || parts.size() > PARTS_MAX) {
            return Guess.NO;
        }
        List<Part> values = new ArrayList<>();
        for (String part : parts) {
            Optional<Part> named = named(part, state).or(() -> ownAnswer(part, state));
            int last = values.size() - 1;
            if (named.isPresent()) {
                values.add(named.get());
            } else if (last >= 0 && Kinds.takesWords(values.get(last).blank())) {
                values.set(last, values.get(last).with(part));
            } else {
                return Guess.NO;
            }
        }
        boolean isSaid = values.stream().anyMatch(value -> !Kinds.takesWords(value.blank()))
                && values.stream().map(Part::blank).distinct().count() == values.size();
        return values.size() > 1 && isSaid ? Guess.surely(all(values, state)) : Guess.NO;
    }

    /** One answer that is named, and what it is. */
    private record Part(Blank blank, String value) {

        Part with(String more) {
            return new Part(blank, value + ", " + more);
        }

        Meaning meaning(ConversationState state) {
            if (state.isOpen(blank)) {
                return new Meaning.Answer(value);
            }
            boolean isAnswered = state.plan().flatMap(plan -> plan.kept(blank)).isPresent();
            return new Put(isAnswered ? How.CORRECT : How.FILL, blank, value);
        }
    }

    /** The open question's own answer comes last: it asks the next one. */
    private static Meaning all(List<Part> values, ConversationState state) {
        List<Meaning> meanings = Stream.concat(
                        values.stream().filter(value -> !state.isOpen(value.blank())),
                        values.stream().filter(value -> state.isOpen(value.blank())))
                .map(value -> value.meaning(state))
                .toList();
        Meaning all = meanings.get(meanings.size() - 1);
        for (int at = meanings.size() - 2; at >= 0; at--) {
            all = new Meaning.Both(meanings.get(at), all);
        }
        return all;
    }

    private static Optional<Part> named(String part, ConversationState state) {
        Matcher named = NAMED.matcher(part.strip());
        return Optional.of(named)
                .filter(Matcher::matches)
                .flatMap(found -> one(found.group(1), found.group(2).strip(), state))
                .or(() -> labelled(part.strip(), state));
    }

    /** "Goal 2M". */
    private static Optional<Part> labelled(String part, ConversationState state) {
        List<String> words = List.of(part.split(" ", -1));
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - 1); count > 0; count--) {
            Optional<Part> found = one(
                    String.join(" ", words.subList(0, count)),
                    String.join(" ", words.subList(count, words.size())),
                    state);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The one of that name which takes the value: in the row that is open, else the only one, else the newest. */
    private static Optional<Part> one(String name, String value, ConversationState state) {
        if (BlankNames.isNumber(name)) {
            return Optional.empty();
        }
        Set<Blank> called = new LinkedHashSet<>(
                state.open().map(open -> state.names().inRow(name, open)).orElse(List.of()));
        called.addAll(state.names().exactly(name));
        List<Blank> fitting = called.stream()
                .filter(blank ->
                        !Kinds.isYesNo(blank) && state.read(blank, value).isPresent())
                .toList();
        Optional<Blank> inOpenRow = fitting.stream()
                .filter(blank -> state.open()
                        .filter(open ->
                                open.row() == blank.row() && open.table().equals(blank.table()))
                        .isPresent())
                .findFirst();
        return inOpenRow
                .or(() -> fitting.stream().filter(blank -> fitting.size() == 1).findFirst())
                .or(() -> state.plan().stream()
                        .flatMap(plan -> plan.lastAnswered().stream())
                        .filter(fitting::contains)
                        .findFirst())
                .map(blank -> new Part(blank, value));
    }

    private static Optional<Part> ownAnswer(String part, ConversationState state) {
        return state.open()
                .filter(open -> !Kinds.takesWords(open) && !Kinds.isYesNo(open))
                .filter(open -> state.read(open, part.strip()).isPresent())
                .map(open -> new Part(open, part.strip()));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
