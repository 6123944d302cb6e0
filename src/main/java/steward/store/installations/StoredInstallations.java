package steward.store.installations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import steward.rep.Installation;
import steward.rep.Installations;
import steward.rep.SingleUse;
import steward.store.database.Database;
import steward.store.retention.LeftWorkspaces;

/** The workspaces that Steward is installed in, in the database. */
public final class StoredInstallations implements Installations {

    private static final String COLUMNS =
            "team_id, organization, name, app_id, token, refresh_token, expires_at, version";

    private static final int LEASED_MAX = 10;

    /** What is over here may not be over in another process. */
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofHours(1);

    private final Database database;

    public StoredInstallations(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Installation> find(String team) {
        return database.read(handle -> find(handle, team));
    }

    /** What an organization has installed is there for all of it. */
    static Optional<Installation> find(Handle handle, String team) {
        return installation(handle.createQuery("select " + COLUMNS + """
                         from installation
                        where token is not null and (
                            team_id = :team
                            or team_id = (select organization_id from organization_team where team_id = :team)
                        )
                        order by organization desc
                        limit 1
                        """).bind("team", team));
    }

    @Override
    public Optional<Installation> any() {
        return database.read(handle -> installation(
                handle.createQuery("select " + COLUMNS + " from installation where token is not null limit 1")));
    }

    /** All workspaces whose tokens there are. */
    static List<Installation> withTokens(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from installation where token is not null order by team_id")
                .map((row, context) -> read(row))
                .list();
    }

    /** All workspaces and organizations that have installed Steward, and since when. */
    static List<StoredTokens.Installed> installed(Handle handle) {
        return handle.createQuery("select " + COLUMNS + ", installed_at from installation where token is not null"
                        + " order by installed_at, team_id")
                .map((row, context) ->
                        new StoredTokens.Installed(read(row), Instant.ofEpochMilli(row.getLong("installed_at"))))
                .list();
    }

    /** Puts other tokens in the place of a workspace's. */
    static void replace(Handle handle, Installation next) {
        tokens(handle.createUpdate("""
                        update installation
                        set token = :token, refresh_token = :refresh, expires_at = :expires
                        where team_id = :team
                        """), next).execute();
    }

    private static Optional<Installation> installation(Query query) {
        return query.map((row, context) -> read(row)).findOne();
    }

    private static Installation read(ResultSet row) throws SQLException {
        long expiresAt = row.getLong("expires_at");
        return new Installation(
                row.getString("team_id"),
                row.getInt("organization") == 1,
                row.getString("name"),
                row.getString("app_id"),
                row.getString("token"),
                Optional.ofNullable(row.getString("refresh_token"))
                        .map(refresh -> new Installation.Renewal(refresh, Instant.ofEpochMilli(expiresAt))),
                row.getLong("version"));
    }

    @Override
    public boolean isUsed(SingleUse through) {
        return database.read(handle -> handle.createQuery("select count(*) from used_state where id = :id")
                        .bind("id", through.id())
                        .mapTo(int.class)
                        .one())
                > 0;
    }

    @Override
    public boolean install(Installation installation, SingleUse through, Instant now) {
        return database.write(handle -> {
            boolean first = use(handle, through, now);
            if (first) {
                install(handle, installation, now);
            }
            return first;
        });
    }

    /** Only the first time. */
    private static boolean use(Handle handle, SingleUse through, Instant now) {
        handle.createUpdate("delete from used_state where ends_at <= :past")
                .bind("past", now.minus(CLOCKS_DIFFER_MAX).toEpochMilli())
                .execute();
        return handle.createUpdate("insert into used_state (id, ends_at) values (:id, :end) on conflict do nothing")
                        .bind("id", through.id())
                        .bind("end", through.endsAt().toEpochMilli())
                        .execute()
                == 1;
    }

    private static void install(Handle handle, Installation installation, Instant now) {
        OrganizationTeams.comeBack(handle, installation.team(), now);
        tokens(handle.createUpdate("""
                            insert into installation
                                (team_id, organization, name, app_id, token, refresh_token, expires_at, version, installed_at)
                            values (:team, :organization, :name, :app, :token, :refresh, :expires, 1, :at)
                            on conflict (team_id) do update
                            set name = excluded.name,
                                app_id = excluded.app_id,
                                token = excluded.token,
                                refresh_token = excluded.refresh_token,
                                expires_at = excluded.expires_at,
                                version = installation.version + 1,
                                installed_at = excluded.installed_at,
                                leased_until = null,
                                forget_at = null
                            """), installation)
                .bind("organization", installation.organization() ? 1 : 0)
                .bind("name", installation.name())
                .bind("app", installation.app())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    @Override
    public void belongs(String team, String organization, Instant now) {
        boolean isKnown = database.read(handle -> OrganizationTeams.organization(handle, team))
                .equals(Optional.of(organization));
        if (!isKnown) {
            database.write(handle -> {
                OrganizationTeams.belongs(handle, team, organization, now);
                return true;
            });
        }
    }

    @Override
    public Optional<String> workspace(String organization, String user) {
        return database.read(handle -> OrganizationTeams.workspace(handle, organization, user));
    }

    private static <T extends SqlStatement<T>> T tokens(T statement, Installation installation) {
        return statement
                .bind("team", installation.team())
                .bind("token", installation.token())
                .bind(
                        "refresh",
                        installation
                                .renewal()
                                .map(Installation.Renewal::refreshToken)
                                .orElse(null))
                .bind(
                        "expires",
                        installation
                                .renewal()
                                .map(renewal -> renewal.expiresAt().toEpochMilli())
                                .orElse(null));
    }

    @Override
    public boolean leave(String team, Instant at, Instant forgetAt) {
        boolean hasLeft = database.write(handle -> {
            int left = handle.createUpdate("""
                            update installation
                            set token = null,
                                refresh_token = null,
                                expires_at = null,
                                leased_until = null,
                                version = version + 1,
                                forget_at = :forget
                            where team_id = :team and token is not null and installed_at < :end
                            """)
                    .bind("team", team)
                    // Slack tells the second, the row the millisecond.
                    .bind("end", at.plusSeconds(1).toEpochMilli())
                    .bind("forget", forgetAt.toEpochMilli())
                    .execute();
            if (left == 1) {
                OrganizationTeams.hush(handle, team);
            }
            return left == 1;
        });
        if (hasLeft) {
            database.erased();
        }
        return hasLeft;
    }

    @Override
    public List<Installation> leaseExpiring(Instant expireBefore, Instant now, Duration lease) {
        // Most of the time there are none, and then nothing is written.
        List<String> teams = database.read(handle -> handle.createQuery("""
                        select team_id
                        from installation
                        where expires_at <= :before and token is not null
                            and (leased_until is null or leased_until <= :now)
                        order by expires_at
                        limit :max
                        """)
                .bind("before", expireBefore.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("max", LEASED_MAX)
                .mapTo(String.class)
                .list());
        return teams.stream().flatMap(team -> lease(team, now, lease).stream()).toList();
    }

    @Override
    public Optional<Installation> lease(String team, Instant now, Duration lease) {
        return database.write(handle -> installation(handle.createQuery("""
                        update installation
                        set leased_until = :until
                        where team_id = :team and token is not null and refresh_token is not null
                            and (leased_until is null or leased_until <= :now)
                        returning\s""" + COLUMNS)
                .bind("team", team)
                .bind("now", now.toEpochMilli())
                .bind("until", now.plus(lease).toEpochMilli())));
    }

    @Override
    public void renewed(Installation next) {
        database.write(handle -> tokens(handle.createUpdate("""
                        update installation
                        set token = :token,
                            refresh_token = :refresh,
                            expires_at = :expires,
                            version = version + 1,
                            leased_until = null
                        where team_id = :team and version = :version and token is not null
                        """), next)
                .bind("version", next.version())
                .execute());
    }

    @Override
    public boolean forgetSome(Instant now) {
        // Most of the time there is nothing, and then nothing is written.
        boolean isSome =
                database.read(handle -> LeftWorkspaces.due(handle, now)).isPresent()
                        && database.write(handle -> {
                            Optional<String> left = LeftWorkspaces.due(handle, now);
                            left.ifPresent(due -> LeftWorkspaces.forgetSome(handle, due, now));
                            return left.isPresent();
                        });
        if (isSome) {
            database.erased();
        }
        return isSome;
    }
}
