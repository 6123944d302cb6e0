package steward.runtime.turns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steward.conversation.Conversation;
import steward.conversation.session.RepSessions;
import steward.rep.Rep;
import steward.rep.Reps;

/** Opens the calendar of a rep to whoever knows its address, and to nobody else. It only reads. */
public final class CalendarFeed {

    /** Whatever has another form is not looked up. */
    private static final Pattern FILE = Pattern.compile("([0-9A-Za-z]{4,40})-([0-9A-Za-z]{4,40})\\.ics");

    private final Reps reps;
    private final RepSessions sessions;
    private final Conversation conversation;
    private final InstantSource clock;

    public CalendarFeed(Reps reps, RepSessions sessions, Conversation conversation, InstantSource clock) {
        this.reps = reps;
        this.sessions = sessions;
        this.conversation = conversation;
        this.clock = clock;
    }

    /**
     * What stands in a calendar now; empty if there is none of that name.
     *
     * @param file the end of its address
     */
    public Optional<byte[]> read(String file) {
        Matcher parts = FILE.matcher(file);
        return parts.matches() ? opened(parts.group(1), parts.group(2)) : Optional.empty();
    }

    private Optional<byte[]> opened(String name, String secret) {
        Instant now = clock.instant();
        return reps.withCalendar(name)
                .filter(rep -> rep.preferences()
                        .calendar()
                        .filter(key -> key.isOpenedBy(secret))
                        .isPresent())
                .map(Rep::id)
                .flatMap(id -> sessions.look(id, now, session -> conversation.calendar(session, now)));
    }
}
