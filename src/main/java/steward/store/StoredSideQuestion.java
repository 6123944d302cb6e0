package steward.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import steward.message.About;
import steward.message.SideQuestion;
import steward.message.SideQuestion.Option;
import steward.message.SideQuestion.Value;
import steward.rep.RepId;

/** What a rep was asked last beside the worksheet: a line for a value that was asked for, and one for each thing to be picked. */
final class StoredSideQuestion {

    private static final String VALUE = "value";
    private static final String WORDS = "words";
    private static final String OPTION = "option";

    private StoredSideQuestion() {}

    /** @param kept as it is kept; empty if nothing was asked */
    static Optional<SideQuestion> read(String kept) {
        return Optional.of(kept).filter(text -> !text.isEmpty()).map(StoredSideQuestion::question);
    }

    static void keep(Handle handle, RepId rep, Optional<SideQuestion> question) {
        handle.createUpdate("""
                        insert into rep (team_id, user_id, asked_beside)
                        values (:team, :user, :asked)
                        on conflict (team_id, user_id) do update
                        set asked_beside = excluded.asked_beside
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("asked", question.map(StoredSideQuestion::text).orElse(""))
                .execute();
    }

    private static String text(SideQuestion question) {
        Stream<String> values = Stream.concat(
                question.value().stream().map(asked -> line(VALUE, asked)),
                question.words().stream().map(asked -> line(WORDS, asked)));
        Stream<String> options = question.options().stream()
                .map(option ->
                        line(OPTION, String.valueOf(option.number()), option.name(), option.plan(), option.says(), ""));
        return Stream.concat(values, options).collect(Collectors.joining("\n"));
    }

    private static String line(String kind, Value asked) {
        return line(
                kind,
                asked.about().plan(),
                asked.about().question(),
                String.valueOf(asked.about().row()),
                asked.says(),
                asked.label());
    }

    /** Fields with tabs between; a tab or a new line inside one is a space, which no name or command tells apart. */
    private static String line(String... fields) {
        return Stream.of(fields)
                .map(field -> field.replaceAll("[\\t\\r\\n]", " "))
                .collect(Collectors.joining("\t"));
    }

    private static SideQuestion question(String text) {
        List<Option> options = new ArrayList<>();
        Optional<Value> value = Optional.empty();
        Optional<Value> words = Optional.empty();
        for (String line : text.split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(VALUE)) {
                value = Optional.of(value(fields));
            } else if (fields[0].equals(WORDS)) {
                words = Optional.of(value(fields));
            } else {
                options.add(new Option(Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]));
            }
        }
        return new SideQuestion(options, value, words);
    }

    private static Value value(String[] fields) {
        return new Value(new About(fields[1], fields[2], Integer.parseInt(fields[3])), fields[4], fields[5]);
    }
}
