package steward.export.data;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import steward.export.source.ExportedPlan;

/**
 * The days of several plans as one calendar to subscribe to (iCalendar, RFC 5545).
 *
 * <p>It holds what stands, and nothing else: whoever subscribes takes it as a whole each time, and forgets what it has no more.
 */
public final class FeedFile {

    private static final String NAME = "Account plans";

    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final List<ExportedPlan> plans;
    private final LocalTime morning;

    /** @param morning when a working day begins */
    public FeedFile(List<ExportedPlan> plans, LocalTime morning) {
        this.plans = plans;
        this.morning = morning;
    }

    public byte[] bytes() {
        CalendarFile file = new CalendarFile(NAME, morning);
        file.refreshed(LOOK_EVERY);
        plans.forEach(plan -> new IcsFile(plan).addStanding(file));
        if (file.isEmpty()) {
            file.addTimeZone();
        }
        return file.bytes();
    }
}
