drop trigger entry_never_goes on entry;

-- An entry goes only with all that was written in a workspace that Steward has left.
create function refuse_unless_left() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from installation i where i.team_id = old.team_id and i.forget_at is not null) then
        raise exception 'an entry never goes';
    end if;
    return old;
end
$$;

create trigger entry_never_goes before delete on entry
for each row execute function refuse_unless_left();
