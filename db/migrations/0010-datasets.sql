-- Typed tables for the sets that must be published. A table belongs to an edition of a document, so
-- review, release, correction and withdrawal are the document's.

create schema datasets;

create table datasets.dataset (
  id bigint generated always as identity primary key,
  edition_id bigint not null references documents.edition (id),
  document_id bigint not null references documents.document (id),
  organization_id bigint not null references organizations.organization (id),
  schema_code text not null,
  year int not null check (year between 1900 and 2200),
  title text not null default '', -- where one document holds several tables of a kind
  ordinal int not null,
  stated jsonb not null default '{}', -- totals as the office wrote them under its own table
  row_count int not null default 0,
  errors int not null default 0,
  warnings int not null default 0,
  summary jsonb not null default '{}', -- totals, choices, chart: added up when the rows change
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by bigint references accounts.staff (id)
);
create index dataset_edition on datasets.dataset (edition_id, ordinal, id);
create index dataset_set on datasets.dataset (schema_code, organization_id, year desc);
create index dataset_document on datasets.dataset (document_id);

create table datasets.row (
  id bigint generated always as identity primary key,
  dataset_id bigint not null references datasets.dataset (id) on delete cascade,
  ordinal int not null, -- the row's number, from 1
  cells jsonb not null -- canonical text by column; names masked, ID and bank numbers never
);
create index row_place on datasets.row (dataset_id, ordinal, id);

-- The tables of editions, with what the one rule of visibility asks about.
create function datasets.number_of(cells jsonb, key text) returns numeric language sql immutable as $$
  select case when cells ->> key ~ '^-?[0-9]{1,15}(\.[0-9]{1,6})?$' then (cells ->> key)::numeric end
$$;
