package steward.conversation.turn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.Kinds;
import steward.dashboard.Abouts;
import steward.dashboard.ActionLines;
import steward.dashboard.Quoted;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Entry;
import steward.plan.Kind;
import steward.worksheet.Worksheet;

/** Changes answers where they were given: by a reply in the question's thread, or by editing the message that gave them. */
final class AnswerEdits {

    private final TurnWriter writer;

    AnswerEdits(TurnWriter writer) {
        this.writer = writer;
    }

    /** Puts a new answer into a blank that is not the open one, and says what changed. */
    Part amend(Blank blank, String words) {
        String before = writer.facts().value(blank).text();
        String hint = blank.question()
                .readKept(words, writer.situation(blank))
                .either(
                        kept -> {
                            writer.settle(Kind.ANSWERED, blank, kept, words);
                            return "";
                        },
                        unclear -> unclear);
        if (!hint.isEmpty()) {
            writer.write(Kind.UNREAD, blank, "", words);
            return AnswerHandler.complaint(words, hint + " Nothing has changed.");
        }
        return new Part.Paragraph(Words.of(
                "Changed *{}* at *{}* from {} to {}.",
                writer.facts().named(blank),
                ActionLines.account(writer.plan(), writer.context().reader()),
                before,
                writer.facts().value(blank).text()));
    }

    // ── Edited messages ──────────────────────────────────────────────────────────────────────────────────

    /** The message gave these answers, or could not be read: what it says now changes those that still stand. */
    void edited(List<Entry> written, String said) {
        List<Entry> given = given(written);
        Optional<Entry> apart = written.stream().filter(AnswerEdits::isApart).reduce((earlier, later) -> later);
        if (apart.isPresent()) {
            apart(apart.get(), said);
            sayOrAsk();
            return;
        }
        if (given.size() == 1) {
            changed(given.get(0), said);
        } else if (given.size() > 1) {
            List<String> lines = said.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() == given.size()) {
                for (int i = 0; i < given.size(); i++) {
                    changed(given.get(i), lines.get(i));
                }
            } else {
                writer.tell("That message gave " + given.size()
                        + " answers, one a line, so I need as many lines again. Nothing has changed.");
            }
        }
        if (!given.isEmpty()) {
            sayOrAsk();
        }
    }

    /** Whether it answered a question on no step whose answer lives on: how an opportunity ended, how many more hours. */
    private static boolean isApart(Entry entry) {
        return entry.kind() == Kind.ANSWERED
                && List.of(Worksheet.WON, Worksheet.LOST, Worksheet.MORE_HOURS)
                        .contains(blank(entry).question());
    }

    private void apart(Entry entry, String said) {
        Blank blank = blank(entry);
        String hint = blank.question()
                .readKept(said, writer.situation(blank))
                .either(
                        kept -> {
                            apart(blank, entry.value(), kept, said);
                            return "";
                        },
                        unclear -> unclear);
        if (!hint.isEmpty()) {
            writer.note(AnswerHandler.complaint(said, hint + " Nothing has changed."));
        }
    }

    private void apart(Blank blank, String then, String kept, String said) {
        if (blank.question().equals(Worksheet.MORE_HOURS)) {
            writer.settle(Kind.ANSWERED, blank, kept, said);
            new AnswerHandler(writer).moreHours(Worksheet.MORE_HOURS.answer().restored(kept), said);
        } else {
            new OpportunityOutcomes(writer).amend(blank, then, kept, said);
        }
    }

    private void changed(Entry entry, String said) {
        Blank blank = blank(entry);
        Optional<String> answer = Understanding.answerIn(said, writer.state().at(blank));
        boolean open = writer.plan().open().filter(blank::equals).isPresent();
        if (answer.filter(words -> words.strip().equals(entry.said().strip())).isPresent()
                || said.strip().equals(entry.said().strip())) {
            return;
        }
        if (answer.isEmpty()) {
            writer.tell(
                    "An edited message can only change its answer, so nothing has changed. To say that, write it as a new message.");
        } else if (!stands(entry, blank)) {
            writer.tell(
                    "That message's answer has been replaced since, so nothing has changed: *{}* is {}.",
                    writer.facts().named(blank),
                    writer.facts().value(blank).text());
        } else if (isDoubtful(answer.get(), blank)) {
            writer.tell(
                    "I'm not sure that “{}” is your answer for *{}*, so nothing has changed.",
                    Quoted.from(said),
                    writer.facts().named(blank));
            writer.note(new Part.Choices(
                    Abouts.of(writer.plan()),
                    List.of(new Button(
                            "Yes, change it",
                            "edit " + writer.plan().number(blank).orElseThrow() + " " + said.strip()))));
        } else if (open) {
            new AnswerHandler(writer).answer(blank, answer.get());
        } else {
            writer.note(amend(blank, answer.get()));
        }
    }

    /** Whether a new message of these words would be asked about, where words are asked for: "30 min" as what is to be done. */
    private boolean isDoubtful(String said, Blank blank) {
        return Kinds.takesWords(blank)
                && writer.plan().number(blank).isPresent()
                && said.length() <= Hints.TAPPED_CHARACTERS_MAX
                && Understanding.of(said, writer.state().at(blank)) instanceof Meaning.Ask;
    }

    /** Asks anew if the open question is another one now; else says what there is to say. */
    private void sayOrAsk() {
        if (writer.isAskedFor()) {
            writer.noteRoti();
            writer.sayNotes();
        } else {
            writer.askOrRest();
        }
    }

    /** Deleting changes nothing, and the rep is told so if there was something that it might have changed. */
    void deleted(List<Entry> written) {
        given(written).stream()
                .filter(entry -> entry.kind() == Kind.ANSWERED && stands(entry, blank(entry)))
                .forEach(entry -> writer.tell(
                        "Deleting a message changes nothing: *{}* is still {}. `edit "
                                + writer.plan().number(blank(entry)).orElseThrow() + "` changes it.",
                        writer.facts().named(blank(entry)),
                        writer.facts().value(blank(entry)).text()));
        writer.sayNotes();
    }

    /** The answers that a message gave or tried to give, the last to each blank, in the order of its lines. */
    private static List<Entry> given(List<Entry> written) {
        Map<Blank, Entry> given = new LinkedHashMap<>();
        written.stream()
                .filter(entry ->
                        entry.kind() == Kind.ANSWERED || entry.kind() == Kind.SKIPPED || entry.kind() == Kind.UNREAD)
                .filter(entry -> blank(entry).question().isNumbered())
                .forEach(entry -> given.put(blank(entry), entry));
        return List.copyOf(given.values());
    }

    private static Blank blank(Entry entry) {
        return new Blank(Worksheet.question(entry.question()).orElseThrow(), entry.row());
    }

    /** Whether nothing has been said about the blank since: the entry is the last of its kind there. */
    private boolean stands(Entry entry, Blank blank) {
        Optional<Entry> last = writer.plan().entries().stream()
                .filter(later -> later.question().equals(entry.question()) && later.row() == entry.row())
                .filter(later ->
                        later.kind() == Kind.ANSWERED || later.kind() == Kind.SKIPPED || later.kind() == Kind.UNREAD)
                .reduce((earlier, later) -> later);
        return last.filter(entry::equals).isPresent() && writer.plan().blanks().anyMatch(blank::equals);
    }
}
