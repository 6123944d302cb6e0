package steward.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import steward.message.SideQuestion;
import steward.rep.Rep;
import steward.rep.RepId;
import steward.rep.Reps;
import steward.store.database.Database;

/** The reps, in the database. */
final class StoredReps implements Reps {

    private final Database database;

    StoredReps(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Known> known(RepId id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<Known> find(Handle handle, RepId id) {
        return handle.createQuery("""
                        select name, zone, gone, break_even, working_days, works_from, works_to, muted, away_until,
                            fiscal_year_end, calendar_name, calendar_secret, calendar_since, known_at
                        from rep
                        where team_id = :team and user_id = :user and known_at is not null
                        """)
                .bind("team", id.team())
                .bind("user", id.user())
                .map((row, context) -> new Known(rep(id, row), Instant.ofEpochMilli(row.getLong("known_at"))))
                .findOne();
    }

    /**
     * What a turn has to know of a rep.
     *
     * @param asked what they were asked last beside the worksheet
     * @param wakeAt when they are to be looked at for nudges; empty if never
     * @param isLeased whether somebody looks at them just now
     */
    record InTurn(Rep rep, Optional<SideQuestion> asked, Optional<Instant> wakeAt, boolean isLeased) {}

    /** A rep with what is known of them, if no more than that they are one. */
    static InTurn inTurn(Handle handle, RepId id) {
        return handle.createQuery("""
                        select name, zone, gone, break_even, working_days, works_from, works_to, muted, away_until,
                            fiscal_year_end, calendar_name, calendar_secret, calendar_since,
                            asked_beside, wake_at, leased_until
                        from rep
                        where team_id = :team and user_id = :user
                        """)
                .bind("team", id.team())
                .bind("user", id.user())
                .map((row, context) -> new InTurn(
                        rep(id, row),
                        StoredSideQuestion.read(row.getString("asked_beside")),
                        Optional.ofNullable((Number) row.getObject("wake_at"))
                                .map(at -> Instant.ofEpochMilli(at.longValue())),
                        row.getObject("leased_until") != null))
                .findOne()
                .orElseGet(
                        () -> new InTurn(new Rep(id, "", ZoneOffset.UTC), Optional.empty(), Optional.empty(), false));
    }

    private static Rep rep(RepId id, ResultSet row) throws SQLException {
        return new Rep(
                id,
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                StoredPreferences.read(row),
                row.getBoolean("gone"));
    }

    @Override
    public Optional<Rep> withCalendar(String name) {
        return database.read(handle -> handle.createQuery("""
                        select team_id, user_id, name, zone, gone, break_even, working_days, works_from, works_to, muted,
                            away_until, fiscal_year_end, calendar_name, calendar_secret, calendar_since
                        from rep
                        where calendar_name = :calendar and gone = 0 and not exists (
                            select 1
                            from installation i
                            where i.forget_at is not null and (
                                i.team_id = rep.team_id
                                or i.team_id = (select organization_id from organization_team o where o.team_id = rep.team_id)
                            )
                        )
                        """)
                .bind("calendar", name)
                .map((row, context) -> rep(new RepId(row.getString("team_id"), row.getString("user_id")), row))
                .findOne());
    }

    @Override
    public void save(Rep rep, Instant now) {
        database.write(rep.id(), handle -> {
            if (hasMoved(handle, rep)) {
                new StoredNudges(handle, rep.id()).takeBackWaiting(Set.of());
            }
            return save(handle, rep, now);
        });
    }

    /** Whether it is another hour where they are now, or they left or came back. */
    private static boolean hasMoved(Handle handle, Rep rep) {
        return find(handle, rep.id())
                .map(Known::rep)
                .filter(before -> !before.zone().equals(rep.zone()) || before.gone() != rep.gone())
                .isPresent();
    }

    private static int save(Handle handle, Rep rep, Instant now) {
        return handle.createUpdate("""
                        insert into rep (team_id, user_id, name, zone, gone, known_at)
                        values (:team, :user, :name, :zone, :gone, :at)
                        on conflict (team_id, user_id) do update
                        set name = excluded.name,
                            zone = excluded.zone,
                            gone = excluded.gone,
                            known_at = excluded.known_at,
                            wake_at = case
                                when rep.zone <> excluded.zone or rep.gone <> excluded.gone then excluded.known_at
                                else rep.wake_at
                            end
                        """)
                .bind("team", rep.id().team())
                .bind("user", rep.id().user())
                .bind("name", rep.name())
                .bind("zone", rep.zone().getId())
                .bind("gone", rep.gone() ? 1 : 0)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Slack knows a rep no more. What is known of them counts as old, so that it is asked for as soon as they do anything. */
    static void gone(Handle handle, RepId id) {
        handle.createUpdate("""
                        update rep
                        set gone = 1, known_at = 0, wake_at = null
                        where team_id = :team and user_id = :user
                        """).bind("team", id.team()).bind("user", id.user()).execute();
    }

    @Override
    public boolean seesHome(RepId id) {
        return database.read(handle -> handle.createQuery("""
                        select sees_home
                        from rep
                        where team_id = :team and user_id = :user
                        """)
                .bind("team", id.team())
                .bind("user", id.user())
                .mapTo(int.class)
                .findOne()
                .filter(sees -> sees == 1)
                .isPresent());
    }

    @Override
    public void lookedAtHome(RepId id) {
        database.write(
                id,
                handle -> handle.createUpdate("""
                        insert into rep (team_id, user_id, sees_home)
                        values (:team, :user, 1)
                        on conflict (team_id, user_id) do update
                        set sees_home = 1
                        """)
                        .bind("team", id.team())
                        .bind("user", id.user())
                        .execute());
    }
}
