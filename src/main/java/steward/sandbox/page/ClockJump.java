package steward.sandbox.page;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** The page's ways to move the clock on, in the local time of the person who looks at it. */
public enum ClockJump {
    HOUR {
        @Override
        ZonedDateTime from(ZonedDateTime now) {
            return now.plusHours(1);
        }
    },
    TOMORROW {
        @Override
        ZonedDateTime from(ZonedDateTime now) {
            return morning(now.plusDays(1));
        }
    },
    WEEK {
        @Override
        ZonedDateTime from(ZonedDateTime now) {
            return now.plusWeeks(1);
        }
    },
    MONDAY {
        @Override
        ZonedDateTime from(ZonedDateTime now) {
            return morning(now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }
    };

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    abstract ZonedDateTime from(ZonedDateTime now);

    public Duration step(Instant now, ZoneId zone) {
        return Duration.between(now, from(now.atZone(zone)));
    }

    private static ZonedDateTime morning(ZonedDateTime day) {
        return day.toLocalDate().atTime(MORNING).atZone(day.getZone());
    }
}
