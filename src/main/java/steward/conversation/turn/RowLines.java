package steward.conversation.turn;

import java.util.List;
import java.util.Optional;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.state.ConversationState;
import steward.dashboard.Quoted;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.questions.Question;

/** A whole row in one message: its lines answer the row's questions in order. */
final class RowLines {

    private final TurnWriter writer;

    RowLines(TurnWriter writer) {
        this.writer = writer;
    }

    static boolean areIn(String words) {
        return words.lines().filter(line -> !line.isBlank()).limit(2).count() == 2;
    }

    /** Saves what can be read, each with an echo; the first line that can't be is complained about, and its question asked. */
    void fill(Blank first, String words) {
        List<String> lines =
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Optional<Part> complaint = Optional.empty();
        int used = 0;
        for (Question<?> column : first.table().orElseThrow().columns()) {
            Blank blank = new Blank(column, first.row());
            if (used < lines.size() && writer.plan().blanks().anyMatch(blank::equals)) {
                Optional<Part> unread = save(blank, lines.get(used));
                complaint = complaint.isPresent() ? complaint : unread;
                used++;
            }
        }
        if (used < lines.size()) {
            String rest = String.join(" / ", lines.subList(used, lines.size()));
            writer.tell("There was no question for “{}”.", Quoted.from(rest));
        }
        complaint.ifPresent(part -> {
            writer.remark(part);
            writer.askBriefly();
        });
    }

    /** Saves one line and echoes it, or gives the complaint about it. */
    private Optional<Part> save(Blank blank, String line) {
        ConversationState state = writer.state().at(blank);
        if (Understanding.isSkip(line, state)) {
            writer.settle(Kind.SKIPPED, blank, "", "");
            writer.note(writer.facts().settled(blank));
            return Optional.empty();
        }
        String answer = Understanding.answerIn(line, state).orElse(line);
        return blank.question()
                .readKept(answer, writer.situation(blank))
                .either(
                        kept -> {
                            writer.settle(Kind.ANSWERED, blank, kept, answer);
                            writer.note(writer.facts().settled(blank));
                            return Optional.empty();
                        },
                        hint -> {
                            writer.write(Kind.UNREAD, blank, "", line);
                            return Optional.of(AnswerHandler.complaint(line, hint));
                        });
    }
}
