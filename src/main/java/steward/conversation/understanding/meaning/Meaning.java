package steward.conversation.understanding.meaning;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import steward.plan.Blank;

/** What a rep means by what they typed. */
public sealed interface Meaning {

    <R> R told(Cases<R> cases);

    /** Whether it puts these words, or a part of them, into the open blank. */
    default boolean isAnswer() {
        return false;
    }

    /** What to make of each meaning. */
    interface Cases<R> {
        R answer(Answer answer);

        R skip();

        R command(Said command);

        R put(Put put);

        R remove(Remove remove);

        R more(More more);

        R help(Help help);

        R look(Look look);

        R job(Job job);

        R later(Later later);

        R slash(Slash slash);

        R side(Side side);

        R held(Held reply);

        R talk(Talk talk);

        R which();

        R both(Both both);

        R ask(Ask ask);
    }

    /**
     * It answers the open question.
     *
     * @param words the answer
     * @param beside what Steward may be asked by it besides; empty if nothing
     */
    record Answer(String words, Optional<Topic> beside) implements Meaning {

        public Answer(String words) {
            this(words, Optional.empty());
        }

        @Override
        public <R> R told(Cases<R> cases) {
            return cases.answer(this);
        }

        @Override
        public boolean isAnswer() {
            return true;
        }
    }

    /** It is not known, or passed over. */
    record Skip() implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.skip();
        }
    }

    /**
     * A command.
     *
     * @param words what it is about, as typed; empty if nothing
     */
    record Said(Command command, String words) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.command(this);
        }
    }

    /** A value for a blank that is not the open one, or an old answer to be another. */
    record Put(How how, Blank blank, String value) implements Meaning {

        /** How the rep came to say it. */
        public enum How {
            /** By a command, in one go. */
            EDIT,
            /** By correcting themselves; without a value, the blank is to be asked again. */
            CORRECT,
            /** By answering beside the question. */
            FILL
        }

        @Override
        public <R> R told(Cases<R> cases) {
            return cases.put(this);
        }
    }

    /**
     * A row to be removed.
     *
     * @param first the blank that names the row
     * @param isExact whether it was named by its number or its whole name
     */
    record Remove(Blank first, boolean isExact) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.remove(this);
        }
    }

    /**
     * More of what was answered.
     *
     * @param list the list to add to, or the blank whose words count again
     * @param words what to add; empty if it is the same again
     */
    record More(Blank list, String words) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.more(this);
        }
    }

    /** A question to Steward. */
    record Help(Topic topic) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.help(this);
        }
    }

    /**
     * Something of their own that the rep wants to see.
     *
     * @param name the account or the person that it is about; empty if all
     */
    record Look(At at, String name) implements Meaning {

        /** What can be looked up. */
        public enum At {
            ROTI,
            DUE,
            PLANS,
            PLAN,
            TIME,
            BRIEF,
            FILE,
            ANSWER
        }

        @Override
        public <R> R told(Cases<R> cases) {
            return cases.look(this);
        }
    }

    /**
     * Another job than the open question.
     *
     * @param typed the words that say it
     * @param command what is typed after the slash command that does it
     */
    record Job(Kind kind, String typed, String command) implements Meaning {

        public Job(Kind kind, String typed) {
            this(kind, typed, typed);
        }

        /** What can be done in between. */
        public enum Kind {
            TIME,
            TIME_ON_WHAT,
            DONE,
            SNOOZE,
            MOVE,
            DROP,
            WON,
            LOST,
            CHANCE,
            STILL_OPEN,
            ADD,
            PLAN,
            NEW_PLAN
        }

        @Override
        public <R> R told(Cases<R> cases) {
            return cases.job(this);
        }
    }

    /**
     * Not now.
     *
     * @param until when Steward shall come back, on the rep's own clock; empty if they will
     */
    record Later(Optional<LocalDateTime> until) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.later(this);
        }
    }

    /** A slash command that came as a message, from its slash on. */
    record Slash(String typed) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.slash(this);
        }
    }

    /**
     * It answers what was asked beside the worksheet last.
     *
     * @param plan the id of the plan that it is about, empty if it is about none
     * @param says what does it, as a button would say it
     * @param label what it is, in a few words
     */
    record Side(String plan, String says, String label) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.side(this);
        }
    }

    /**
     * The reply to “is that your answer?”.
     *
     * @param picked what it is instead; empty if it is the answer, or was nothing
     */
    record Held(boolean isAnswered, Optional<Meaning> picked) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.held(this);
        }
    }

    /**
     * Small talk.
     *
     * @param isThanks whether it ends something, rather than begin it
     */
    record Talk(boolean isThanks) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.talk(this);
        }
    }

    /** A correction of nothing in particular. */
    record Which() implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.which();
        }
    }

    /** Two things in one message. */
    record Both(Meaning first, Meaning second) implements Meaning {
        @Override
        public <R> R told(Cases<R> cases) {
            return cases.both(this);
        }
    }

    /** Doubtful: it may be any of these, the likelier first. */
    record Ask(List<Meaning> options) implements Meaning {

        public Ask {
            options = List.copyOf(options);
        }

        @Override
        public <R> R told(Cases<R> cases) {
            return cases.ask(this);
        }
    }
}
