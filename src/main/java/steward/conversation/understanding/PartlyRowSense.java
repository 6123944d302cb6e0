package steward.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.conversation.understanding.meaning.Meaning;
import steward.conversation.understanding.meaning.Meaning.Put;
import steward.conversation.understanding.meaning.Meaning.Put.How;
import steward.conversation.understanding.reading.Guess;
import steward.conversation.understanding.reading.Sense;
import steward.conversation.understanding.state.ConversationState;
import steward.conversation.understanding.state.Heard;
import steward.plan.Blank;
import steward.worksheet.OpportunityWords;
import steward.worksheet.Worksheet;
import steward.worksheet.questions.Question;

/** An opportunity with an amount or a percentage that may be more than one thing, "Resin 240k, by June": which value of its row, or part of its name? */
final class PartlyRowSense implements Sense {

    @Override
    public Guess of(Heard heard, ConversationState state) {
        Optional<Blank> first =
                state.held().isEmpty() ? state.open().flatMap(open -> firstOf(open, state)) : Optional.empty();
        return first.flatMap(blank -> OpportunityWords.partly(heard.sentence(), state.situation(blank))
                        .map(partly -> asked(partly, blank.row(), heard, state)))
                .orElse(Guess.NO);
    }

    private static Guess asked(OpportunityWords.Partly partly, int row, Heard heard, ConversationState state) {
        List<Meaning> options = new ArrayList<>(
                new ReviewSense().of(heard, state).meaning().stream().toList());
        partly.mayAnswer().forEach(question -> options.add(whole(partly, question, row)));
        options.add(new Meaning.Answer(heard.said()));
        return Guess.surely(new Meaning.Ask(options));
    }

    /** The row with its doubtful part as the answer to one of the questions. */
    private static Meaning whole(OpportunityWords.Partly partly, Question<?> doubtful, int row) {
        List<Meaning> fills = new ArrayList<>(List.of(fill(doubtful, row, partly.doubtful())));
        partly.row().entrySet().stream()
                .filter(part -> !part.getKey().equals(Worksheet.OPPORTUNITY))
                .forEach(part -> fills.add(fill(part.getKey(), row, part.getValue())));
        Meaning values = fills.get(fills.size() - 1);
        for (int i = fills.size() - 2; i >= 0; i--) {
            values = new Meaning.Both(fills.get(i), values);
        }
        return new Meaning.Both(new Meaning.Answer(partly.row().getOrDefault(Worksheet.OPPORTUNITY, "")), values);
    }

    private static Meaning fill(Question<?> question, int row, String value) {
        return new Put(How.FILL, new Blank(question, row), value);
    }

    /** The blank that would name the opportunity, if nothing of its row is told yet. */
    private static Optional<Blank> firstOf(Blank open, ConversationState state) {
        boolean isFirst = open.question().equals(Worksheet.OPPORTUNITY)
                && state.plan().filter(plan -> plan.kept(open).isEmpty()).isPresent();
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
