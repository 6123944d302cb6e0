package steward.conversation.actions;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import steward.conversation.session.TurnContext;
import steward.plan.accounts.Names;
import steward.worksheet.time.TypedTimeEntry;
import steward.worksheet.time.TypedTimeEntry.Mark;
import steward.worksheet.time.TypedTimeEntry.Word;

/**
 * What a rep says is done, and how long it took: "call dana, took 30 min".
 *
 * @param name the words that name it
 * @param time how long it took, as typed; empty if they did not say
 */
public record CompletedAction(String name, String time) {

    /** Around the time, these say no more than that it took so long. */
    private static final Set<String> TIES = Set.of(
            "", "it", "that", "this", "took", "me", "us", "in", "after", "for", "about", "only", "just", "spent");

    private static final Pattern AROUND = Pattern.compile("^[\\s(,:;]+|[\\s),:;.!]+$");

    /** Ways to read what is said to be done: all of it as its name, or as much as stands before a time. */
    static Stream<CompletedAction> readings(String said, TurnContext context) {
        List<String> words = List.of(said.strip().split("\\s+", 0));
        Stream<CompletedAction> timed = IntStream.iterate(words.size() - 1, count -> count > 0, count -> count - 1)
                .mapToObj(count -> new CompletedAction(
                        String.join(" ", words.subList(0, count)),
                        withUnit(String.join(" ", words.subList(count, words.size())), context)))
                .filter(reading -> !reading.time().isEmpty());
        return Stream.concat(Stream.of(new CompletedAction(said, "")), timed);
    }

    /** Behind a name a bare number may belong to that: "room 2". */
    private static String withUnit(String said, TurnContext context) {
        return scan(said, context).isUnitSaid() ? time(said, context) : "";
    }

    /** The time in what is said besides the name, if that says nothing else; empty if it does. */
    public static String time(String said, TurnContext context) {
        TypedTimeEntry words = scan(said, context);
        boolean isAll = words.day().isEmpty()
                && words.upkeep().isEmpty()
                && words.words().stream()
                        .filter(word -> word.mark() == Mark.OTHER)
                        .allMatch(word -> TIES.contains(Names.plain(word.text())));
        String time = words.words().stream()
                .filter(word -> word.mark() == Mark.TIME)
                .map(Word::text)
                .collect(Collectors.joining(" "));
        return isAll ? AROUND.matcher(time).replaceAll("") : "";
    }

    private static TypedTimeEntry scan(String said, TurnContext context) {
        return TypedTimeEntry.of(said, context.today(), context.notation(), name -> false);
    }
}
