package steward.conversation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.conversation.understanding.meaning.Command;
import steward.conversation.understanding.meaning.Meaning;
import steward.plan.Blank;

/** A meaning as the table writes it. */
final class MeaningNotation implements Meaning.Cases<String> {

    private static final Pattern ACTION = Pattern.compile("/actions (time|later|move) \\d+ (.+)");

    private final String said;

    private MeaningNotation(String said) {
        this.said = said;
    }

    /** @param said what was typed: an answer that is all of it is written without its words */
    static String of(Meaning meaning, String said) {
        return meaning.told(new MeaningNotation(said));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Blank blank) {
        return blank.question().key() + (blank.row() == 0 ? "" : "#" + blank.row());
    }

    private static String words(String first, String second) {
        return (first + " " + second).strip();
    }

    @Override
    public String answer(Meaning.Answer answer) {
        String words = answer.words().strip().equals(said.strip()) ? "answer" : "answer " + answer.words();
        return answer.beside().map(topic -> "answer beside help " + name(topic)).orElse(words);
    }

    @Override
    public String skip() {
        return "skip";
    }

    @Override
    public String command(Meaning.Said command) {
        String name = command.command() == Command.GO_TO
                ? "goto"
                : command.command() == Command.SKIP_SECTION ? "skip section" : name(command.command());
        return words("command " + name, command.words());
    }

    @Override
    public String put(Meaning.Put put) {
        String verb = put.how() == Meaning.Put.How.EDIT ? "command edit" : name(put.how());
        return words(verb + " " + name(put.blank()), put.value());
    }

    @Override
    public String remove(Meaning.Remove remove) {
        return "command remove " + remove.first().table().orElseThrow().key() + "#"
                + remove.first().row();
    }

    @Override
    public String more(Meaning.More more) {
        return more.words().isEmpty() ? "same " + name(more.list()) : words("more " + name(more.list()), more.words());
    }

    @Override
    public String help(Meaning.Help help) {
        return "help " + name(help.topic());
    }

    @Override
    public String look(Meaning.Look look) {
        return words("look " + name(look.at()), look.name());
    }

    @Override
    public String job(Meaning.Job job) {
        return switch (job.kind()) {
            case TIME_ON_WHAT -> "log";
            case NEW_PLAN -> "plan new " + job.typed();
            default -> words(name(job.kind()), job.typed());
        };
    }

    @Override
    public String later(Meaning.Later later) {
        return words("later", later.until().map(Object::toString).orElse(""));
    }

    @Override
    public String slash(Meaning.Slash slash) {
        return "slash " + slash.typed();
    }

    @Override
    public String side(Meaning.Side side) {
        Matcher value = ACTION.matcher(side.says());
        return value.matches() ? "side " + value.group(1) + " " + value.group(2) : "side pick " + side.says();
    }

    @Override
    public String held(Meaning.Held reply) {
        return reply.picked()
                .map(meaning -> "pick " + of(meaning, said))
                .orElse(reply.isAnswered() ? "save" : "let go");
    }

    @Override
    public String talk(Meaning.Talk talk) {
        return "talk";
    }

    @Override
    public String which() {
        return "ask which";
    }

    @Override
    public String both(Meaning.Both both) {
        return both.first().told(this) + " + " + both.second().told(this);
    }

    @Override
    public String ask(Meaning.Ask ask) {
        return "ask "
                + ask.options().stream()
                        .map(option -> option.isAnswer() ? "answer" : option.told(this))
                        .collect(Collectors.joining("|"));
    }
}
