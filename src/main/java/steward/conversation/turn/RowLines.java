package steward.conversation.turn;

import java.util.List;
import java.util.Optional;
import steward.dashboard.Quoted;
import steward.message.Part;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.worksheet.questions.Question;

/** A whole row in one message: its lines answer the row's questions in order. */
final class RowLines {

    private final Pen pen;

    RowLines(Pen pen) {
        this.pen = pen;
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
            if (used < lines.size() && pen.plan().blanks().anyMatch(blank::equals)) {
                Optional<Part> unread = save(blank, lines.get(used));
                complaint = complaint.isPresent() ? complaint : unread;
                used++;
            }
        }
        if (used < lines.size()) {
            String rest = String.join(" / ", lines.subList(used, lines.size()));
            pen.tell("There was no question for “{}”.", Quoted.from(rest));
        }
        complaint.ifPresent(part -> {
            pen.remark(part);
            pen.askBriefly();
        });
    }

    /** Saves one line and echoes it, or gives the complaint about it. */
    private Optional<Part> save(Blank blank, String line) {
        Utterance utterance = Utterance.of(line);
        if (utterance.command() == Command.SKIP && !Answering.isOwnWord(blank.question(), line)) {
            pen.settle(Kind.SKIPPED, blank, "", "");
            pen.note(pen.facts().settled(blank));
            return Optional.empty();
        }
        String answer = utterance.command() == Command.ANSWER ? utterance.words() : line;
        return blank.question()
                .readKept(answer, pen.situation(blank))
                .either(
                        kept -> {
                            pen.settle(Kind.ANSWERED, blank, kept, answer);
                            pen.note(pen.facts().settled(blank));
                            return Optional.empty();
                        },
                        hint -> {
                            pen.write(Kind.UNREAD, blank, "", line);
                            return Optional.of(Answering.complaint(line, hint));
                        });
    }
}
