package steward.conversation.turn.writing;

import java.util.Locale;
import java.util.Optional;
import steward.conversation.understanding.meaning.Meaning;
import steward.dashboard.DayWords;
import steward.dashboard.PlanFacts;
import steward.message.Control.Button;
import steward.message.Control.Weight;
import steward.message.Shortened;
import steward.plan.Blank;

/** What a rep taps to say which of several meanings is theirs; a meaning that no button can say has none. */
public final class MeaningButtons implements Meaning.Cases<Optional<Button>> {

    private static final int VALUE_CHARACTERS_MAX = 24;

    private final PlanFacts facts;
    private final TurnWriter writer;
    private final String place;

    /** @param place by which it is picked under “is that your answer?”, "the first" */
    public MeaningButtons(TurnWriter writer, String place) {
        this.writer = writer;
        this.place = place;
        this.facts = writer.facts();
    }

    @Override
    public Optional<Button> answer(Meaning.Answer answer) {
        return answer.words().length() > Hints.TAPPED_CHARACTERS_MAX
                ? Optional.empty()
                : Optional.of(new Button("Yes, save it", "answer: " + answer.words(), Weight.PRIMARY));
    }

    @Override
    public Optional<Button> skip() {
        return Optional.of(new Button("Not known yet", "skip"));
    }

    @Override
    public Optional<Button> command(Meaning.Said command) {
        return switch (command.command()) {
            case HELP -> Optional.of(new Button("Explain the question", "help"));
            case EDIT -> Optional.of(new Button("Change an answer", "edit"));
            case REMOVE -> Optional.of(new Button("Remove " + shortened(command.words()), "remove " + command.words()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Button> put(Meaning.Put put) {
        String name = facts.labelAlone(put.blank());
        return Optional.of(
                put.value().isEmpty()
                        ? new Button("Change " + lower(name), "edit " + key(put.blank()))
                        : new Button(
                                name + ": " + shortened(put.value()), "edit " + key(put.blank()) + " " + put.value()));
    }

    /** A blank with a number goes by that; one that has none yet, by its key and its row. */
    private String key(Blank blank) {
        return writer.plan()
                .number(blank)
                .map(String::valueOf)
                .orElse(blank.question().key() + (blank.row() == 0 ? "" : "#" + blank.row()));
    }

    @Override
    public Optional<Button> remove(Meaning.Remove remove) {
        String name = writer.facts().shown(remove.first()).orElse("");
        return Optional.of(new Button("Remove " + shortened(name), "remove " + name));
    }

    @Override
    public Optional<Button> more(Meaning.More more) {
        return more.words().isEmpty()
                ? facts.shown(more.list()).map(same -> new Button(shortened(same), "answer: " + same))
                : Optional.of(new Button(
                        "Add it to " + lower(facts.labelAlone(more.list())),
                        "add to " + more.list().question().key() + ": " + more.words()));
    }

    @Override
    public Optional<Button> help(Meaning.Help help) {
        return Optional.of(new Button("It is a question to you", says(help)));
    }

    public static String says(Meaning.Help help) {
        return "help " + help.topic().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Button> look(Meaning.Look look) {
        return Optional.empty();
    }

    @Override
    public Optional<Button> job(Meaning.Job job) {
        return switch (job.kind()) {
            case NEW_PLAN ->
                Optional.of(new Button("Start a plan for " + shortened(job.typed()), "/plan " + job.typed()));
            case TIME_ON_WHAT -> Optional.of(new Button("Log it as time", "/time " + job.typed()));
            case DONE -> Optional.of(new Button("It is done", place));
            case SNOOZE -> Optional.of(new Button("Remind me…", place));
            case MOVE -> Optional.of(new Button("Move it…", place));
            case CHANCE, STILL_OPEN -> Optional.of(new Button("About the one listed", place));
            case TIME, ADD, DROP, WON, LOST, PLAN -> Optional.empty();
        };
    }

    @Override
    public Optional<Button> later(Meaning.Later later) {
        return later.until()
                .map(until -> new Button(
                        "Ask me "
                                + DayWords.on(
                                        until.toLocalDate(), writer.context().today()),
                        "pause until " + until))
                .or(() -> Optional.of(new Button("Pause", "pause")));
    }

    @Override
    public Optional<Button> slash(Meaning.Slash slash) {
        return Optional.empty();
    }

    @Override
    public Optional<Button> side(Meaning.Side side) {
        return Optional.of(new Button(shortened(side.label()), place));
    }

    @Override
    public Optional<Button> held(Meaning.Held reply) {
        return Optional.empty();
    }

    @Override
    public Optional<Button> talk(Meaning.Talk talk) {
        return Optional.empty();
    }

    @Override
    public Optional<Button> which() {
        return Optional.empty();
    }

    @Override
    public Optional<Button> both(Meaning.Both both) {
        Meaning next = both.second() instanceof Meaning.Both more ? more.first() : both.second();
        return next instanceof Meaning.Put put
                ? Optional.of(new Button(shortened(put.value()) + ": " + lower(facts.labelAlone(put.blank())), place))
                : Optional.empty();
    }

    @Override
    public Optional<Button> ask(Meaning.Ask ask) {
        return Optional.empty();
    }

    private static String shortened(String words) {
        return Shortened.to(VALUE_CHARACTERS_MAX, words);
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
