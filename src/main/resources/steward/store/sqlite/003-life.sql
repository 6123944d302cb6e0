-- The life of a plan after it is written: opportunities won and lost, the time log, and what it all comes to.

-- What an hour of the rep's costs, in minor units, if they said so.
alter table rep add column break_even integer;

-- When the rep works, on their own clock: the days of the week by their ISO numbers (1 is Monday), and the hours.
alter table rep add column working_days text not null default '12345';

alter table rep add column works_from text not null default '09:00';

alter table rep add column works_to text not null default '17:00';

-- The nudges that the rep does not want: their names, with a space between.
alter table rep add column muted text not null default '';

-- The day from which the rep is back; null if they are here.
alter table rep add column away_until text;

-- Whether the rep left the workspace, or was deactivated there.
alter table rep add column gone integer not null default 0;

-- Which Steward at work on this store is to send a message, so that no two do.
alter table intent add column worker text;

-- The Stewards at work, and when each last said so.
create table worker (
    name text primary key,
    alive_at integer not null
) strict, without rowid;

-- When the rep may deserve a nudge next; null if never, as things are.
alter table rep add column wake_at integer;

-- Until when whoever looks after the rep's nudges has them to himself.
alter table rep add column leased_until integer;

create index rep_wake on rep (wake_at) where wake_at is not null;

-- The nudges that went out, or are about to: one of a kind a day. A subject is kept as its plan and row: "p1.2", with spaces between; 0 is
-- the plan as a whole. A day is the rep's own; answered is 1 once the rep did, and shown is what the message shows.
create table nudge (
    team_id text not null,
    user_id text not null,
    kind text not null,
    day text not null,
    intent_id text not null,
    subjects text not null,
    at integer not null,
    answered integer not null default 0,
    shown text not null,
    primary key (team_id, user_id, kind, day)
) strict, without rowid;

create index nudge_newest on nudge (team_id, user_id, at);

-- Whether the rep has ever looked at the Home tab, so that it is kept up to date for those who do.
alter table rep add column sees_home integer not null default 0;

-- Where a message goes that the rep shares; null for the rep's own chat with Steward.
alter table intent add column target text;

create index entry_fate on entry (team_id, plan_id, row_no, seq, kind, value)
where kind in ('Won', 'Lost', 'StillOpen');

create index entry_time on entry (team_id, plan_id, row_no, seq, kind)
where kind in ('Logged', 'Unlogged');

drop view settled;

create view settled as
select b.plan_id, b.question, b.row_no, b.first_seq, e.kind, e.value, e.said, e.at
from (
    select p.team_id, p.plan_id, e.question, e.row_no, min(e.seq) as first_seq, max(e.seq) as last_seq
    from plan p
    join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
    where e.kind in ('Answered', 'Skipped')
        and e.question not in (
            'cancel', 'close', 'more_hours', 'opportunity.won', 'opportunity.lost', 'cycle.worked', 'cycle.not_worked'
        )
    group by p.team_id, p.plan_id, e.question, e.row_no
) as b
join entry e on e.team_id = b.team_id and e.plan_id = b.plan_id and e.seq = b.last_seq;

drop view opportunities;

-- A renewal to defend is kept as "keep" where others have their increase.
create view opportunities as
select
    plan_id,
    row_no,
    what,
    last_year,
    increase,
    renewal,
    probability,
    margin,
    activity,
    timeline,
    case fate_kind when 'Won' then 'won' when 'Lost' then 'lost' else 'open' end as status,
    case when fate_kind = 'Won' then cast(fate_value as bigint) end as won_amount
from (
    select
        cell.plan_id,
        cell.row_no,
        cell.value as what,
        cast(cell.last_year as bigint) as last_year,
        case when cell.increase = 'keep' then 0 else cast(cell.increase as bigint) end as increase,
        case when cell.increase = 'keep' then 1 else 0 end as renewal,
        cast(cell.probability as numeric) as probability,
        cast(cell.margin as numeric) as margin,
        cell.activity,
        cell.timeline,
        fate.kind as fate_kind,
        fate.value as fate_value
    from (
        select
            plan_id, row_no, question, value,
            max(value) filter (where question = 'opportunity.last_year') over cells as last_year,
            max(value) filter (where question = 'opportunity.increase') over cells as increase,
            max(value) filter (where question = 'opportunity.probability') over cells as probability,
            max(value) filter (where question = 'opportunity.margin') over cells as margin,
            max(value) filter (where question = 'opportunity.activity') over cells as activity,
            max(value) filter (where question = 'opportunity.timeline') over cells as timeline
        from answers
        where question like 'opportunity.%'
        window cells as (partition by plan_id, row_no)
    ) as cell
    join plan p on p.plan_id = cell.plan_id
    left join entry fate on fate.team_id = p.team_id
        and fate.plan_id = p.plan_id
        and fate.row_no = cell.row_no
        and fate.kind in ('Won', 'Lost', 'StillOpen')
        and fate.seq = (
            select max(f.seq)
            from entry f
            where f.team_id = p.team_id and f.plan_id = p.plan_id and f.row_no = cell.row_no
                and f.kind in ('Won', 'Lost', 'StillOpen')
        )
    where cell.question = 'opportunity.what'
) as told;

create index entry_deed on entry (team_id, plan_id, row_no, seq, kind, at)
where kind in ('Done', 'Dropped', 'Undone');

drop view actions;

-- What is written down before the first start is for the first cycle; what is carried over lives in the cycle that it was carried into.
-- A contact is kept as its role and row: coach.1.
create view actions as
select
    a.plan_id,
    a.row_no,
    (
        select coalesce(nullif(count(*), 0), 1)
        from entry start
        where start.team_id = a.team_id and start.plan_id = a.plan_id and start.kind = 'CycleStarted'
            and start.seq < a.begun_seq
    ) as cycle,
    a.what,
    a.due,
    (
        select c.name from contacts c where c.plan_id = a.plan_id and c.role || '.' || c.row_no = a.contact
    ) as contact,
    case deed.kind when 'Done' then 'done' when 'Dropped' then 'dropped' else 'open' end as status,
    case when deed.kind = 'Done' then deed.at end as done_at
from (
    select
        p.team_id,
        cell.plan_id,
        cell.row_no,
        cell.value as what,
        cell.due,
        cell.contact,
        coalesce((
            select max(e.seq)
            from entry e
            where e.team_id = p.team_id and e.plan_id = p.plan_id and e.row_no = cell.row_no and e.kind = 'Carried'
        ), (
            select min(e.seq)
            from entry e
            where e.team_id = p.team_id and e.plan_id = p.plan_id
                and e.question = 'action.what' and e.row_no = cell.row_no and e.kind in ('Answered', 'Skipped')
        )) as begun_seq,
        (
            select max(e.seq)
            from entry e
            where e.team_id = p.team_id and e.plan_id = p.plan_id and e.row_no = cell.row_no
                and e.kind in ('Done', 'Dropped', 'Undone')
        ) as deed_seq
    from (
        select
            plan_id, row_no, question, value,
            max(value) filter (where question = 'action.due') over cells as due,
            max(value) filter (where question = 'action.contact') over cells as contact
        from answers
        where question like 'action.%'
        window cells as (partition by plan_id, row_no)
    ) as cell
    join plan p on p.plan_id = cell.plan_id
    where cell.question = 'action.what'
) as a
left join entry deed on deed.team_id = a.team_id and deed.plan_id = a.plan_id and deed.seq = a.deed_seq;

-- An entry is kept as its day, growth or upkeep, and its minutes: "2026-03-03 growth 90".
create view time_log as
select
    p.plan_id || '.' || e.row_no as entry_id,
    p.plan_id,
    p.owner_id as rep_id,
    substr(e.value, 1, 10) as spent_on,
    cast(substr(e.value, 19) as integer) as minutes,
    case substr(e.value, 12, 6) when 'upkeep' then 1 else 0 end as upkeep,
    e.said as note,
    e.at as logged_at
from plan p
join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
where e.kind = 'Logged' and not exists (
    select 1
    from entry later
    where later.team_id = e.team_id
        and later.plan_id = e.plan_id
        and later.row_no = e.row_no
        and later.kind in ('Logged', 'Unlogged')
        and later.seq > e.seq
);

-- Gross profit is rounded once, here. What is not known yet counts for nothing; the hours required are null then.
create view roti as
select
    p.plan_id,
    cast(round(coalesce(money.open_egp, 0) + coalesce(money.won, 0)) as bigint) as egp,
    cast(round(coalesce(money.open_egp, 0)) as bigint) as open_egp,
    (
        select cast(a.value as bigint) from answers a where a.plan_id = p.plan_id and a.question = 'hours_required'
    ) as minutes_required,
    coalesce((select sum(t.minutes) from time_log t where t.plan_id = p.plan_id and t.upkeep = 0), 0) as minutes_logged,
    coalesce((select sum(t.minutes) from time_log t where t.plan_id = p.plan_id and t.upkeep = 1), 0) as minutes_upkeep,
    cast(round(coalesce(money.won, 0)) as bigint) as gross_profit_won
from plan p
left join (
    select
        o.plan_id,
        sum(
            case
                when o.status = 'open' and o.renewal = 0
                    then o.increase * o.probability * coalesce(o.margin, a.value) / 10000.0
            end
        ) as open_egp,
        sum(case when o.status = 'won' then o.won_amount * coalesce(o.margin, a.value) / 100.0 end) as won
    from opportunities o
    left join answers a on a.plan_id = o.plan_id and a.question = 'gross_margin'
    group by o.plan_id
) as money on money.plan_id = p.plan_id;
