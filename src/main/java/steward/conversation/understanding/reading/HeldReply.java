package steward.conversation.understanding.reading;

import java.util.List;
import java.util.Optional;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.plan.Blank;
import steward.plan.accounts.Names;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.YesNoAnswer;

/** What a rep means by what they type under “is that your answer?”. */
public final class HeldReply {

    private static final List<String> PLACES = List.of("first", "second", "third");

    private static final YesNoAnswer IS_THAT_IT = YesNoAnswer.isThatIt();

    private final List<Meaning> options;
    private final String held;

    /** @param options what the held text may be */
    public HeldReply(String held, List<Meaning> options) {
        this.held = held;
        this.options = options;
    }

    public Optional<Meaning> of(Heard heard, ConversationState state) {
        Optional<Boolean> said = IS_THAT_IT.said(heard.plain());
        if (said.filter(yes -> yes).isPresent()
                || (Names.plain(heard.said()).equals(Names.plain(held))
                        && !Names.plain(held).isEmpty())) {
            return Optional.of(
                    options.stream().anyMatch(Meaning::isAnswer)
                            ? new Meaning.Held(true, Optional.empty())
                            : picked(options.get(0)));
        }
        if (said.isPresent()) {
            return Optional.of(new Meaning.Held(false, Optional.empty()));
        }
        return placed(heard, state).or(() -> named(heard, state)).map(this::picked);
    }

    private Meaning picked(Meaning option) {
        return option.isAnswer()
                ? new Meaning.Held(true, Optional.empty())
                : new Meaning.Held(false, Optional.of(option));
    }

    /** A bare number may be meant for what was asked beside it. */
    private Optional<Meaning> placed(Heard heard, ConversationState state) {
        if (state.askedBeside().isPresent() && heard.bare().codePoints().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        for (int i = 0; i < options.size() && i < PLACES.size(); i++) {
            if (heard.bare()
                    .matches("(?:the )?(?:" + (i + 1) + "|no\\.? ?" + (i + 1) + "|" + PLACES.get(i) + ")(?: one)?")) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }

    /** By the name of the answer that an option would put it in. */
    private Optional<Meaning> named(Heard heard, ConversationState state) {
        if (state.plan().isEmpty()) {
            return Optional.empty();
        }
        String name = heard.bare().replaceFirst("^(?:change|edit|correct|it's|for|to) ", "");
        List<Blank> called = state.names().exactly(name);
        Optional<Meaning> put = options.stream()
                .filter(option -> option instanceof Meaning.Put wanted
                        && (called.contains(wanted.blank()) || isLabel(wanted.blank(), name)))
                .findFirst();
        boolean isOpen = state.open()
                .filter(open -> called.contains(open) || isLabel(open, name))
                .isPresent();
        return put.or(() -> isOpen ? options.stream().filter(Meaning::isAnswer).findFirst() : Optional.empty());
    }

    private static boolean isLabel(Blank blank, String name) {
        String plain = Names.plain(name).replaceFirst("^the ", "");
        return Names.plain(blank.question().label()).equals(plain)
                || (blank.question().equals(Worksheet.REVENUE_GOAL) && plain.equals("goal"));
    }
}
