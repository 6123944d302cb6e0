package steward.worksheet.values;

import java.text.NumberFormat;

/**
 * An amount of a rep's time.
 *
 * @param minutes the time in minutes
 */
public record Hours(long minutes) implements Comparable<Hours> {

    public static final int MINUTES_AN_HOUR = 60;

    public static final Hours NONE = new Hours(0);

    public static Hours of(long hours) {
        return new Hours(Math.multiplyExact(hours, MINUTES_AN_HOUR));
    }

    public Hours plus(Hours other) {
        return new Hours(Math.addExact(minutes, other.minutes));
    }

    public Hours minus(Hours other) {
        return new Hours(Math.subtractExact(minutes, other.minutes));
    }

    public boolean isPositive() {
        return minutes > 0;
    }

    @Override
    public int compareTo(Hours other) {
        return Long.compare(minutes, other.minutes);
    }

    /** "1 h 30", "56 h", "45 min". */
    public String shown(Notation notation) {
        long hours = minutes / MINUTES_AN_HOUR;
        long rest = minutes % MINUTES_AN_HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        String whole = NumberFormat.getIntegerInstance(notation.written()).format(hours) + " h";
        return rest == 0 ? whole : whole + (rest < 10 ? " 0" : " ") + rest;
    }
}
