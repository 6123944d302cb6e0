package steward.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import steward.message.About;
import steward.message.Words;
import steward.rep.Preferences;
import steward.worksheet.Money;
import steward.worksheet.Notation;
import steward.worksheet.Question;
import steward.worksheet.RepQuestions;

/**
 * One thing that a rep may set about how they work: the question that asks for it, and where its answer is kept.
 *
 * @param kept what is set now, as its question keeps answers; empty if nothing is
 * @param with the preferences with another answer, or none
 * @param said what it says in the list of settings, and once it is saved
 */
record Setting(
        Question<?> question,
        Function<Preferences, Optional<String>> kept,
        BiFunction<Preferences, Optional<String>, Preferences> with,
        BiFunction<Preferences, Notation, Words> said) {

    private static final Setting BREAK_EVEN = new Setting(
            RepQuestions.BREAK_EVEN,
            preferences -> preferences.breakEven().map(String::valueOf),
            (preferences, kept) -> preferences.withBreakEven(kept.map(Long::valueOf)),
            Setting::breakEven);

    /** All that can be set, in the order of the form. */
    static final List<Setting> ALL = List.of(BREAK_EVEN);

    About about() {
        return new About("", question.key(), 0);
    }

    private static Words breakEven(Preferences preferences, Notation notation) {
        return preferences
                .breakEven()
                .map(cost -> Words.of("I'll mark accounts below {} an hour.", new Money(cost).shown(notation)))
                .orElse(Words.of("Not set: no accounts are marked."));
    }
}
