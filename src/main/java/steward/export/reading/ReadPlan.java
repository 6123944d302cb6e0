package steward.export.reading;

import java.util.List;
import steward.plan.Entry;

/**
 * A plan as a file tells it.
 *
 * @param currency three letters
 */
public record ReadPlan(String account, int year, String currency, List<Entry> entries) {

    public ReadPlan {
        entries = List.copyOf(entries);
    }
}
