package steward.conversation.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Kinds;
import steward.dashboard.Quoted;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.OpportunityWords;
import steward.worksheet.Signature;
import steward.worksheet.Worksheet;
import steward.worksheet.answers.ListAnswer;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;

/** A whole row in one message: its lines answer the row's questions in order, or its words hold an answer to several of them. */
final class RowLines {

    /** Names have commas of their own, and no semicolons: whoever writes one goes on to the next question of the row. */
    private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

    private final TurnWriter writer;

    RowLines(TurnWriter writer) {
        this.writer = writer;
    }

    /** Saves a row if the words at its first question are one. */
    boolean fill(Blank first, String words) {
        if (!first.headsRow()) {
            return false;
        }
        List<String> lines =
                lines(Kinds.isPerson(first) ? SEMICOLON.matcher(words).replaceAll("\n") : words);
        if (lines.size() > 1 && !(Kinds.isPerson(first) && Signature.read(words).isPresent())) {
            inOrder(first, lines);
            return true;
        }
        Optional<Map<Question<?>, String>> parts = first.question().equals(Worksheet.OPPORTUNITY) && isNew(first)
                ? OpportunityWords.read(words, writer.situation(first))
                : Optional.empty();
        parts.ifPresent(row -> {
            List<Unread> unread = new ArrayList<>();
            row.forEach(
                    (column, part) -> save(new Blank(column, first.row()), part).ifPresent(unread::add));
            complain(unread);
        });
        return parts.isPresent();
    }

    /** Without bullets or numbers, if every line has one. */
    private static List<String> lines(String words) {
        List<String> lines =
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> bare = lines.stream().map(ListAnswer::withoutBullet).toList();
        boolean isList = IntStream.range(0, lines.size())
                .noneMatch(i -> bare.get(i).isEmpty() || bare.get(i).equals(lines.get(i)));
        return isList ? bare : lines;
    }

    private boolean isNew(Blank first) {
        return first.table().orElseThrow().columns().stream()
                .map(column -> new Blank(column, first.row()))
                .allMatch(blank -> writer.plan().kept(blank).isEmpty());
    }

    /** Saves what can be read, each with an echo; the first line that can't be is complained about, and its question asked. */
    private void inOrder(Blank first, List<String> lines) {
        List<Unread> unread = new ArrayList<>();
        int used = 0;
        for (Question<?> column : first.table().orElseThrow().columns()) {
            Blank blank = new Blank(column, first.row());
            if (used < lines.size() && writer.plan().blanks().anyMatch(blank::equals)) {
                save(blank, lines.get(used)).ifPresent(unread::add);
                used++;
            }
        }
        if (used < lines.size()) {
            String rest = String.join(" / ", lines.subList(used, lines.size()));
            writer.tell("There was no question for “{}”.", Quoted.from(rest));
        }
        complain(unread);
    }

    /** A part that its question could not read. */
    private record Unread(Blank blank, String line, Reading<?> reading) {}

    /** About the first of them: its question is asked next. */
    private void complain(List<Unread> unread) {
        unread.stream().findFirst().ifPresent(first -> {
            AnswerHandler.complaint(writer, first.blank(), first.line(), first.reading());
            writer.askBriefly();
        });
    }

    /** Saves one line and echoes it, or gives it back unread. */
    private Optional<Unread> save(Blank blank, String line) {
        ConversationState state = writer.state().at(blank);
        if (Understanding.isSkip(line, state)) {
            writer.settle(Kind.SKIPPED, blank, "", "");
            writer.note(writer.facts().settled(blank));
            return Optional.empty();
        }
        String answer = Understanding.answerIn(line, state).orElse(line);
        Reading<String> reading = blank.question().readKept(answer, writer.situation(blank));
        return reading.either(
                kept -> {
                    writer.settle(Kind.ANSWERED, blank, kept, answer);
                    writer.note(writer.facts().settled(blank));
                    return Optional.empty();
                },
                hint -> {
                    writer.write(Kind.UNREAD, blank, "", line);
                    return Optional.of(new Unread(blank, line, reading));
                });
    }
}
