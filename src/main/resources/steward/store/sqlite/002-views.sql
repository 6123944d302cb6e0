-- The views that reports may rely on: plans, answers, contacts, opportunities, actions. All are derived from the journal.

-- For the view of plans alone: the few entries in a plan's journal that move it from one status to another, and their index.
create view turning_points as
select team_id, plan_id, seq, kind, value
from entry
where kind in ('CycleStarted', 'Closed', 'Resumed');

create index entry_turning_point on entry (team_id, plan_id, kind, seq, value)
where kind in ('CycleStarted', 'Closed', 'Resumed');

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
            from turning_points t
            where t.team_id = p.team_id and t.plan_id = p.plan_id and t.kind = 'CycleStarted'
        ) as cycle,
        (
            select t.value
            from turning_points t
            where t.team_id = p.team_id and t.plan_id = p.plan_id and t.kind = 'CycleStarted'
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
    from plan p
) as told;

-- For the views below alone: each blank that was ever settled, the entry that settled it first, and what the last one left there.
create view settled as
select b.plan_id, b.question, b.row_no, b.first_seq, e.kind, e.value, e.said, e.at
from (
    select p.team_id, p.plan_id, e.question, e.row_no, min(e.seq) as first_seq, max(e.seq) as last_seq
    from plan p
    join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
    where e.kind in ('Answered', 'Skipped') and e.question not in ('cancel', 'close')
    group by p.team_id, p.plan_id, e.question, e.row_no
) as b
join entry e on e.team_id = b.team_id and e.plan_id = b.plan_id and e.seq = b.last_seq;

-- Blanks are numbered as they are first settled; "another?" and "looks right?" get no number, and stand here no more than elsewhere. A row whose first question is skipped is
-- folded away with all that was said in it.
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
where number is not null and kind = 'Answered' and not exists (
    select 1
    from settled opener
    where opener.plan_id = s.plan_id
        and opener.row_no = s.row_no
        and opener.question in (
            substr(s.question, 1, instr(s.question, '.')) || 'name', substr(s.question, 1, instr(s.question, '.')) || 'what'
        )
        and opener.kind = 'Skipped'
) and coalesce((
    select e.kind
    from plan p
    join entry e on e.team_id = p.team_id and e.plan_id = p.plan_id
    where p.plan_id = s.plan_id
        and e.row_no = s.row_no
        and e.question = substr(s.question, 1, instr(s.question, '.') - 1)
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
    value as what,
    cast(last_year as bigint) as last_year,
    case when increase = 'keep' then 0 else cast(increase as bigint) end as increase,
    case when increase = 'keep' then 1 else 0 end as renewal,
    cast(probability as numeric) as probability,
    cast(margin as numeric) as margin,
    activity,
    timeline,
    'open' as status,
    cast(null as bigint) as won_amount
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
where question = 'opportunity.what';

-- What is written down before the first start is for the first cycle. A contact is kept as its role and row: coach.1.
create view actions as
select
    a.plan_id,
    a.row_no,
    (
        select coalesce(nullif(count(*), 0), 1)
        from plan p
        join entry start on start.team_id = p.team_id and start.plan_id = p.plan_id and start.kind = 'CycleStarted'
        where p.plan_id = a.plan_id and start.seq < (
            select min(e.seq)
            from entry e
            where e.team_id = p.team_id and e.plan_id = p.plan_id
                and e.question = 'action.what' and e.row_no = a.row_no and e.kind in ('Answered', 'Skipped')
        )
    ) as cycle,
    a.value as what,
    a.due,
    (
        select c.name from contacts c where c.plan_id = a.plan_id and c.role || '.' || c.row_no = a.contact
    ) as contact,
    'open' as status,
    cast(null as bigint) as done_at
from (
    select
        plan_id, row_no, question, value,
        max(value) filter (where question = 'action.due') over cells as due,
        max(value) filter (where question = 'action.contact') over cells as contact
    from answers
    where question like 'action.%'
    window cells as (partition by plan_id, row_no)
) as a
where a.question = 'action.what';
