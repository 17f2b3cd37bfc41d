-- Catalogue: fields, editions of matters, deviations, responsibilities, obligations.

create schema catalogue;

create table catalogue.field (
  code text primary key, -- 'F05': stable, whatever the order of a document
  name text not null,
  aliases text[] not null default '{}',
  slug text not null unique,
  status text not null check (status in ('nationalPilot', 'nationalLater', 'provincial', 'local')),
  levels text[] not null default '{}', -- where it is usually disclosed: county, township, village
  vertical boolean not null default false, -- run by a vertically led organ on its own site
  ordinal int not null
);

create table catalogue.edition (
  id bigint generated always as identity primary key,
  organization_id bigint references organizations.organization (id), -- null: the reference catalogue
  number int not null,
  title text not null,
  state text not null check (state in ('draft', 'inForce', 'superseded', 'abandoned')),
  base_id bigint references catalogue.edition (id), -- what it was tailored from
  supersedes_id bigint references catalogue.edition (id),
  source text not null default '', -- where the rows come from, said honestly
  effective_on date,
  adopted_at timestamptz,
  adopted_by bigint references accounts.staff (id),
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  version int not null default 1,
  unique (organization_id, number)
);
create unique index edition_in_force on catalogue.edition (organization_id) where state = 'inForce';
create unique index edition_draft on catalogue.edition (organization_id) where state = 'draft';

create table catalogue.matter (
  id bigint generated always as identity primary key,
  edition_id bigint not null references catalogue.edition (id),
  code text not null, -- 'F05-02-03': field, level 1, level 2; kept from edition to edition
  field_code text not null references catalogue.field (code),
  level1 text not null,
  level2 text not null,
  level3 text not null default '',
  seq text not null default '',
  content_elements text[] not null default '{}',
  legal_bases text[] not null default '{}',
  time_limit text not null default '',
  time_rule jsonb not null,
  -- The rhythm that the rule sets, apart, since a city's account asks a million times: months of a period
  -- (a yearly date has a period of a year), and where in it the day lies, if one is named.
  period_months int generated always as (case
    when time_rule ->> 'kind' = 'fixed_date' then 12
    when time_rule ->> 'kind' = 'periodic' then case time_rule ->> 'period'
      when 'month' then 1 when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12 end
    end) stored,
  due_month int generated always as (case
    when time_rule ->> 'kind' = 'fixed_date' and time_rule ->> 'by' ~ '^[0-9]{2}-[0-9]{2}$'
    then least(greatest(left(time_rule ->> 'by', 2)::int, 1), 12) else 1 end) stored,
  due_day int generated always as (case
    when time_rule ->> 'kind' in ('fixed_date', 'periodic') and time_rule ->> 'by' ~ '[0-9]{2}$'
    then greatest(right(time_rule ->> 'by', 2)::int, 1) end) stored,
  disclosing_body text not null default '', -- as worded
  channels text[] not null default '{}',
  audience text not null default 'public' check (audience in ('public', 'group')),
  audience_group text not null default '',
  mode text not null default '' check (mode in ('proactive', 'onRequest', '')),
  attribute text not null default 'proactive' check (attribute in ('proactive', 'onRequest', 'notDisclosed')),
  levels text[] not null default '{}', -- county, township, village; empty: not said
  extra jsonb not null default '{}',
  provenance text not null default 'local' check (provenance in ('page', 'knowledge', 'local')),
  ordinal int not null,
  unique (edition_id, code)
);
create index matter_field on catalogue.matter (edition_id, field_code, ordinal);

-- Why this place's catalogue differs from what it was tailored from.
create table catalogue.deviation (
  id bigint generated always as identity primary key,
  edition_id bigint not null references catalogue.edition (id),
  matter_code text not null,
  kind text not null check (kind in ('added', 'changed', 'removed')),
  reason text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index deviation_edition on catalogue.deviation (edition_id, matter_code);

-- What the parser did not understand and a person must settle.
create table catalogue.open_question (
  id bigint generated always as identity primary key,
  edition_id bigint not null references catalogue.edition (id),
  matter_code text not null,
  part text not null, -- 'timeLimit', 'disclosingBody', 'levels' …
  as_written text not null,
  settled_at timestamptz,
  settled_by bigint references accounts.staff (id),
  settlement jsonb
);
create index open_question_edition on catalogue.open_question (edition_id) where settled_at is null;

-- Uploaded tables, kept as parsed until someone confirms or drops them.
create table catalogue.import (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  file_name text not null,
  sha256 text not null,
  rows jsonb not null,
  warnings jsonb not null,
  state text not null check (state in ('waiting', 'applied', 'dropped')),
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  applied_at timestamptz
);

-- Responsibility list: who leads and who joins, for a field or one matter.
create table catalogue.responsibility (
  edition_id bigint not null references catalogue.edition (id),
  target text not null, -- a field code or a matter code
  organization_id bigint not null references organizations.organization (id),
  part text not null check (part in ('lead', 'joint')),
  primary key (edition_id, target, organization_id)
);

-- Lists of powers and of public services, to see what has no entry in the catalogue.
create table catalogue.power (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  list text not null check (list in ('power', 'service')),
  code text not null,
  name text not null,
  matter_code text,
  unique (organization_id, list, code)
);

-- One matter owed by one organization, derived from the edition in force.
create table catalogue.obligation (
  organization_id bigint not null references organizations.organization (id),
  matter_code text not null,
  edition_id bigint not null references catalogue.edition (id),
  field_code text not null references catalogue.field (code),
  level text not null check (level in ('county', 'township', 'village')),
  because text not null, -- 'responsibility', 'subject', 'level'
  not_applicable_reason text, -- declared with a reason: nothing of the kind happens here
  not_applicable_at timestamptz,
  not_applicable_by bigint references accounts.staff (id),
  primary key (organization_id, matter_code)
);
create index obligation_matter on catalogue.obligation (matter_code);
create index obligation_field on catalogue.obligation (field_code, organization_id);
