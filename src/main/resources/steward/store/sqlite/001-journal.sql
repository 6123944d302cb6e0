-- A statement ends with a semicolon before an empty line.

-- known_at is null while a rep's profile was never seen.
create table rep (
    team_id text not null,
    user_id text not null,
    name text not null default '',
    zone text not null default 'UTC',
    room text,
    known_at integer,
    primary key (team_id, user_id)
) strict, without rowid;

create table plan (
    team_id text not null,
    plan_id text not null unique,
    owner_id text not null,
    account text not null,
    year integer not null,
    created_at integer not null,
    primary key (team_id, plan_id)
) strict;

create index plan_of_owner on plan (team_id, owner_id);

-- What came from outside, so that it is never taken twice.
create table delivery (
    team_id text not null,
    key text not null,
    at integer not null,
    primary key (team_id, key)
) strict, without rowid;

-- The journal. Without rowid the entries of a plan lie side by side, so reading one costs the same however many plans there are.
create table entry (
    team_id text not null,
    plan_id text not null,
    seq integer not null,
    delivery text not null,
    kind text not null,
    question text not null,
    row_no integer not null,
    value text not null,
    said text not null,
    at integer not null,
    primary key (team_id, plan_id, seq),
    foreign key (team_id, plan_id) references plan (team_id, plan_id),
    foreign key (team_id, delivery) references delivery (team_id, key)
) strict, without rowid;

create index entry_of_delivery on entry (team_id, delivery);

create trigger entry_never_changes before update on entry
begin
    select raise(abort, 'an entry never changes');
end;

create trigger entry_never_goes before delete on entry
begin
    select raise(abort, 'an entry never goes');
end;

-- Messages on their way. message_id is what the chat calls one, and stamp where it stands in the order of its channel; plan_id and question are empty if a message is about none.
create table intent (
    n integer primary key autoincrement,
    team_id text not null,
    intent_id text not null,
    owner_id text not null,
    plan_id text not null,
    question text not null,
    row_no integer not null,
    purpose text not null,
    body text not null,
    state text not null check (state in ('waiting', 'doubtful', 'sent', 'refused')),
    reason text,
    channel text,
    message_id text,
    stamp integer,
    created_at integer not null,
    unique (team_id, intent_id)
) strict;

create index intent_unsent on intent (n) where state in ('waiting', 'doubtful');

create index intent_by_message on intent (team_id, owner_id, channel, message_id);

create index intent_asking on intent (team_id, owner_id, n) where purpose in ('QUESTION', 'FOCUS');
