package steward.conversation.turn;

import java.util.List;
import steward.conversation.turn.writing.Hints;
import steward.conversation.turn.writing.TurnWriter;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.dashboard.Abouts;
import steward.message.Control.Button;
import steward.message.Part;
import steward.plan.Status;

/** Does on a plan what the rep means, while no question of it is open. */
final class IdleHandler implements Meaning.Cases<Boolean> {

    private final TurnWriter writer;
    private final Commands commands;

    IdleHandler(TurnWriter writer) {
        this.writer = writer;
        this.commands = new Commands(writer);
    }

    private boolean isClosed() {
        if (writer.plan().status() == Status.CLOSED) {
            writer.note(Hints.closed(writer.plan()));
            return true;
        }
        return false;
    }

    private Boolean running() {
        if (!isClosed()) {
            writer.note(Hints.running(writer.plan()));
        }
        return true;
    }

    private Boolean nothingOpen() {
        if (!isClosed()) {
            writer.tell("No question is open just now.");
        }
        return true;
    }

    @Override
    public Boolean command(Meaning.Said said) {
        boolean looks = said.command() == Command.STATUS || said.command() == Command.SUMMARY;
        if (!looks && isClosed()) {
            return true;
        }
        switch (said.command()) {
            case EDIT -> commands.edit(said.words());
            case STATUS, RESUME -> commands.status();
            case SUMMARY -> commands.summary();
            case ADD -> new Rows(writer).add(said.words());
            case GO_TO -> new Rows(writer).add(said.words().replace('_', ' '));
            case REMOVE -> new Rows(writer).askToRemove(said.words());
            case UNDO -> writer.tell("To take something back, say `undo` in a message of its own.");
            case MARGIN -> new Rows(writer).margin(said.words());
            case FORM -> writer.note(Hints.formsOpenFromButtons());
            case BACK, KEEP, KEEP_ALL, SKIP_SECTION, RESTART -> writer.tell("No question is open just now.");
            case CANCEL ->
                writer.tell(
                        "Nothing is being changed just now. To end the plan, type `/plan close {}`.",
                        writer.plan().account());
            case RENAME -> writer.tell("Say it like `rename Acme to Acme Glass`.");
            case HELP, SWITCH -> writer.note(Hints.running(writer.plan()));
        }
        return true;
    }

    @Override
    public Boolean put(Meaning.Put put) {
        if (!isClosed()) {
            new MeaningHandler(writer, put.blank(), put.value()).put(put);
        }
        return true;
    }

    @Override
    public Boolean remove(Meaning.Remove remove) {
        if (!isClosed()) {
            new MeaningHandler(writer, remove.first(), "").remove(remove);
        }
        return true;
    }

    @Override
    public Boolean more(Meaning.More more) {
        if (!isClosed() && !more.words().isEmpty()) {
            new MeaningHandler(writer, more.list(), "").more(more);
        }
        return true;
    }

    @Override
    public Boolean help(Meaning.Help help) {
        writer.note(new TopicHelp(writer.plan(), writer.context().reader()).about(help.topic()));
        return true;
    }

    @Override
    public Boolean talk(Meaning.Talk talk) {
        if (!talk.isThanks()) {
            return running();
        }
        if (!isClosed()) {
            writer.whisper("Any time.");
        }
        return true;
    }

    @Override
    public Boolean both(Meaning.Both both) {
        both.first().told(this);
        return both.second().told(this);
    }

    @Override
    public Boolean side(Meaning.Side side) {
        return running();
    }

    @Override
    public Boolean held(Meaning.Held reply) {
        return running();
    }

    /** Words that ask for nothing may be something to do. */
    @Override
    public Boolean answer(Meaning.Answer answer) {
        running();
        boolean mayBeDone = writer.plan().status() == Status.RUNNING
                && answer.words().contains(" ")
                && answer.words().length() <= Hints.TAPPED_CHARACTERS_MAX;
        if (mayBeDone) {
            writer.note(new Part.Choices(
                    Abouts.of(writer.plan()),
                    List.of(new Button("Add it as an action", "/actions add " + answer.words()))));
        }
        return true;
    }

    @Override
    public Boolean skip() {
        return nothingOpen();
    }

    @Override
    public Boolean later(Meaning.Later later) {
        return nothingOpen();
    }

    @Override
    public Boolean which() {
        return running();
    }

    @Override
    public Boolean ask(Meaning.Ask ask) {
        return running();
    }

    @Override
    public Boolean look(Meaning.Look look) {
        return running();
    }

    @Override
    public Boolean job(Meaning.Job job) {
        return running();
    }

    @Override
    public Boolean slash(Meaning.Slash slash) {
        return running();
    }
}
