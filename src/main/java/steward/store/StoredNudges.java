package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import steward.conversation.session.NudgeMessage;
import steward.message.MessageRef;
import steward.nudges.NudgeKind;
import steward.nudges.SentNudge;
import steward.nudges.Subject;
import steward.plan.PlanId;
import steward.rep.RepId;

/** The nudges of one rep, inside the transaction of a turn. */
final class StoredNudges {

    /** What is nudged about once more after so many others is nudged about as if for the first time. */
    private static final int NEWEST_MAX = 1_000;

    private static final Map<String, NudgeKind> KINDS =
            Arrays.stream(NudgeKind.values()).collect(Collectors.toMap(NudgeKind::metadataName, Function.identity()));

    private final Handle handle;
    private final RepId rep;
    /** As they were read; nothing before that, or once they have changed. */
    private @Nullable List<NudgeMessage> newestFirst;

    StoredNudges(Handle handle, RepId rep) {
        this.handle = handle;
        this.rep = rep;
    }

    List<NudgeMessage> newestFirst() {
        if (newestFirst == null) {
            newestFirst = readNewestFirst();
        }
        return newestFirst;
    }

    private List<NudgeMessage> readNewestFirst() {
        return handle.createQuery("""
                        select kind, day, intent_id, subjects, at, answered, shown
                        from nudge
                        where team_id = :team and user_id = :user
                        order by at desc, kind desc, day desc
                        limit :max
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("max", NEWEST_MAX)
                .map((row, context) -> nudged(row))
                .list();
    }

    Optional<NudgeMessage> arrived(MessageRef message) {
        return handle.createQuery("""
                        select n.kind, n.day, n.intent_id, n.subjects, n.at, n.answered, n.shown
                        from intent i
                        join nudge n on n.team_id = i.team_id and n.user_id = i.owner_id and n.intent_id = i.intent_id
                        where i.team_id = :team and i.owner_id = :user and i.channel = :channel and i.message_id = :message
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("channel", message.channel())
                .bind("message", message.id())
                .map((row, context) -> nudged(row))
                .findFirst();
    }

    private static NudgeMessage nudged(ResultSet row) throws SQLException {
        NudgeKind kind = KINDS.get(row.getString("kind"));
        if (kind == null) {
            throw new IllegalStateException("No such kind of nudge: " + row.getString("kind"));
        }
        SentNudge sent = new SentNudge(
                kind,
                LocalDate.parse(row.getString("day")),
                Instant.ofEpochMilli(row.getLong("at")),
                subjects(row.getString("subjects")),
                row.getInt("answered") == 1);
        return new NudgeMessage(sent, row.getString("intent_id"), row.getString("shown"));
    }

    private static List<Subject> subjects(String kept) {
        return Stream.of(kept.split(" ", 0)).map(StoredNudges::subject).toList();
    }

    private static Subject subject(String kept) {
        int dot = kept.lastIndexOf('.');
        return new Subject(new PlanId(kept.substring(0, dot)), Integer.parseInt(kept.substring(dot + 1)));
    }

    private static String kept(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> subject.plan().text() + "." + subject.row())
                .collect(Collectors.joining(" "));
    }

    void claim(NudgeMessage nudge) {
        newestFirst = null;
        int claimed = handle.createUpdate("""
                        insert into nudge (team_id, user_id, kind, day, intent_id, subjects, at, shown)
                        values (:team, :user, :kind, :day, :intent, :subjects, :at, :shown)
                        on conflict do nothing
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("kind", nudge.sent().kind().metadataName())
                .bind("day", nudge.sent().day().toString())
                .bind("intent", nudge.intent())
                .bind("subjects", kept(nudge.sent().subjects()))
                .bind("at", nudge.sent().at().toEpochMilli())
                .bind("shown", nudge.shown())
                .execute();
        if (claimed == 0) {
            throw new IllegalStateException("There was such a nudge on that day: " + nudge.intent());
        }
    }

    /** Takes the claim back of a nudge that does not go out. */
    int unclaim(String intent) {
        newestFirst = null;
        return handle.createUpdate(
                        "delete from nudge where team_id = :team and user_id = :user and intent_id = :intent")
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("intent", intent)
                .execute();
    }

    /**
     * Takes back what was claimed in earlier turns and is not yet on its way: what has changed since may have been its cause, or its hour.
     *
     * @param claimed what this turn has claimed
     */
    void takeBackWaiting(Set<String> claimed) {
        if (newestFirst().stream().allMatch(nudge -> claimed.contains(nudge.intent()))) {
            return;
        }
        handle.createQuery("""
                        select intent_id
                        from intent
                        where team_id = :team and owner_id = :user and message_id is null and purpose = 'NUDGE'
                            and state = 'waiting'
                        """).bind("team", rep.team()).bind("user", rep.user()).mapTo(String.class).list().stream()
                .filter(intent -> !claimed.contains(intent))
                .forEach(this::takeBack);
    }

    /**
     * A nudge does not go out.
     *
     * @return whether there was such a nudge
     */
    boolean takeBack(String intent) {
        int refused = StoredOutbox.refused(handle, rep, intent, "taken back");
        return unclaim(intent) + refused > 0;
    }

    void answered(NudgeMessage nudge) {
        update("answered = 1", nudge, "");
    }

    void shows(NudgeMessage nudge, String shown) {
        update("shown = :shown", nudge, shown);
    }

    private void update(String change, NudgeMessage nudge, String shown) {
        newestFirst = null;
        handle.createUpdate("update nudge set " + change
                        + " where team_id = :team and user_id = :user and kind = :kind and day = :day")
                .bind("shown", shown)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("kind", nudge.sent().kind().metadataName())
                .bind("day", nudge.sent().day().toString())
                .execute();
    }

    /** Keeps when the rep may deserve a nudge next, and lets go of them. */
    void wakeAt(Optional<Instant> moment) {
        handle.createUpdate("""
                        insert into rep (team_id, user_id, wake_at)
                        values (:team, :user, :at)
                        on conflict (team_id, user_id) do update
                        set wake_at = excluded.wake_at, leased_until = null
                        """)
                .bind("team", rep.team())
                .bind("user", rep.user())
                .bind("at", moment.map(Instant::toEpochMilli).orElse(null))
                .execute();
    }
}
