-- The tables, in words that SQLite and PostgreSQL read alike but for those in braces, of which each has its own (Dialect).
-- A statement ends with a semicolon before an empty line.
--
-- Instants are in epoch milliseconds, days are ISO text, amounts in minor units, and what is true is 1.

-- known_at is null while a rep's profile was never seen. room is the channel in which Steward and the rep talk, once it is known. break_even
-- is what an hour of the rep's costs, if they said so. working_days are ISO numbers (1 is Monday). muted are the names of nudges that the rep
-- does not want, with a space between. away_until is the day from which the rep is back. fiscal_year_end is the number
-- of the month that their company's fiscal year ends in. The address of the calendar that a rep subscribed to is found by calendar_name; of
-- the secret in it only the hash is kept. gone says that they left the workspace, or were deactivated there, and sees_home that they ever looked at the Home tab. wake_at is when the rep may deserve a nudge next, and leased_until
-- the end of the time for which whoever looks after the rep's nudges has them to himself. asked_beside is what the rep was asked last beside
-- the worksheet, one thing that may be said to it a line; empty if nothing.
create table rep (
    team_id {text} not null,
    user_id {text} not null,
    name {text} not null default '',
    zone {text} not null default 'UTC',
    room {text},
    known_at {bigint},
    break_even {bigint},
    working_days {text} not null default '12345',
    works_from {text} not null default '09:00',
    works_to {text} not null default '17:00',
    muted {text} not null default '',
    away_until {text},
    fiscal_year_end integer,
    calendar_name {text},
    calendar_secret {text},
    calendar_since {bigint},
    gone integer not null default 0,
    sees_home integer not null default 0,
    wake_at {bigint},
    leased_until {bigint},
    asked_beside {text} not null default '',
    primary key (team_id, user_id)
) {by key};

create unique index rep_calendar on rep (calendar_name) where calendar_name is not null;

create index rep_wake on rep (wake_at) where wake_at is not null;

-- erase_at is the end of the day on which its rep deleted a plan: until then they may bring it back, and then it goes.
create table plan (
    team_id {text} not null,
    plan_id {text} not null unique,
    owner_id {text} not null,
    account {text} not null,
    year integer not null,
    created_at {bigint} not null,
    erase_at {bigint},
    primary key (team_id, plan_id)
) {by row};

create index plan_of_owner on plan (team_id, owner_id);

create index plan_erase on plan (erase_at) where erase_at is not null;

-- What came from outside in the last 30 days, so that it is never taken twice; what is older when it comes is not taken.
create table delivery (
    team_id {text} not null,
    key {text} not null,
    at {bigint} not null,
    primary key (team_id, key)
) {by key};

-- The journal. By key the entries of a plan lie side by side, so reading one costs the same however many plans there are. delivery is what came
-- from outside when an entry was written: it outlives the note in the table above.
create table entry (
    team_id {text} not null,
    plan_id {text} not null,
    seq {bigint} not null,
    delivery {text} not null,
    kind {text} not null,
    question {text} not null,
    row_no integer not null,
    value {text} not null,
    said {text} not null,
    at {bigint} not null,
    primary key (team_id, plan_id, seq),
    foreign key (team_id, plan_id) references plan (team_id, plan_id)
) {by key};

create index entry_of_delivery on entry (team_id, delivery);

-- For what a rep answered last to a question, in whatever plan.
create index entry_answered on entry (team_id, plan_id, question, at) where kind = 'Answered';

create index entry_row_removed on entry (team_id, plan_id, row_no, question, seq)
where kind in ('RowRemoved', 'RowRestored');

-- Messages on their way, and where they went; their words, body, only until then. plan_id and question are empty if a message is about none. target is where it goes if the rep shares it, null for
-- the rep's own chat with Steward. worker is which Steward at work on this store is to send it, so that no two do. Once it has arrived,
-- message_id is what the chat calls it in its channel, and stamp where it stands in the order there; both are null if nobody knows.
create table intent (
    n {identity},
    team_id {text} not null,
    intent_id {text} not null,
    owner_id {text} not null,
    plan_id {text} not null,
    question {text} not null,
    row_no integer not null,
    purpose {text} not null,
    body {text} not null,
    target {text},
    state {text} not null check (state in ('waiting', 'doubtful', 'sent', 'refused')),
    reason {text},
    worker {text},
    channel {text},
    message_id {text},
    stamp {bigint},
    created_at {bigint} not null,
    unique (team_id, intent_id)
) {by row};

create index intent_unsent on intent (n) where state in ('waiting', 'doubtful');

create index intent_by_message on intent (team_id, owner_id, channel, message_id);

create index intent_refused on intent (created_at) where state = 'refused' and purpose not in ('QUESTION', 'FOCUS');

create index intent_asking on intent (team_id, owner_id, n) where purpose in ('QUESTION', 'FOCUS');

-- The Stewards at work, and when each last said so.
create table worker (
    name {text} not null primary key,
    alive_at {bigint} not null
) {by key};

-- The nudges that went out, or are about to: one of a kind a day. A subject is kept as its plan and row: "p1.2", with spaces between; 0 is
-- the plan as a whole. A day is the rep's own; answered is 1 once the rep did, and shown is what the message shows.
create table nudge (
    team_id {text} not null,
    user_id {text} not null,
    kind {text} not null,
    day {text} not null,
    intent_id {text} not null,
    subjects {text} not null,
    at {bigint} not null,
    answered integer not null default 0,
    shown {text} not null,
    primary key (team_id, user_id, kind, day)
) {by key};

create index nudge_newest on nudge (team_id, user_id, at);

-- The workspaces that Steward is installed in, and the organizations (team_id is then theirs, and organization 1). The tokens are encrypted
-- before they come here, and null once Steward has left; what was written in the workspace is kept until forget_at. An installation is leased by whoever gets its next tokens.
create table installation (
    team_id {text} not null primary key,
    organization integer not null default 0,
    name {text} not null,
    app_id {text} not null,
    token {text},
    refresh_token {text},
    expires_at {bigint},
    version {bigint} not null,
    installed_at {bigint} not null,
    leased_until {bigint},
    forget_at {bigint}
) {by key};

create index installation_expires on installation (expires_at) where expires_at is not null;

create index installation_forget on installation (forget_at) where forget_at is not null;

-- The organization that a workspace is in, as Slack tells with what happens there.
create table organization_team (
    team_id {text} not null primary key,
    organization_id {text} not null
) {by key};

create index organization_teams on organization_team (organization_id);

-- The OAuth states that have let an installation through, so that none lets a second one through until it is over.
create table used_state (
    id {text} not null primary key,
    ends_at {bigint} not null
) {by key};

create index used_state_ends on used_state (ends_at);

-- The reps who asked for a file of all that is kept of them, until they have it. forget is 1 if all of it is to go then; handed_at is when
-- they were known to have the file, and leased_until the end of the time for which whoever hands it over has them to himself.
create table personal_data_request (
    team_id {text} not null,
    user_id {text} not null,
    asked_at {bigint} not null,
    forget integer not null,
    handed_at {bigint},
    leased_until {bigint} not null default 0,
    primary key (team_id, user_id)
) {by key};

-- Who did what to the data of others, and when. who is a workspace and a person in it, or whoever was at the command line as the machine knows
-- them; about is a workspace and a person, or a file.
create table audit (
    n {identity},
    at {bigint} not null,
    who {text} not null,
    what {text} not null,
    about {text} not null
) {by row};
