drop trigger entry_never_goes;

-- An entry goes only with all that was written in a workspace that Steward has left.
create trigger entry_never_goes before delete on entry
when not exists (select 1 from installation i where i.team_id = old.team_id and i.forget_at is not null)
begin
    select raise(abort, 'an entry never goes');
end;
