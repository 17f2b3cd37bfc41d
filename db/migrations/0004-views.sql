-- What documents offers the account and the search: releases that serve a duty, and clocks that run for one.

create view documents.release_for_duty as
select p.organization_id, p.matter_code, p.document_id, p.due_on, p.published_at,
  (p.published_at at time zone 'Asia/Shanghai')::date as published_on
from documents.placement p
where p.matter_code is not null and p.published_at is not null;

-- What is formed and waits, with the day set for each duty. A correction has its old edition up, so it
-- keeps nobody waiting; what is drafted of a withdrawn document does.
create view documents.running_clock as
select p.organization_id, p.matter_code, p.document_id, p.due_on
from documents.placement p
join documents.document d on d.id = p.document_id
where p.matter_code is not null and p.published_at is null and p.due_on is not null
  and d.live_edition_id is null;

-- What was released for a duty, kept as placements change: one column may hold 300,000 documents, and
-- the next one must not count them all. Statement triggers, so that a bulk load pays once.
create table documents.duty_tally (
  organization_id bigint not null,
  matter_code text not null,
  documents int not null,
  timed int not null, -- of those, with a limit
  on_time int not null, -- of those, released inside it
  last_published_at timestamptz,
  last_published_on date,
  newest_late boolean not null, -- of two released at one moment the late one counts
  primary key (organization_id, matter_code)
);

create function documents.newest_release(organization bigint, matter text)
returns table (published_at timestamptz, published_on date, is_late boolean) language sql stable as $$
  select r.published_at, r.published_on, coalesce(r.published_on > r.due_on, false)
  from documents.release_for_duty r
  where r.organization_id = organization and r.matter_code = matter
  order by r.published_at desc, 3 desc limit 1
$$;

create function documents.tally_placements() returns trigger language plpgsql as $$
begin
  -- A transition table exists only for the side that the event has.
  if tg_op <> 'INSERT' then
    update documents.duty_tally t set documents = t.documents - g.documents, timed = t.timed - g.timed,
      on_time = t.on_time - g.on_time, last_published_at = g.published_at,
      last_published_on = g.published_on, newest_late = coalesce(g.is_late, false)
    from (
      select * from (
        select organization_id, matter_code, count(*) as documents, count(due_on) as timed,
          count(*) filter (where (published_at at time zone 'Asia/Shanghai')::date <= due_on) as on_time
        from gone where matter_code is not null and published_at is not null
        group by organization_id, matter_code
      ) counted left join lateral documents.newest_release(organization_id, matter_code) on true
    ) g
    where t.organization_id = g.organization_id and t.matter_code = g.matter_code;
  end if;
  if tg_op <> 'DELETE' then
    insert into documents.duty_tally as t
    select organization_id, matter_code, documents, timed, on_time, published_at, published_on, is_late
    from (
      select organization_id, matter_code, count(*) as documents, count(due_on) as timed,
        count(*) filter (where (published_at at time zone 'Asia/Shanghai')::date <= due_on) as on_time
      from come where matter_code is not null and published_at is not null
      group by organization_id, matter_code order by organization_id, matter_code
    ) counted cross join lateral documents.newest_release(organization_id, matter_code)
    on conflict (organization_id, matter_code) do update set documents = t.documents + excluded.documents,
      timed = t.timed + excluded.timed, on_time = t.on_time + excluded.on_time,
      last_published_at = excluded.last_published_at, last_published_on = excluded.last_published_on,
      newest_late = excluded.newest_late;
  end if;
  return null;
end $$;

create trigger placement_come after insert on documents.placement
  referencing new table as come for each statement execute function documents.tally_placements();
create trigger placement_gone after delete on documents.placement
  referencing old table as gone for each statement execute function documents.tally_placements();
create trigger placement_changed after update on documents.placement
  referencing new table as come old table as gone for each statement execute function documents.tally_placements();

-- Counts anew from the placements, for the proof that nothing was missed. Returns how many duties differed.
create function documents.recount_duties() returns int language plpgsql as $$
declare
  differed int;
begin
  lock table documents.duty_tally in exclusive mode;
  with fresh as materialized (
    select organization_id, matter_code, count(*)::int as documents, count(due_on)::int as timed,
      (count(*) filter (where published_on <= due_on))::int as on_time,
      max(published_at) as last_published_at, max(published_on) as last_published_on,
      coalesce(max(published_at) filter (where published_on > due_on) = max(published_at), false) as newest_late
    from documents.release_for_duty group by organization_id, matter_code
  ), gone as (
    delete from documents.duty_tally t where not exists (select from fresh f
      where f.organization_id = t.organization_id and f.matter_code = t.matter_code)
    returning documents
  ), put as (
    insert into documents.duty_tally
    select f.* from fresh f left join documents.duty_tally t using (organization_id, matter_code)
    where (f.documents, f.timed, f.on_time, f.last_published_at, f.last_published_on, f.newest_late)
      is distinct from (t.documents, t.timed, t.on_time, t.last_published_at, t.last_published_on, t.newest_late)
    on conflict (organization_id, matter_code) do update set documents = excluded.documents,
      timed = excluded.timed, on_time = excluded.on_time, last_published_at = excluded.last_published_at,
      last_published_on = excluded.last_published_on, newest_late = excluded.newest_late
    returning 1
  )
  -- A duty that everything was taken from leaves a line of zeros, and that is right.
  select (select count(*) from gone where documents <> 0) + (select count(*) from put) into differed;
  return differed;
end $$;

-- Live documents as the search keeps them; a matter's code begins with its field's.
create view documents.live_text as
select d.id as document_id, d.organization_id, d.index_number, d.published_at, e.title, e.text,
  e.document_number, e.attribute,
  array(select distinct split_part(code, '-', 1) from unnest(e.matter_codes) as code) as field_codes
from documents.document d
join documents.edition e on e.id = d.live_edition_id
where e.attribute = 'proactive';
