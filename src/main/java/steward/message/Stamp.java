package steward.message;

/**
 * When a message stands in a channel: unique in it, and later messages have later ones.
 *
 * @param micros microseconds since the epoch
 */
public record Stamp(long micros) implements Comparable<Stamp> {

    public boolean isAfter(Stamp other) {
        return micros > other.micros;
    }

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(micros, other.micros);
    }
}
