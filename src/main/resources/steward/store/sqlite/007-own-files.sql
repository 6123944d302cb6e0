-- The reps who asked for a file of all that is kept of them, until they have it. forget is 1 if all of it is to go then; handed_at is when
-- they were known to have the file, and leased_until the end of the time for which whoever hands it over has them to himself.
create table own_file (
    team_id text not null,
    user_id text not null,
    asked_at integer not null,
    forget integer not null,
    handed_at integer,
    leased_until integer not null default 0,
    primary key (team_id, user_id)
) strict, without rowid;

drop trigger entry_never_goes;

-- An entry goes only with all that was written in a workspace that Steward has left, or with all that is kept of a rep who said that it is to
-- go, and has it as a file.
create trigger entry_never_goes before delete on entry
when not exists (select 1 from installation i where i.team_id = old.team_id and i.forget_at is not null)
    and not exists (
        select 1
        from plan p
        join own_file f on f.team_id = p.team_id and f.user_id = p.owner_id
        where p.team_id = old.team_id and p.plan_id = old.plan_id and f.forget = 1 and f.handed_at is not null
    )
begin
    select raise(abort, 'an entry never goes');
end;
