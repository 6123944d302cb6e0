package steward.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a program came to.
 *
 * @param startMillis from its start to its first acknowledgement
 * @param startCpuMillis processor time until then
 * @param coldMillis processor time of one of the first thousand answers
 * @param cpuMillis processor time of an answer once it is warm
 * @param commits transactions committed for an answer; NaN where it is not known
 * @param aSecond answers a second once it is warm
 * @param p50 milliseconds from answer to reply at an even pace; half take no longer
 * @param p99 the same for 99 of 100
 * @param rotiASecond acknowledgements of {@code /roti} a second, for reps without a plan; NaN where it is not known
 * @param rotiOfFiveASecond the same for reps with five plans
 * @param residentMib memory after all that
 */
record Measured(
        double startMillis,
        double startCpuMillis,
        double coldMillis,
        double cpuMillis,
        double commits,
        double aSecond,
        double p50,
        double p99,
        double rotiASecond,
        double rotiOfFiveASecond,
        double residentMib) {

    private record Column(String title, ToDoubleFunction<Measured> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("start ms", Measured::startMillis),
            new Column("start CPU ms", Measured::startCpuMillis),
            new Column("cold CPU ms", Measured::coldMillis),
            new Column("CPU ms/answer", Measured::cpuMillis),
            new Column("commits/answer", Measured::commits),
            new Column("answers/s", Measured::aSecond),
            new Column("p50 ms", Measured::p50),
            new Column("p99 ms", Measured::p99),
            new Column("/roti/s", Measured::rotiASecond),
            new Column("/roti of 5/s", Measured::rotiOfFiveASecond),
            new Column("MiB", Measured::residentMib));

    static String titles() {
        StringBuilder line = new StringBuilder("%-22s".formatted(""));
        COLUMNS.forEach(column -> line.append("%22s".formatted(column.title())));
        return line.toString();
    }

    /** The median of each figure over all rounds, and the least and most. */
    static String row(String name, List<Measured> rounds) {
        StringBuilder line = new StringBuilder("%-22s".formatted(name));
        for (Column column : COLUMNS) {
            double[] values = values(column, rounds);
            line.append("%22s"
                    .formatted("%s (%s-%s)"
                            .formatted(shown(median(values)), shown(values[0]), shown(values[values.length - 1]))));
        }
        return line.toString();
    }

    /** How many times as much each figure is as the other's. */
    static String ratios(String name, List<Measured> rounds, List<Measured> other) {
        StringBuilder line = new StringBuilder("%-22s".formatted(name));
        for (Column column : COLUMNS) {
            line.append("%22s".formatted(shown(median(values(column, rounds)) / median(values(column, other)))));
        }
        return line.toString();
    }

    private static double[] values(Column column, List<Measured> rounds) {
        double[] values = rounds.stream().mapToDouble(column.value()).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
