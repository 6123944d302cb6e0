-- The views that reports may rely on, in words that SQLite and PostgreSQL read alike; all are derived from the journal.
-- A statement ends with a semicolon before an empty line.

-- For the views of plans alone: the few entries in a plan's journal that move it from one status to another, or rename or delete it.
create view turning_points as
select team_id, plan_id, seq, kind, value
from entry
where kind in ('CycleStarted', 'CycleTakenBack', 'Closed', 'Resumed', 'Renamed', 'Deleted', 'Undeleted');

-- The starts of cycles that were not taken back: that takes back all that were.
create view cycle_starts as
select t.team_id, t.plan_id, t.seq, t.value
from turning_points t
where t.kind = 'CycleStarted' and not exists (
    select 1
    from turning_points later
    where later.team_id = t.team_id and later.plan_id = t.plan_id and later.kind = 'CycleTakenBack' and later.seq > t.seq
);

-- The plans that their reps deleted, and have not taken that back: no view below shows them.
create view deleted_plans as
select t.team_id, t.plan_id
from turning_points t
where t.kind = 'Deleted' and not exists (
    select 1
    from turning_points later
    where later.team_id = t.team_id and later.plan_id = t.plan_id and later.kind = 'Undeleted' and later.seq > t.seq
);

-- All others, under the names that their accounts have by now.
create view kept_plans as
select
    p.team_id,
    p.plan_id,
    p.owner_id,
    coalesce((
        select t.value
        from turning_points t
        where t.team_id = p.team_id and t.plan_id = p.plan_id and t.kind = 'Renamed'
        order by t.seq desc
        limit 1
    ), p.account) as account,
    p.year,
    p.created_at
from plan p
where not exists (select 1 from deleted_plans d where d.team_id = p.team_id and d.plan_id = p.plan_id);

create view plans as
select
    plan_id,
    team_id,
    owner_id,
    account,
    year,
    case
        when closed > coalesce(resumed, 0) then 'closed'
        when cycle > 0 then 'running'
        else 'draft'
    end as status,
    cycle,
    cycle_start,
    created_at,
    coalesce(touched_at, created_at) as updated_at
from (
    select
        p.*,
        (
            select max(t.seq)
            from turning_points t
            where t.team_id = p.team_id and t.plan_id = p.plan_id and t.kind = 'Closed'
        ) as closed,
        (
            select max(t.seq)
            from turning_points t
            where t.team_id = p.team_id and t.plan_id = p.plan_id and t.kind = 'Resumed'
        ) as resumed,
        (
            select count(*)
            from cycle_starts t
            where t.team_id = p.team_id and t.plan_id = p.plan_id
        ) as cycle,
        (
            select t.value
            from cycle_starts t
            where t.team_id = p.team_id and t.plan_id = p.plan_id
            order by t.seq desc
            limit 1
        ) as cycle_start,
        (
            select e.at
            from entry e
            where e.team_id = p.team_id and e.plan_id = p.plan_id
            order by e.seq desc
            limit 1
        ) as touched_at
    from kept_plans p
) as told;

-- For the views below alone: each blank that was ever settled, the entry that settled it first, and what the last one left there.
create view settled as
select b.team_id, b.plan_id, b.question, b.row_no, b.first_seq, e.kind, e.value, e.said, e.at
from (
    select p.team_id, p.plan_id, e.question, e.row_no, min(e.seq) as first_seq, max(e.seq) as last_seq
    from kept_plans p
    join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
    where e.kind in ('Answered', 'Skipped')
        and e.question not in (
            'cancel', 'close', 'more_hours', 'opportunity.won', 'opportunity.lost', 'cycle.worked', 'cycle.not_worked'
        )
    group by p.team_id, p.plan_id, e.question, e.row_no
) as b
join entry e on e.team_id = b.team_id and e.plan_id = b.plan_id and e.seq = b.last_seq;

-- Blanks are numbered as they are first settled; "another?" and "looks right?" get no number, and stand here no more than elsewhere. A row
-- whose first question is skipped is folded away with all that was said in it.
create view answers as
select plan_id, number, question, row_no, value, said, at as answered_at
from (
    select
        s.*,
        case when question not like '%.another' and question not like '%.remove' and question not like 'summary.%' then
            count(*) filter (where question not like '%.another' and question not like '%.remove' and question not like 'summary.%')
                over (partition by plan_id order by first_seq)
        end as number
    from settled s
) as s
where number is not null and kind = 'Answered' and coalesce((
    select e.kind
    from entry e
    where e.team_id = s.team_id
        and e.plan_id = s.plan_id
        and e.row_no = s.row_no
        and e.question in (
            substr(s.question, 1, instr(s.question, '.')) || 'name', substr(s.question, 1, instr(s.question, '.')) || 'what'
        )
        and e.kind in ('Answered', 'Skipped')
    order by e.seq desc
    limit 1
), '') <> 'Skipped' and coalesce((
    select e.kind
    from entry e
    where e.team_id = s.team_id
        and e.plan_id = s.plan_id
        and e.row_no = s.row_no
        and e.question = substr(s.question, 1, instr(s.question || '.', '.') - 1)
        and e.kind in ('RowRemoved', 'RowRestored')
    order by e.seq desc
    limit 1
), '') <> 'RowRemoved';

-- A contact is kept as "Name, Position", or the name alone.
create view contacts as
select
    plan_id,
    substr(question, 1, instr(question, '.') - 1) as role,
    row_no,
    case when value like '%,%' then trim(substr(value, 1, instr(value, ',') - 1)) else trim(value) end as name,
    case when value like '%,%' then trim(substr(value, instr(value, ',') + 1)) end as position,
    criteria,
    strategy
from (
    select
        plan_id, row_no, question, value,
        max(value) filter (where question like '%.criteria') over cells as criteria,
        max(value) filter (where question like '%.strategy') over cells as strategy
    from answers
    where question like '%.name' or question like '%.criteria' or question like '%.strategy'
    window cells as (partition by plan_id, substr(question, 1, instr(question, '.')), row_no)
) as cell
where question like '%.name';

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

-- What is written down before the first start is for the first cycle; what is carried over lives in the cycle that it was carried into.
-- A contact is kept as its role and row: coach.1.
create view actions as
select
    a.plan_id,
    a.row_no,
    (
        select coalesce(nullif(count(*), 0), 1)
        from cycle_starts start
        where start.team_id = a.team_id and start.plan_id = a.plan_id
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

-- An entry is kept as its day, growth or upkeep, and its minutes: "2026-03-03 growth 90". The kind is asked for twice, since a report's own
-- condition on the minutes may be looked at before the one below.
create view time_log as
select
    p.plan_id || '.' || e.row_no as entry_id,
    p.plan_id,
    p.owner_id as rep_id,
    substr(e.value, 1, 10) as spent_on,
    case when e.kind = 'Logged' then cast(substr(e.value, 19) as integer) end as minutes,
    case substr(e.value, 12, 6) when 'upkeep' then 1 else 0 end as upkeep,
    e.said as note,
    e.at as logged_at
from kept_plans p
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

-- Gross profit is rounded once, here, half up: to a millionth first, since SQLite counts in binary fractions, which may fall short of a half.
-- What is not known yet counts for nothing, as does a renewal kept at less than last year; the hours
-- required are null then. An opportunity without a margin of its own has the account's.
create view roti as
select
    plan_id,
    cast(round(round(open_egp + won, 6)) as bigint) as egp,
    cast(round(round(open_egp, 6)) as bigint) as open_egp,
    minutes_required,
    minutes_logged,
    minutes_upkeep,
    cast(round(round(won, 6)) as bigint) as gross_profit_won
from (
    select
        p.plan_id,
        coalesce(money.open_own, 0) + coalesce(money.open_increase * given.gross_margin / 10000.0, 0) as open_egp,
        coalesce(money.won_own, 0) + coalesce(money.won_amount * given.gross_margin / 100.0, 0) as won,
        given.minutes_required,
        coalesce(spent.growth, 0) as minutes_logged,
        coalesce(spent.upkeep, 0) as minutes_upkeep
    from kept_plans p
    left join (
        select
            plan_id,
            cast(max(value) filter (where question = 'gross_margin') as numeric) as gross_margin,
            cast(max(value) filter (where question = 'hours_required') as bigint) as minutes_required
        from answers
        where question in ('gross_margin', 'hours_required')
        group by plan_id
    ) as given on given.plan_id = p.plan_id
    left join (
        select
            plan_id,
            sum(minutes) filter (where upkeep = 0) as growth,
            sum(minutes) filter (where upkeep = 1) as upkeep
        from time_log
        group by plan_id
    ) as spent on spent.plan_id = p.plan_id
    left join (
        select
            plan_id,
            sum(increase * probability * margin / 10000.0) filter (where status = 'open' and renewal = 0) as open_own,
            sum(increase * probability) filter (where status = 'open' and renewal = 0 and margin is null) as open_increase,
            sum(won_amount * margin / 100.0) filter (where status = 'won' and won_amount > 0) as won_own,
            sum(won_amount) filter (where status = 'won' and won_amount > 0 and margin is null) as won_amount
        from opportunities
        group by plan_id
    ) as money on money.plan_id = p.plan_id
) as reckoned;
