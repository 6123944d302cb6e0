package steward.plan;

import java.util.function.Function;
import java.util.function.Supplier;
import steward.worksheet.values.Money;

/** What became of an opportunity: it is open, or it was won or lost. */
public sealed interface OpportunityOutcome {

    <R> R either(Supplier<R> ifOpen, Function<Money, R> ifWon, Function<String, R> ifLost);

    default boolean isOpen() {
        return either(() -> true, won -> false, lost -> false);
    }

    /** It may still be won. */
    record Open() implements OpportunityOutcome {
        @Override
        public <R> R either(Supplier<R> ifOpen, Function<Money, R> ifWon, Function<String, R> ifLost) {
            return ifOpen.get();
        }
    }

    /**
     * It was won.
     *
     * @param increase what it brings beyond last year's revenue, actually
     */
    record Won(Money increase) implements OpportunityOutcome {
        @Override
        public <R> R either(Supplier<R> ifOpen, Function<Money, R> ifWon, Function<String, R> ifLost) {
            return ifWon.apply(increase);
        }
    }

    /**
     * It was lost.
     *
     * @param reason in the rep's words; empty if they gave none
     */
    record Lost(String reason) implements OpportunityOutcome {
        @Override
        public <R> R either(Supplier<R> ifOpen, Function<Money, R> ifWon, Function<String, R> ifLost) {
            return ifLost.apply(reason);
        }
    }
}
