package steward.conversation.roti;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import steward.roti.WhatIf;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;
import steward.worksheet.questions.Reading;
import steward.worksheet.questions.Situation;
import steward.worksheet.values.Hours;
import steward.worksheet.values.Percent;

/** "Acme hours=40 probability=60% margin=35%": an account, and what a rep wonders about. */
final class WhatIfWords {

    private static final String NAME = "(hours|probability|chance|margin)\\s*=";

    /** A comma or semicolon before the next name ends a value; within it is a figure's. */
    private static final Pattern CHANGE = Pattern.compile(
            "(?i)\\b" + NAME + "\\s*((?:(?![,;]\\s*" + NAME + ")\\S)+(?:\\s+(?:h|hours|%)(?=[\\s,;]|$))?)");

    private final String typed;

    WhatIfWords(String typed) {
        this.typed = typed;
    }

    static boolean areIn(String typed) {
        return CHANGE.matcher(typed).find();
    }

    /** What is left of the words without the changes: the account. */
    String account() {
        return CHANGE.matcher(typed)
                .replaceAll(" ")
                .replaceAll("(?i)\\bwhat if\\b|[,;?]", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** The changes as typed, without the account. */
    String changes() {
        return CHANGE.matcher(typed).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** The changes read; the last one counts of two that change the same. */
    Reading<WhatIf> read(Situation situation) {
        return value(Worksheet.HOURS_REQUIRED, "hours", situation)
                .then(hours -> value(Worksheet.PROBABILITY, "probability|chance", situation)
                        .then(chance -> value(Worksheet.GROSS_MARGIN, "margin", situation)
                                .then(margin -> Reading.clear(whatIf(hours, chance, margin)))));
    }

    private static WhatIf whatIf(Optional<Hours> hours, Optional<Percent> chance, Optional<Percent> margin) {
        return new WhatIf(hours, chance, margin);
    }

    private <T> Reading<Optional<T>> value(Question<T> question, String names, Situation situation) {
        Matcher change = CHANGE.matcher(typed);
        Reading<Optional<T>> read = Reading.clear(Optional.empty());
        while (change.find()) {
            if (change.group(1).toLowerCase(Locale.ROOT).matches(names)) {
                String said = change.group(2).replaceAll("[,;?]+$", "");
                read = question.read(said, situation)
                        .<Reading<Optional<T>>>either(
                                value -> Reading.clear(Optional.of(value)),
                                hint -> Reading.unclear(question.label() + ": " + hint));
            }
        }
        return read;
    }
}
