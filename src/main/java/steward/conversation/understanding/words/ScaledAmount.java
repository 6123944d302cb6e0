package steward.conversation.understanding.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import steward.conversation.understanding.state.ConversationState;
import steward.plan.Blank;
import steward.worksheet.Worksheet;

/** A bare figure that corrects an amount: after "1.2 million", "more like 1.3" is in millions too. */
public final class ScaledAmount {

    private static final Pattern BARE = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,2})?");
    private static final List<String> UNITS = List.of("k", "M");
    private static final BigDecimal TIMES_MAX = BigDecimal.TEN;
    private static final BigDecimal TIMES_OFF = BigDecimal.valueOf(100);

    private ScaledAmount() {}

    /** The figure in the unit of the amount that stands in the blank; as typed if it is no bare figure, or fits as it is. */
    public static String of(Blank blank, String typed, ConversationState state) {
        boolean isMoney = blank.question().equals(Worksheet.REVENUE_GOAL)
                || blank.question().equals(Worksheet.LAST_YEAR)
                || blank.question().equals(Worksheet.INCREASE);
        if (!isMoney || !BARE.matcher(typed).matches()) {
            return typed;
        }
        Optional<BigDecimal> stands =
                state.plan().flatMap(plan -> plan.kept(blank)).flatMap(ScaledAmount::number);
        Optional<BigDecimal> now = read(blank, typed, state);
        boolean isFarBelow = stands.isPresent()
                && now.map(amount -> amount.signum() > 0
                                && amount.multiply(TIMES_OFF).compareTo(stands.get()) < 0)
                        .orElse(true);
        return isFarBelow
                ? UNITS.stream()
                        .map(unit -> typed + unit)
                        .filter(words -> read(blank, words, state)
                                .filter(amount -> isNear(amount, stands.get()))
                                .isPresent())
                        .findFirst()
                        .orElse(typed)
                : typed;
    }

    private static boolean isNear(BigDecimal amount, BigDecimal stands) {
        return amount.compareTo(stands.multiply(TIMES_MAX)) < 0 && stands.compareTo(amount.multiply(TIMES_MAX)) < 0;
    }

    private static Optional<BigDecimal> read(Blank blank, String words, ConversationState state) {
        return state.read(blank, words).flatMap(ScaledAmount::number);
    }

    private static Optional<BigDecimal> number(String kept) {
        return kept.matches("\\d{1,18}(?:\\.\\d+)?") ? Optional.of(new BigDecimal(kept)) : Optional.empty();
    }
}
