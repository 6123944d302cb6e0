package steward.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.plan.Blank;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** An opportunity with a single amount or percentage behind it, "Resin, 240k": is that a value of its row, or part of its name? */
final class PartlyRowSense implements Sense {

    private static final Pattern ONE_VALUE = Pattern.compile(
            "(\\S.*?\\S)(?:,| -| –|:| for| at| worth| with)? ((?:\\p{Sc} ?)?\\d[\\d.,']* ?(?:k|m|mn|mio|million|thousand)?(?: ?\\p{Sc})?|\\d{1,3} ?(?:%|percent))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern IS_VALUE = Pattern.compile(
            "(?iu)\\p{Sc}.*|.*\\p{Sc}|.*\\d ?(?:k|m|mn|mio|million|thousand|%|percent)|\\d{1,3}(?:[,.']\\d{3})+");

    @Override
    public Guess of(Heard heard, ConversationState state) {
        Optional<Blank> first = state.open().flatMap(open -> firstOf(open, state));
        Matcher one = ONE_VALUE.matcher(heard.sentence());
        boolean isOne = first.isPresent()
                && state.held().isEmpty()
                && one.matches()
                && IS_VALUE.matcher(one.group(2)).matches()
                && one.group(1).chars().noneMatch(Character::isDigit);
        if (!isOne) {
            return Guess.NO;
        }
        List<Question<?>> columns = one.group(2).matches("(?iu).*(?:%|percent)")
                ? List.of(Worksheet.PROBABILITY)
                : List.of(Worksheet.LAST_YEAR, Worksheet.INCREASE);
        List<Meaning> options = new ArrayList<>(
                new ReviewSense().of(heard, state).meaning().stream().toList());
        columns.stream()
                .map(column -> new Blank(column, first.get().row()))
                .filter(blank -> state.read(blank, one.group(2)).isPresent())
                .forEach(blank -> options.add(
                        new Meaning.Both(new Meaning.Answer(one.group(1)), new Put(How.FILL, blank, one.group(2)))));
        if (options.isEmpty()) {
            return Guess.NO;
        }
        options.add(new Meaning.Answer(heard.said()));
        return Guess.surely(new Meaning.Ask(options));
    }

    /** The blank that would name the opportunity, if nothing of its row is told yet. */
    private static Optional<Blank> firstOf(Blank open, ConversationState state) {
        boolean isFirst = open.question().equals(Worksheet.OPPORTUNITY) && !state.isChanged(open);
        boolean isNext = open.isAnother()
                && open.table().filter(Worksheet.OPPORTUNITIES::equals).isPresent();
        return isFirst
                ? Optional.of(open)
                : isNext
                        ? state.plan()
                                .map(plan -> new Blank(Worksheet.OPPORTUNITY, plan.nextRow(Worksheet.OPPORTUNITIES)))
                        : Optional.empty();
    }
}
