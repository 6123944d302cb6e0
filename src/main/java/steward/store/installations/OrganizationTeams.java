package steward.store.installations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The workspaces of organizations, and what becomes of them when Steward is installed in one, or leaves it. */
final class OrganizationTeams {

    private OrganizationTeams() {}

    static void belongs(Handle handle, String team, String organization, Instant now) {
        handle.createUpdate("""
                        insert into organization_team (team_id, organization_id) values (:team, :organization)
                        on conflict (team_id) do update set organization_id = excluded.organization_id
                        """)
                .bind("team", team)
                .bind("organization", organization)
                .execute();
        if (StoredInstallations.find(handle, organization).isPresent()) {
            comeBack(handle, organization, now);
        }
    }

    static Optional<String> organization(Handle handle, String team) {
        return handle.createQuery("select organization_id from organization_team where team_id = :team")
                .bind("team", team)
                .mapTo(String.class)
                .findOne();
    }

    /** The workspace of an organization in which somebody is a rep. */
    static Optional<String> workspace(Handle handle, String organization, String user) {
        // Who is in several was most likely spoken to last where they are now.
        return handle.createQuery("""
                        select r.team_id
                        from rep r join organization_team o on o.team_id = r.team_id
                        where o.organization_id = :organization and r.user_id = :user
                        order by (
                            select coalesce(max(i.created_at), 0)
                            from intent i
                            where i.team_id = r.team_id and i.owner_id = r.user_id
                        ) desc, r.team_id
                        limit 1
                        """)
                .bind("organization", organization)
                .bind("user", user)
                .mapTo(String.class)
                .findOne();
    }

    /** Nobody there was looked at since Steward left, so all are now; an organization's installation decides for its workspaces. */
    static void comeBack(Handle handle, String team, Instant now) {
        handle.createUpdate("""
                        update rep
                        set wake_at = :now, leased_until = null
                        where team_id in (
                            select :team
                            union select team_id from organization_team where organization_id = :team
                        ) and exists (
                            select 1
                            from installation i
                            where i.forget_at is not null and i.team_id in (
                                rep.team_id,
                                (select organization_id from organization_team o where o.team_id = rep.team_id)
                            )
                        )
                        """)
                .bind("team", team)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("""
                        delete from installation
                        where token is null
                            and team_id in (select team_id from organization_team where organization_id = :team)
                        """).bind("team", team).execute();
    }

    /** Where Steward is installed in no other way. */
    static void hush(Handle handle, String left) {
        List<String> teams =
                handle.createQuery("""
                        select :left as team_id union select team_id from organization_team where organization_id = :left
                        """).bind("left", left).mapTo(String.class).list();
        teams.stream()
                .filter(team -> StoredInstallations.find(handle, team).isEmpty())
                .forEach(team -> {
                    handle.createUpdate("""
                            update intent
                            set state = 'refused', body = '', reason = 'uninstalled'
                            where state in ('waiting', 'doubtful') and team_id = :team
                            """).bind("team", team).execute();
                    handle.createUpdate("update rep set wake_at = null, leased_until = null where team_id = :team")
                            .bind("team", team)
                            .execute();
                });
    }
}
