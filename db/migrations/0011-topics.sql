-- Topics: pages of key work gathered by rule (M17); stages of disclosure, by which one matter is read
-- through its life (M21).

create schema topics;

create table topics.topic (
  id bigint generated always as identity primary key,
  slug text not null unique,
  organization_id bigint not null references organizations.organization (id),
  title text not null,
  lead text not null default '',
  rule jsonb not null, -- matters, fields, organizations, keywords, days
  grouping text not null default 'stage' check (grouping in ('stage', 'field', 'none')),
  published_at timestamptz, -- null: not before the public
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by bigint references accounts.staff (id)
);

-- What a person put in or kept out, whatever the rule says.
create table topics.choice (
  topic_id bigint not null references topics.topic (id),
  document_id bigint not null references documents.document (id),
  verdict text not null check (verdict in ('picked', 'excluded')),
  reason text not null,
  at timestamptz not null,
  staff_id bigint references accounts.staff (id),
  primary key (topic_id, document_id)
);

-- What a topic shows, kept as documents come and go: one document at a time is judged again.
create table topics.entry (
  topic_id bigint not null references topics.topic (id),
  document_id bigint not null references documents.document (id),
  section text not null,
  published_at timestamptz not null,
  primary key (topic_id, document_id)
);
create index entry_list on topics.entry (topic_id, section, published_at desc, document_id desc);
create index entry_document on topics.entry (document_id);

-- The stage that a person chose in place of the proposed one.
create table topics.stage_choice (
  document_id bigint primary key references documents.document (id),
  stage text not null check (stage in ('decision', 'execution', 'management', 'service', 'result')),
  reason text not null default '',
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);

-- Live documents of a matter of an organization by stage.
create table topics.life (
  organization_id bigint not null references organizations.organization (id),
  matter_code text not null,
  document_id bigint not null references documents.document (id),
  stage text not null,
  published_at timestamptz not null,
  primary key (organization_id, matter_code, document_id)
);
create index life_document on topics.life (document_id);
