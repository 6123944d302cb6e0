-- What only a SQLite database has, on top of the tables. A statement ends with a semicolon before an empty line.

-- Each carries all that a view asks of the entries in it, so that the journal itself need not be looked at.
create index entry_turning_point on entry (team_id, plan_id, kind, seq, value)
where kind in ('CycleStarted', 'CycleTakenBack', 'Closed', 'Resumed', 'Renamed', 'Deleted', 'Undeleted');

create index entry_fate on entry (team_id, plan_id, row_no, seq, kind, value)
where kind in ('Won', 'Lost', 'StillOpen');

create index entry_time on entry (team_id, plan_id, row_no, seq, kind)
where kind in ('Logged', 'Unlogged');

create index entry_deed on entry (team_id, plan_id, row_no, seq, kind, at)
where kind in ('Done', 'Dropped', 'Undone');

create trigger entry_never_changes before update on entry
begin
    select raise(abort, 'an entry never changes');
end;

-- An entry goes only with a plan that its rep deleted, with all that was written in a workspace that Steward has left (or whose organization
-- it has left), or with all that is kept of a rep who said that it is to go, and has it as a file.
create trigger entry_never_goes before delete on entry
when not exists (
        select 1
        from installation i
        where i.forget_at is not null and (
            i.team_id = old.team_id
            or i.team_id = (select organization_id from organization_team o where o.team_id = old.team_id)
        )
    )
    and not exists (
        select 1
        from plan p
        where p.team_id = old.team_id and p.plan_id = old.plan_id and p.erase_at is not null
    )
    and not exists (
        select 1
        from plan p
        join personal_data_request r on r.team_id = p.team_id and r.user_id = p.owner_id
        where p.team_id = old.team_id and p.plan_id = old.plan_id and r.forget = 1 and r.handed_at is not null
    )
begin
    select raise(abort, 'an entry never goes');
end;
