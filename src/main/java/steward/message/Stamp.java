package steward.message;

/**
 * Where a message stands in the order of its channel: unique in it, and later messages have later ones.
 *
 * @param order counted by the chat, in whatever unit it likes
 */
public record Stamp(long order) implements Comparable<Stamp> {

    public boolean isAfter(Stamp other) {
        return order > other.order;
    }

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(order, other.order);
    }
}
