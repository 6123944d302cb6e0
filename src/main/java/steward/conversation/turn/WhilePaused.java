package steward.conversation.turn;

import steward.conversation.understanding.meaning.Meaning;

/** What words mean for a plan that is paused: it stays so, unless the rep goes on with it; nothing is taken as its answer unasked. */
final class WhilePaused implements Meaning.Cases<WhilePaused.Then> {

    enum Then {
        /** It would settle the question that waits, and so is not done. */
        SETTLES,
        STAYS,
        RESUMES
    }

    @Override
    public Then answer(Meaning.Answer answer) {
        return Then.SETTLES;
    }

    @Override
    public Then skip() {
        return Then.SETTLES;
    }

    @Override
    public Then command(Meaning.Said command) {
        return switch (command.command()) {
            case BACK, KEEP, KEEP_ALL, SKIP_SECTION -> Then.SETTLES;
            case CANCEL, RESUME, SWITCH, GO_TO -> Then.RESUMES;
            case HELP, EDIT, ADD, REMOVE, UNDO, MARGIN, FORM, STATUS, SUMMARY, RENAME, RESTART -> Then.STAYS;
        };
    }

    @Override
    public Then put(Meaning.Put put) {
        return Then.STAYS;
    }

    @Override
    public Then remove(Meaning.Remove remove) {
        return Then.STAYS;
    }

    @Override
    public Then more(Meaning.More more) {
        return more.words().isEmpty() ? Then.SETTLES : Then.STAYS;
    }

    @Override
    public Then help(Meaning.Help help) {
        return Then.STAYS;
    }

    @Override
    public Then look(Meaning.Look look) {
        return Then.STAYS;
    }

    @Override
    public Then job(Meaning.Job job) {
        return Then.STAYS;
    }

    @Override
    public Then later(Meaning.Later later) {
        return Then.STAYS;
    }

    @Override
    public Then slash(Meaning.Slash slash) {
        return Then.STAYS;
    }

    @Override
    public Then side(Meaning.Side side) {
        return Then.STAYS;
    }

    @Override
    public Then held(Meaning.Held reply) {
        return reply.isAnswered() ? Then.RESUMES : Then.STAYS;
    }

    @Override
    public Then talk(Meaning.Talk talk) {
        return talk.isThanks() ? Then.STAYS : Then.SETTLES;
    }

    @Override
    public Then which() {
        return Then.STAYS;
    }

    @Override
    public Then both(Meaning.Both both) {
        boolean settles =
                both.first().told(this) == Then.SETTLES || both.second().told(this) == Then.SETTLES;
        return settles ? Then.SETTLES : Then.STAYS;
    }

    @Override
    public Then ask(Meaning.Ask ask) {
        return Then.SETTLES;
    }
}
