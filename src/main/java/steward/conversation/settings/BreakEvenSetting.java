package steward.conversation.settings;

import java.util.List;
import java.util.Optional;
import steward.conversation.session.TurnContext;
import steward.message.About;
import steward.message.Form.Field;
import steward.message.Form.Input;
import steward.message.Words;
import steward.rep.Preferences;
import steward.worksheet.RepQuestions;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Money;
import steward.worksheet.values.Notation;

/** What an hour of the rep's costs. */
record BreakEvenSetting(Notation notation, Situation situation) implements Setting {

    private static final About COST = new About("", RepQuestions.BREAK_EVEN.key(), 0);
    private static final int CHARACTERS_MAX = 100;

    BreakEvenSetting(TurnContext context) {
        this(context.notation(), Situation.ofNoPlan(context.today(), context.notation()));
    }

    @Override
    public String label() {
        return RepQuestions.BREAK_EVEN.label();
    }

    @Override
    public Words said(Preferences preferences) {
        return preferences
                .breakEven()
                .map(cost -> Words.of("I'll mark accounts below {} an hour.", new Money(cost).shown(notation)))
                .orElse(Words.of("Not set: no accounts are marked."));
    }

    @Override
    public List<Field> fields(Preferences preferences) {
        return List.of(new Field(
                COST,
                RepQuestions.BREAK_EVEN.prompt(situation),
                RepQuestions.BREAK_EVEN.why() + " Leave it empty to mark none. For example: "
                        + RepQuestions.BREAK_EVEN.example(situation),
                new Input.Text(shown(preferences), false, CHARACTERS_MAX),
                false));
    }

    private String shown(Preferences preferences) {
        return preferences
                .breakEven()
                .map(kept -> RepQuestions.BREAK_EVEN.shown(String.valueOf(kept), situation))
                .orElse("");
    }

    @Override
    public Preferences read(FormValues form, Preferences before) {
        String said = form.said(COST);
        if (said.equals(shown(before))) {
            return before;
        }
        return said.isEmpty()
                ? before.withBreakEven(Optional.empty())
                : form.clear(COST, RepQuestions.BREAK_EVEN.readKept(said, situation))
                        .map(kept -> before.withBreakEven(Optional.of(Long.valueOf(kept))))
                        .orElse(before);
    }
}
