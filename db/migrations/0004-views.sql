-- What documents offers the account and the search: releases that serve a duty, and clocks that run for one.

create view documents.release_for_duty as
select p.organization_id, p.matter_code, p.document_id, p.due_on, p.published_at,
  (p.published_at at time zone 'Asia/Shanghai')::date as published_on
from documents.placement p
where p.matter_code is not null and p.published_at is not null;

-- Only texts that were never before the public: a correction has its old edition up.
create view documents.running_clock as
select d.organization_id, m.matter_code, e.id as edition_id, e.document_id, e.due_on
from documents.document d
join documents.edition e on e.id = d.working_edition_id
cross join unnest(e.matter_codes) as m (matter_code)
where d.live_edition_id is null and d.withdrawn_at is null and e.due_on is not null
  and e.state in ('draft', 'inReview', 'returned', 'approved', 'scheduled');

create index document_working on documents.document (organization_id)
  where working_edition_id is not null and live_edition_id is null;

-- Live documents as the search keeps them; a matter's code begins with its field's.
create view documents.live_text as
select d.id as document_id, d.organization_id, d.index_number, d.published_at, e.title, e.text,
  e.document_number, e.attribute,
  array(select distinct split_part(code, '-', 1) from unnest(e.matter_codes) as code) as field_codes
from documents.document d
join documents.edition e on e.id = d.live_edition_id
where e.attribute = 'proactive';
