package steward.conversation.turn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.MeaningButtons;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.turn.writing.Undoing;
import steward.conversation.understanding.Understanding;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.ConversationState;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Part;
import steward.message.Words;
import steward.plan.Blank;
import steward.plan.Kind;
import steward.plan.Plan;
import steward.worksheet.questions.Question;

/** Does on a plan what the rep means, while a question of it is open; each tells whether that is to be asked (again) now. */
final class MeaningHandler implements Meaning.Cases<Boolean> {

    private static final int SECTION_BLANKS_MAX = 60;

    private final TurnWriter writer;
    private final Blank open;
    private final String said;
    private final Commands commands;
    private final AnswerHandler answering;

    MeaningHandler(TurnWriter writer, Blank open, String said) {
        this.writer = writer;
        this.open = open;
        this.said = said;
        this.commands = new Commands(writer);
        this.answering = new AnswerHandler(writer);
    }

    @Override
    public Boolean answer(Meaning.Answer answer) {
        boolean wasHeld = writer.plan().held(open).isPresent()
                && Understanding.options(said, writer.state()).size() > 1;
        int from = writer.plan().entries().size();
        answering.answer(open, answer.words());
        answer.beside()
                .ifPresent(topic -> writer.remark(new Part.Choices(
                        Abouts.of(writer.plan()),
                        List.of(new Button(
                                "It was a question to you", MeaningButtons.says(new Meaning.Help(topic)))))));
        if (wasHeld && writer.plan().isSettled(open)) {
            writer.tell("Saved.");
            undo(from);
        }
        return true;
    }

    @Override
    public Boolean skip() {
        commands.skip(open);
        return true;
    }

    // ── Commands ─────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Boolean command(Meaning.Said command) {
        String words = command.words();
        switch (command.command()) {
            case BACK -> back(words.isEmpty() ? 1 : Integer.parseInt(words));
            case HELP -> commands.help(open);
            case EDIT -> commands.edit(words);
            case KEEP -> commands.keep(open);
            case KEEP_ALL -> commands.keepAll(open);
            case ADD -> new Rows(writer).add(words);
            case REMOVE -> new Rows(writer).askToRemove(words);
            case UNDO -> writer.tell("To take something back, say `undo` in a message of its own.");
            case MARGIN -> new Rows(writer).margin(words);
            case FORM -> writer.note(Hints.formsOpenFromButtons());
            case STATUS -> commands.status();
            case SUMMARY -> {
                commands.summary();
                if (open.isSummary()) {
                    writer.askBriefly();
                }
            }
            case GO_TO -> goTo(words);
            case SKIP_SECTION -> skipSection();
            case RESTART -> restart();
            case CANCEL -> commands.cancel(open);
            case RENAME -> writer.tell("Say it like `rename Acme to Acme Glass`.");
            case RESUME, SWITCH -> {}
        }
        return true;
    }

    private void back(int count) {
        for (int i = 0; i < count; i++) {
            writer.plan().open().ifPresent(commands::back);
        }
    }

    /** The first blank there that has no answer yet; a table that is filled gets another row. */
    private void goTo(String place) {
        Plan plan = writer.plan();
        if (open.question().key().startsWith(place + ".") && !open.isAnother() && !open.headsRow()) {
            return;
        }
        Optional<Blank> unsettled = plan.blanks()
                .filter(blank -> blank.question().key().equals(place)
                        || blank.question().key().startsWith(place + "."))
                .filter(blank -> !plan.isSettled(blank) && !blank.isAnother() && !blank.equals(open))
                .findFirst();
        boolean isEmptyTable = unsettled
                .filter(blank -> blank.headsRow()
                        && plan.rows(blank.table().orElseThrow()).isEmpty())
                .isPresent();
        if (unsettled.isPresent() && !isEmptyTable) {
            restOfRow(unsettled.get()).forEach(blank -> writer.write(Kind.REOPENED, blank));
        } else if (RowFinder.table(place.replace('_', ' ')).isPresent()) {
            new Rows(writer).add(place.replace('_', ' '));
        } else {
            commands.edit(place);
        }
    }

    /** What of its row has no answer yet, the last first: the one reopened last is asked first. */
    private List<Blank> restOfRow(Blank first) {
        List<Blank> rest = new ArrayList<>(writer.plan()
                .blanks()
                .filter(blank -> blank.equals(first)
                        || (first.table().isPresent()
                                && blank.table().equals(first.table())
                                && blank.row() == first.row()
                                && blank.question().isNumbered()
                                && !blank.isAnother()
                                && !writer.plan().isSettled(blank)))
                .toList());
        Collections.reverse(rest);
        return rest;
    }

    private void skipSection() {
        int skipped = 0;
        Optional<Blank> next = Optional.of(open);
        while (skipped < SECTION_BLANKS_MAX
                && next.filter(blank -> blank.step().equals(open.step()) && !blank.isSummary())
                        .isPresent()) {
            commands.skip(next.get());
            next = writer.plan().open();
            skipped++;
        }
    }

    private void restart() {
        writer.tell(
                "Nothing is thrown away by a slip. Every answer can be changed, or this plan closed and another begun.");
        writer.note(new Part.Choices(
                Abouts.of(writer.plan()),
                List.of(new Button("Change the first answer", "edit 1"), new Button("Close this plan", "cancel"))));
    }

    @Override
    public Boolean remove(Meaning.Remove remove) {
        Blank asked = new Blank(
                remove.first().table().orElseThrow().remove(), remove.first().row());
        if (remove.isExact()) {
            new Rows(writer).removeNow(asked);
        } else {
            new Rows(writer).askToRemove(asked);
        }
        return true;
    }

    // ── Corrections ──────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Boolean put(Meaning.Put put) {
        if (put.value().isEmpty()) {
            writer.write(Kind.REOPENED, put.blank());
            return true;
        }
        int from = writer.plan().entries().size();
        Blank blank = put.blank();
        if (blank.headsRow()
                && blank.row() == writer.plan().nextRow(blank.table().orElseThrow())) {
            new Rows(writer).begin(blank.table().get());
        }
        change(blank, put.value(), from);
        return true;
    }

    /** Puts a value into a blank and says what stood there, with a way back. */
    private void change(Blank blank, String words, int from) {
        Optional<String> before = writer.facts().shown(blank);
        String hint = blank.question()
                .readKept(words, writer.situation(blank))
                .either(
                        kept -> {
                            writer.settle(Kind.ANSWERED, blank, kept, words);
                            return "";
                        },
                        unclear -> unclear);
        if (!hint.isEmpty()) {
            writer.remark(AnswerHandler.complaint(words, hint + " Nothing has changed."));
            return;
        }
        String now = writer.facts().shown(blank).orElse("");
        writer.note(new Part.Paragraph(
                before.map(old -> Words.of("*{}*: {} → {}", writer.facts().named(blank), old, now))
                        .orElseGet(() -> Words.of("*{}*: {}", writer.facts().named(blank), now))));
        undo(from);
    }

    private void undo(int from) {
        writer.note(new Part.Choices(
                Abouts.of(writer.plan()),
                List.of(Undoing.button(from, writer.plan().entries().size()))));
    }

    @Override
    public Boolean more(Meaning.More more) {
        Question<?> question = more.list().question();
        if (more.words().isEmpty()) {
            answering.answer(open, writer.plan().kept(more.list()).orElse(""));
            return true;
        }
        int from = writer.plan().entries().size();
        if (!question.answer().isList()) {
            change(more.list(), (writer.facts().shown(more.list()).orElse("") + " " + more.words()).strip(), from);
            return true;
        }
        String before = writer.plan()
                .kept(more.list())
                .map(kept -> items(question, kept))
                .orElse("");
        String added = question.readKept(more.words(), writer.situation(more.list()))
                .either(kept -> items(question, kept), hint -> more.words());
        change(more.list(), (before + "\n" + added).strip(), from);
        return true;
    }

    /** The items of a list, one a line. */
    private static String items(Question<?> question, String kept) {
        return ((List<?>) question.answer().restored(kept))
                .stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public Boolean which() {
        writer.tell("Which answer shall I change? Tap one, or say `edit` and its number.");
        List<Blank> last = writer.plan().lastAnswered().stream()
                .filter(blank -> blank.question().isNumbered() && !blank.isAnother() && !blank.isSummary())
                .filter(blank -> writer.plan().number(blank).isPresent())
                .limit(3)
                .toList();
        writer.noteWhich(last.stream()
                .map(blank -> new Button(
                        writer.facts().named(blank),
                        "edit " + writer.plan().number(blank).orElseThrow()))
                .toList());
        writer.asks(commands.whichAnswer(last));
        return true;
    }

    // ── Questions, and not now ───────────────────────────────────────────────────────────────────────────

    @Override
    public Boolean help(Meaning.Help help) {
        writer.note(new TopicHelp(writer.plan(), writer.context().reader()).about(help.topic()));
        writer.askBriefly();
        return true;
    }

    @Override
    public Boolean later(Meaning.Later later) {
        commands.pause(writer.plan().open().orElse(open), later.until());
        return false;
    }

    @Override
    public Boolean talk(Meaning.Talk talk) {
        writer.whisper(talk.isThanks() ? "Any time. Where we were:" : "Hello! Where we were:");
        return true;
    }

    // ── Doubt ────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Boolean ask(Meaning.Ask ask) {
        writer.write(Kind.HELD, open, "", said);
        return true;
    }

    @Override
    public Boolean side(Meaning.Side side) {
        return true;
    }

    @Override
    public Boolean held(Meaning.Held reply) {
        String held = writer.plan().held(open).orElse("");
        if (reply.isAnswered()) {
            ConversationState state = writer.state();
            String words = Understanding.options(held, state).stream()
                    .flatMap(option ->
                            option instanceof Meaning.Answer answer ? Stream.of(answer.words()) : Stream.empty())
                    .findFirst()
                    .orElse(held);
            answering.answer(open, words);
            return true;
        }
        writer.write(Kind.LET_GO, open);
        return reply.picked().map(meaning -> meaning.told(this)).orElse(true);
    }

    @Override
    public Boolean both(Meaning.Both both) {
        Boolean first = both.first().told(this);
        MeaningHandler next = new MeaningHandler(writer, writer.plan().open().orElse(open), said);
        return both.second().told(next) && first;
    }

    // ── Done elsewhere ───────────────────────────────────────────────────────────────────────────────────

    @Override
    public Boolean look(Meaning.Look look) {
        return true;
    }

    @Override
    public Boolean job(Meaning.Job job) {
        return true;
    }

    @Override
    public Boolean slash(Meaning.Slash slash) {
        return true;
    }
}
